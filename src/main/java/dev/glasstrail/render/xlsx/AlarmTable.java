package dev.glasstrail.render.xlsx;

import dev.glasstrail.report.AlarmSection;
import dev.glasstrail.report.AlarmSection.AlarmOpening;
import dev.glasstrail.report.AlarmSection.RuleRow;
import dev.glasstrail.report.AlarmSection.UnreadRow;
import dev.glasstrail.report.AlarmVerdictRow;
import dev.glasstrail.report.AuditReport;
import dev.glasstrail.report.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.jspecify.annotations.Nullable;

/// Whether the alarm rang for each opening, under each rule; then what each rule's metrics say, and
/// what could not be read.
final class AlarmTable {

    private AlarmTable() {}

    static Table<Row> of(AuditReport report, Places places) {
        AlarmSection alarm = report.alarm();
        List<Row> rows = new ArrayList<>();
        alarm.openings()
                .forEach(opening ->
                        opening.rules().forEach(rule -> rows.add(new Opening(opening, rule))));
        alarm.rules().forEach(rule -> rows.add(new Rule(rule)));
        alarm.unread().forEach(unread -> rows.add(new Unread(unread)));
        return new Table<>(
                SheetNames.ALARM, columns(places), rows, 3, PrintSetup.A3_PAPERSIZE, alarm.text());
    }

    private static List<Column<Row>> columns(Places places) {
        return List.of(
                Column.text("What", 14, AlarmTable::what),
                Column.time("Time", AlarmTable::at),
                Column.cell("Verdict", 16, AlarmTable::verdict),
                Column.text("Rule", 28, AlarmTable::rule),
                Column.text("Account", 15, AlarmTable::account),
                Column.text("Region", 14, AlarmTable::region),
                Column.text("Person", 30, ofOpening(AlarmOpening::person)),
                Column.text("Glass", 26, ofOpening(AlarmOpening::glass)),
                Column.text("Came to", 12, ofOpening(AlarmOpening::kind)),
                Column.count("Delay (s)", ofVerdict(AlarmVerdictRow::delaySeconds)),
                Column.text("Proof", 32, ofVerdict(AlarmVerdictRow::proof)),
                Column.prose("What was found", 60, AlarmTable::found),
                Column.prose("To do", 40, ofVerdict(AlarmVerdictRow::fix)),
                Column.count("Expected", ofRule(RuleRow::expected)),
                Column.count("Matched", ofRule(RuleRow::matched)),
                Column.count("Invoked", ofRule(RuleRow::invocations)),
                Column.count("Failed", ofRule(RuleRow::failed)),
                Column.count("To DLQ", ofRule(RuleRow::sentToDlq)),
                Column.cell(
                        "Use",
                        20,
                        row -> places.useLink(ofOpening(AlarmOpening::useId).apply(row))),
                Column.cell(
                        "Session",
                        20,
                        row -> places.sessionLink(ofOpening(AlarmOpening::sessionId).apply(row))),
                Column.text("Cause", 26, ofVerdict(AlarmVerdictRow::cause)),
                Column.text("Event id", 38, ofOpening(AlarmOpening::eventId)));
    }

    private static String what(Row row) {
        return switch (row) {
            case Opening _ -> "opening";
            case Rule _ -> "rule";
            case Unread _ -> "not read";
        };
    }

    private static @Nullable Instant at(Row row) {
        return row instanceof Opening opening ? opening.of().at() : null;
    }

    private static CellValue verdict(Row row) {
        return switch (row) {
            case Opening opening -> chip(opening.under().verdict());
            case Rule(RuleRow rule) ->
                    new CellValue.Chip(
                            Phrases.words(rule.comparison()),
                            Face.chip(
                                    switch (rule.comparison()) {
                                        case "agrees" -> Severity.LOW;
                                        case "differs" -> Severity.HIGH;
                                        default -> Severity.INFO;
                                    }));
            case Unread _ -> CellValue.NOTHING;
        };
    }

    private static CellValue chip(String verdict) {
        return new CellValue.Chip(
                Phrases.words(verdict),
                Face.chip(
                        switch (verdict) {
                            case "RANG" -> Severity.LOW;
                            case "RANG_LATE", "UNPROVABLE" -> Severity.MEDIUM;
                            case "SILENT", "NOT_COVERED" -> Severity.HIGH;
                            default -> Severity.INFO;
                        }));
    }

    private static @Nullable String rule(Row row) {
        return switch (row) {
            case Opening opening -> opening.under().rule();
            case Rule(RuleRow rule) -> rule.name();
            case Unread _ -> null;
        };
    }

    private static String account(Row row) {
        return switch (row) {
            case Opening opening -> opening.under().account();
            case Rule(RuleRow rule) -> rule.account();
            case Unread(UnreadRow unread) -> unread.account();
        };
    }

    private static String region(Row row) {
        return switch (row) {
            case Opening opening -> opening.under().region();
            case Rule(RuleRow rule) -> rule.region();
            case Unread(UnreadRow unread) -> unread.region();
        };
    }

    private static @Nullable String found(Row row) {
        return switch (row) {
            case Opening opening -> opening.under().text();
            case Rule(RuleRow rule) -> found(rule);
            case Unread(UnreadRow unread) -> unread.text();
        };
    }

    private static String found(RuleRow rule) {
        Stream<String> changes =
                rule.changes().stream()
                        .map(change -> change.name() + " at " + Phrases.time(change.at()));
        Stream<String> uncounted = rule.uncounted().stream().map(id -> "no count for " + id);
        Stream<String> surplus =
                rule.surplus().stream()
                        .map(one ->
                                "%s without a record from %s to %s, maybe: %s"
                                        .formatted(
                                                one.counts(),
                                                Phrases.time(one.from()),
                                                Phrases.time(one.to()),
                                                Phrases.parted(one.may())));
        return Stream.of(
                        Stream.of("state " + rule.state()),
                        rule.why().stream(),
                        changes,
                        uncounted,
                        surplus)
                .flatMap(Function.identity())
                .reduce((one, other) -> one + "\n" + other)
                .orElseThrow();
    }

    private static <T> Function<Row, @Nullable T> ofOpening(
            Function<AlarmOpening, @Nullable T> member) {
        return row -> row instanceof Opening opening ? member.apply(opening.of()) : null;
    }

    private static <T> Function<Row, @Nullable T> ofVerdict(
            Function<AlarmVerdictRow, @Nullable T> member) {
        return row -> row instanceof Opening opening ? member.apply(opening.under()) : null;
    }

    private static <T> Function<Row, @Nullable T> ofRule(Function<RuleRow, @Nullable T> member) {
        return row -> row instanceof Rule(RuleRow rule) ? member.apply(rule) : null;
    }

    /// One row of the sheet.
    sealed interface Row {}

    /// An opening under one rule.
    record Opening(AlarmOpening of, AlarmVerdictRow under) implements Row {}

    /// What is known about one alert rule.
    record Rule(RuleRow rule) implements Row {}

    /// Something that could not be read.
    record Unread(UnreadRow unread) implements Row {}
}
