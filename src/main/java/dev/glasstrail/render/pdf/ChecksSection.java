package dev.glasstrail.render.pdf;

import dev.glasstrail.report.AlarmSection;
import dev.glasstrail.report.Answer;
import dev.glasstrail.report.AuditReport;
import dev.glasstrail.report.GuardTouch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Alarm, explanations, what is left behind, and touches of what watches the glass.
///
/// A check that was not made is said to be not made: an empty table would read like good news.
final class ChecksSection {

    private static final List<Column> RULES =
            List.of(
                    Column.left("Rule", 150),
                    Column.left("Account and region", 110),
                    Column.left("State", 55),
                    Column.right("Expected", 48),
                    Column.right("Matched", 46),
                    Column.right("Invoked", 46),
                    Column.right("Failed", 60));

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
        Tag section = flow.section("Alarm, explanations and what is left behind", "checks", 80);
        // Questions 3 to 5 of the six; the others have parts of their own.
        for (int i = 2; i < Math.min(5, report.answers().size()); i++) {
            answer(section, report.answers().get(i));
        }
        if (!report.alarm().rules().isEmpty()) {
            flow.gap(14);
            Heading heading = Heading.of(section, Role.H3, "Alert rules");
            Table table = new Table(flow, section, heading, RULES);
            report.alarm().rules().forEach(rule -> row(table, rule));
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

    private void answer(Tag section, Answer answer) {
        flow.gap(8);
        flow.ensure(50);
        Chip chip = Chip.of(answer.state());
        float width = chip.width(flow.typesetter());
        chip.draw(
                flow.canvas(),
                flow.typesetter(),
                section.child(Role.PARAGRAPH),
                Flow.RIGHT - width,
                flow.y());
        List<Span> question = List.of(Span.of(answer.question(), Style.LABEL_HEADING));
        flow.paragraph(section.child(Role.H3), question, Flow.LEFT, Flow.RIGHT - width - 10);
        List<Span> words =
                List.of(
                        Span.of(answer.figure() + "  ", Style.STRONG),
                        Span.of(answer.text(), Style.BODY.in(Ink.SECONDARY)));
        flow.paragraph(section.child(Role.PARAGRAPH), words, Flow.LEFT, Flow.RIGHT);
    }

    private static void row(Table table, AlarmSection.RuleRow rule) {
        table.row(
                Cell.of(
                        Span.of(rule.name(), Style.TABLE_STRONG),
                        Span.of(comparison(rule.comparison()), Style.NOTE)),
                Cell.of(Span.of(rule.account(), Style.TABLE), Span.of(rule.region(), Style.NOTE)),
                Cell.of(rule.state(), Style.TABLE),
                figure(rule.expected()),
                figure(rule.matched()),
                figure(rule.invocations()),
                figure(rule.failed()));
    }

    private static String comparison(String word) {
        return switch (word) {
            case "agrees" -> "metrics agree with the log";
            case "differs" -> "metrics differ from the log";
            default -> "metrics cannot be compared";
        };
    }

    private static Cell figure(@Nullable Long figure) {
        return figure == null ? Cell.of("unknown", Style.NOTE) : Cell.count(figure);
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
