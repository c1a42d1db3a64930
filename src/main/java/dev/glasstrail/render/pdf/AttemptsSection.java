package dev.glasstrail.render.pdf;

import dev.glasstrail.report.AuditReport;
import dev.glasstrail.report.DeniedOpening;
import dev.glasstrail.report.UnusedOpening;
import java.time.Instant;
import java.util.List;

/// What did not become a session: refused attempts, and credentials that nobody was seen to use.
final class AttemptsSection {

    private static final String DENIED_TITLE = "Refused attempts";
    private static final String UNUSED_TITLE = "Opened and never used";
    private static final String NONE = "None was found in the logs read.";

    private static final List<Column> DENIED =
            List.of(
                    Column.left("When (UTC)", 64),
                    Column.left("Person", 96),
                    Column.left("Tried", 106),
                    Column.left("From", 83),
                    Column.left("Refused with", 166));

    private static final List<Column> UNUSED =
            List.of(
                    Column.left("When (UTC)", 64),
                    Column.left("Person", 128),
                    Column.left("Opened", 138),
                    Column.left("Keys and events", 185));

    private final Flow flow;

    AttemptsSection(Flow flow) {
        this.flow = flow;
    }

    void draw(AuditReport report) {
        Tag section = flow.section("Attempts that came to nothing", "attempts", 240);
        if (report.deniedOpenings().isEmpty()) {
            Heading.withSentence(flow, section, DENIED_TITLE, NONE);
        } else {
            Heading heading = Heading.of(section, Role.H3, DENIED_TITLE);
            Table table = new Table(flow, section, heading, DENIED);
            report.deniedOpenings().forEach(denied -> row(table, denied));
        }
        flow.gap(16);
        if (report.unusedOpenings().isEmpty()) {
            Heading.withSentence(flow, section, UNUSED_TITLE, NONE);
        } else {
            Heading heading = Heading.of(section, Role.H3, UNUSED_TITLE);
            Table table = new Table(flow, section, heading, UNUSED);
            report.unusedOpenings().forEach(unused -> row(table, unused));
        }
    }

    private static void row(Table table, DeniedOpening denied) {
        String use = denied.useId();
        table.row(
                when(denied.at()),
                Cell.of(
                        Span.of(denied.person().name(), Style.TABLE_STRONG),
                        Span.of(denied.person().source(), Style.NOTE)),
                Cell.of(
                        Span.of(Words.glass(denied.role()), Style.TABLE_STRONG),
                        Span.of(denied.account(), Style.NOTE),
                        Span.of(denied.name() + " in " + denied.region(), Style.NOTE)),
                Cell.of(Span.of(denied.ip(), Style.TABLE), Span.of(denied.userAgent(), Style.NOTE)),
                Cell.of(
                        Span.of(denied.errorCode(), Style.TABLE_STRONG),
                        Span.of(denied.errorMessage(), Style.NOTE),
                        Span.of(use == null ? "" : "during " + use, Style.NOTE),
                        Span.of(denied.eventId(), Style.MONO_SMALL)));
    }

    private static void row(Table table, UnusedOpening unused) {
        String use = unused.useId();
        table.row(
                when(unused.openedAt()),
                Cell.of(
                        Span.of(unused.person().name(), Style.TABLE_STRONG),
                        Span.of(unused.person().source(), Style.NOTE)),
                Cell.of(
                        Span.of(Words.glass(unused.role()), Style.TABLE_STRONG),
                        Span.of(unused.account() + ", " + unused.channel(), Style.NOTE),
                        Span.of(use == null ? "" : "counted in " + use, Style.NOTE)),
                Cell.of(
                        Span.of(String.join(", ", unused.accessKeyIds()), Style.MONO),
                        Span.of(String.join(" ", unused.eventIds()), Style.MONO_SMALL)));
    }

    private static Cell when(Instant at) {
        return Cell.of(Span.of(Words.day(at), Style.TABLE), Span.of(Words.time(at), Style.MONO));
    }
}
