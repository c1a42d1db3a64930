package dev.glasstrail.render.xlsx;

import dev.glasstrail.report.AuditReport;
import dev.glasstrail.report.Severity;
import dev.glasstrail.report.SourceSection.CoverageRow;
import dev.glasstrail.report.SourceSection.Interval;
import dev.glasstrail.report.SourceSection.Unreadable;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.jspecify.annotations.Nullable;

/// What was read and what was not: coverage, inputs not read whole, file counts.
final class CoverageTable {

    private CoverageTable() {}

    static Table<Row> of(AuditReport report) {
        Stream<Row> places = report.source().coverage().stream().flatMap(CoverageTable::place);
        Stream<Row> unread = report.source().unreadable().stream().map(Unread::new);
        Stream<Row> files =
                report.source().files().entrySet().stream()
                        .map(entry -> new Files(entry.getKey(), entry.getValue()));
        return new Table<>(
                SheetNames.COVERAGE,
                columns(),
                Stream.of(places, unread, files).flatMap(Function.identity()).toList(),
                1,
                PrintSetup.A4_PAPERSIZE,
                "Nothing was read: no account, no region, no file.");
    }

    private static Stream<Row> place(CoverageRow of) {
        Stream<Row> stretches = of.intervals().stream().map(interval -> new Stretch(of, interval));
        return Stream.concat(Stream.of(new Whole(of)), stretches);
    }

    private static List<Column<Row>> columns() {
        return List.of(
                Column.text("What", 22, CoverageTable::what),
                Column.text("Account", 15, CoverageTable::account),
                Column.text("Region", 16, CoverageTable::region),
                Column.cell("State", 16, CoverageTable::state),
                Column.time("From", row -> row instanceof Stretch s ? s.interval().from() : null),
                Column.time("To", row -> row instanceof Stretch s ? s.interval().to() : null),
                Column.prose("Name", 44, CoverageTable::name),
                Column.prose("Why", 58, CoverageTable::why),
                Column.count("Files", CoverageTable::files),
                Column.count("Records", CoverageTable::records),
                Column.time(
                        "First record", row -> row instanceof Whole w ? w.of().firstEvent() : null),
                Column.time(
                        "Last record", row -> row instanceof Whole w ? w.of().lastEvent() : null));
    }

    private static String what(Row row) {
        return switch (row) {
            case Whole _ -> "account and region";
            case Stretch _ -> "coverage";
            case Unread _ -> "input not read whole";
            case Files _ -> "files by kind";
        };
    }

    private static @Nullable String account(Row row) {
        return switch (row) {
            case Whole(CoverageRow of) -> of.account();
            case Stretch(CoverageRow of, Interval _) -> of.account();
            case Unread _, Files _ -> null;
        };
    }

    private static @Nullable String region(Row row) {
        return switch (row) {
            case Whole(CoverageRow of) -> of.region();
            case Stretch(CoverageRow of, Interval _) -> of.region();
            case Unread _, Files _ -> null;
        };
    }

    private static CellValue state(Row row) {
        return switch (row) {
            case Stretch(CoverageRow _, Interval interval) -> chip(interval.state());
            case Whole _, Unread _, Files _ -> CellValue.NOTHING;
        };
    }

    private static CellValue chip(String state) {
        return switch (state) {
            case "whole" -> new CellValue.Chip(state, Face.chip(Severity.LOW));
            case "gap" -> new CellValue.Chip(state, Face.chip(Severity.HIGH));
            default -> new CellValue.Chip(state, Face.chip(Severity.INFO));
        };
    }

    private static @Nullable String name(Row row) {
        return switch (row) {
            case Whole _, Stretch _ -> null;
            case Unread(Unreadable input) -> input.name();
            case Files(String kind, long _) -> kind;
        };
    }

    private static @Nullable String why(Row row) {
        return switch (row) {
            case Stretch(CoverageRow _, Interval interval) -> interval.why();
            case Unread(Unreadable input) -> input.reason();
            case Whole _, Files _ -> null;
        };
    }

    private static @Nullable Long files(Row row) {
        return switch (row) {
            case Whole(CoverageRow of) -> of.files();
            case Files(String _, long count) -> count;
            case Stretch _, Unread _ -> null;
        };
    }

    private static @Nullable Long records(Row row) {
        return switch (row) {
            case Whole(CoverageRow of) -> of.records();
            case Unread(Unreadable input) -> input.recordsRead();
            case Stretch _, Files _ -> null;
        };
    }

    /// One row of the sheet.
    sealed interface Row {}

    /// One account in one region over the whole window.
    record Whole(CoverageRow of) implements Row {}

    /// A stretch of it, all of one state.
    record Stretch(CoverageRow of, Interval interval) implements Row {}

    /// Something that could not be read, or not whole.
    record Unread(Unreadable input) implements Row {}

    /// How many files there were of one kind.
    record Files(String kind, long count) implements Row {}
}
