package dev.glasstrail.render.pdf;

import dev.glasstrail.report.AuditReport;
import dev.glasstrail.report.SourceSection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the report rests on: integrity, what was read, what could not be, and what was covered.
final class TrustSection {

    private static final List<Column> FACTS =
            List.of(Column.left("What", 150), Column.left("Value", 365));

    private static final List<Column> COVERAGE =
            List.of(
                    Column.left("Account", 82),
                    Column.left("Region", 82),
                    Column.right("Files", 42),
                    Column.right("Records", 52),
                    Column.left("First and last (UTC)", 84),
                    Column.left("State of the window", 173));

    private static final List<Column> UNREADABLE =
            List.of(
                    Column.left("File or record", 240),
                    Column.left("What is wrong", 205),
                    Column.right("Records read", 70));

    private final Flow flow;

    TrustSection(Flow flow) {
        this.flow = flow;
    }

    void draw(AuditReport report) {
        Tag section = flow.section("What this report rests on", "trust", 100);
        SourceSection source = report.source();
        facts(section, report);
        if (!source.unreadable().isEmpty()) {
            flow.gap(16);
            Heading heading = Heading.of(section, Role.H3, "Could not be read, or not whole");
            Table table = new Table(flow, section, heading, UNREADABLE);
            for (SourceSection.Unreadable bad : source.unreadable()) {
                table.row(
                        Cell.of(bad.name(), Style.MONO),
                        Cell.of(bad.reason(), Style.TABLE),
                        Cell.count(bad.recordsRead()));
            }
        }
        flow.gap(16);
        String coverage = "Coverage by account and region";
        if (source.coverage().isEmpty()) {
            Heading.withSentence(
                    flow,
                    section,
                    coverage,
                    "Nothing is known about coverage: no record of any account was read.");
            return;
        }
        Heading heading = Heading.of(section, Role.H3, coverage);
        Table table = new Table(flow, section, heading, COVERAGE);
        source.coverage().forEach(row -> row(table, row));
    }

    private void facts(Tag section, AuditReport report) {
        SourceSection source = report.source();
        Table table = new Table(flow, section, FACTS);
        fact(table, "Log integrity", report.integrity().state() + ". " + report.integrity().text());
        fact(
                table,
                "Source",
                source.kind() + ", " + Words.count(source.bytes()) + " " + source.measure());
        fact(
                table,
                "Records",
                Words.count(source.records())
                        + " read, "
                        + source.counting()
                        + "; "
                        + Words.count(source.kept())
                        + " needed for the audit, each once, and "
                        + Words.count(source.duplicates(), "further copy")
                        + " of these left out");
        StringBuilder files = new StringBuilder();
        source.files()
                .forEach((kind, count) ->
                        files.append(files.isEmpty() ? "" : ", ")
                                .append(Words.count(count))
                                .append(' ')
                                .append(kind));
        fact(table, "Files", files.isEmpty() ? "none" : files.toString());
        fact(table, "Watched", watched(report));
        fact(table, "Accounts seen", words(report.scope().accountsSeen(), "none"));
        fact(table, "Regions seen", words(report.scope().regionsSeen(), "none"));
        if (!report.scope().accounts().isEmpty()) {
            fact(table, "Limited to accounts", words(report.scope().accounts(), ""));
        }
        if (!report.scope().notCovered().isEmpty()) {
            fact(table, "Not covered", String.join(" ", report.scope().notCovered()));
        }
    }

    private static void fact(Table table, String what, String value) {
        table.row(Cell.of(what, Style.TABLE_STRONG), Cell.of(value, Style.TABLE.in(Ink.SECONDARY)));
    }

    private static String watched(AuditReport report) {
        return words(
                report.scope().glasses().stream()
                        .map(glass ->
                                glass.kind().equals(glass.pattern())
                                        ? glass.kind()
                                        : glass.kind() + " " + glass.pattern())
                        .toList(),
                "nothing");
    }

    private static String words(List<String> words, String none) {
        return words.isEmpty() ? none : String.join(", ", words);
    }

    private static void row(Table table, SourceSection.CoverageRow row) {
        Span[] states = new Span[row.intervals().size()];
        for (int i = 0; i < states.length; i++) {
            states[i] = Span.of(interval(row.intervals().get(i)), Style.NOTE.in(Ink.SECONDARY));
        }
        table.row(
                Cell.of(row.account(), Style.TABLE),
                Cell.of(row.region(), Style.TABLE),
                Cell.count(row.files()),
                Cell.count(row.records()),
                row.firstEvent() == null
                        ? Cell.of("none", Style.NOTE)
                        : Cell.of(
                                Span.of(moment(row.firstEvent()), Style.NOTE.in(Ink.INK)),
                                Span.of(moment(row.lastEvent()), Style.NOTE.in(Ink.INK))),
                Cell.of(states));
    }

    private static String moment(@Nullable Instant at) {
        return at == null ? "" : Words.dayMinute(at);
    }

    private static String interval(SourceSection.Interval interval) {
        return interval.state()
                + " "
                + Words.dayMinute(interval.from())
                + " – "
                + Words.dayMinute(interval.to())
                + ": "
                + interval.why();
    }
}
