package dev.glasstrail.render.pdf;

import dev.glasstrail.report.AuditReport;
import dev.glasstrail.report.GuardTouch;
import java.util.List;

/// Explanations, what is left behind, and touches of what watches the glass.
///
/// A check that was not made is said to be not made: an empty table would read like good news.
final class ChecksSection {

    private static final List<Column> GUARDS =
            List.of(
                    Column.left("When (UTC)", 72),
                    Column.left("Change", 138),
                    Column.left("On", 142),
                    Column.left("By", 163));

    private final Flow flow;

    ChecksSection(Flow flow) {
        this.flow = flow;
    }

    void draw(AuditReport report) {
        Tag section = flow.section("Explanations and what is left behind", "checks", 80);
        // Questions 4 and 5 of the six; the others have parts of their own.
        for (int i = 3; i < Math.min(5, report.answers().size()); i++) {
            new AnswerLine(flow).draw(section, report.answers().get(i));
        }
        flow.gap(14);
        String guards = "Changes to what may watch the glass";
        if (report.guards().isEmpty()) {
            Heading.withSentence(
                    flow,
                    section,
                    guards,
                    "No call that changes a trail, a rule, a target or the log bucket is in the logs"
                            + " read.");
            return;
        }
        Heading heading = Heading.of(section, Role.H3, guards);
        Table table = new Table(flow, section, heading, GUARDS);
        report.guards().forEach(touch -> row(table, touch));
    }

    private static void row(Table table, GuardTouch touch) {
        String error = touch.errorCode();
        String session = touch.sessionId();
        table.row(
                Cell.of(
                        Span.of(Words.day(touch.at()), Style.TABLE),
                        Span.of(Words.time(touch.at()), Style.MONO)),
                Cell.of(
                        Span.of(touch.name(), Style.TABLE_STRONG),
                        Span.of(touch.source(), Style.NOTE),
                        Span.of(error == null ? "" : "refused: " + error, Style.NOTE)),
                Cell.of(
                        Span.of(touch.target(), Style.TABLE),
                        Span.of(touch.account() + ", " + touch.region(), Style.NOTE)),
                Cell.of(
                        Span.of(touch.by(), Style.TABLE),
                        Span.of(
                                session == null ? "outside any use" : "session " + session,
                                Style.NOTE),
                        Span.of(touch.eventId(), Style.MONO_SMALL)));
    }
}
