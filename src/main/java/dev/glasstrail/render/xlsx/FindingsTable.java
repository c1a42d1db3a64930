package dev.glasstrail.render.xlsx;

import dev.glasstrail.report.AuditReport;
import dev.glasstrail.report.Finding;
import dev.glasstrail.report.GuardTouch;
import dev.glasstrail.report.SessionRow;
import dev.glasstrail.report.Severity;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.jspecify.annotations.Nullable;

/// What someone must look at, then every touch of what watches the glass, by whomever.
final class FindingsTable {

    private FindingsTable() {}

    static Table<Row> of(AuditReport report, Places places) {
        Map<String, String> useOf = new HashMap<>();
        for (SessionRow session : report.sessions()) {
            if (session.useId() != null) {
                useOf.put(session.id(), session.useId());
            }
        }
        return new Table<>(
                SheetNames.FINDINGS,
                columns(places),
                Stream.concat(
                                report.findings().stream().map(FindingsTable::finding),
                                report.guards().stream().map(touch -> guard(touch, useOf)))
                        .toList(),
                2,
                PrintSetup.A4_PAPERSIZE,
                "Nothing was found that someone must look at.");
    }

    private static List<Column<Row>> columns(Places places) {
        return List.of(
                Column.weight(Row::severity),
                Column.text("What", 15, Row::what),
                Column.prose("Title", 34, Row::title),
                Column.prose("Details", 60, Row::text),
                Column.time("First event", Row::at),
                Column.cell("Session", 20, row -> places.sessionLink(row.sessionId())),
                Column.cell("Use", 20, row -> places.useLink(row.useId())),
                Column.text("Code", 30, Row::code),
                Column.prose("Event ids", 38, row -> String.join("\n", row.eventIds())));
    }

    private static Row finding(Finding finding) {
        return new Row(
                "finding",
                finding.severity(),
                finding.title(),
                finding.text(),
                finding.at(),
                finding.sessionId(),
                finding.useId(),
                finding.code(),
                finding.eventIds());
    }

    private static Row guard(GuardTouch touch, Map<String, String> useOf) {
        String target = touch.target().isEmpty() ? "" : " on " + touch.target();
        String result = touch.errorCode() == null ? "" : " It failed: " + touch.errorCode() + ".";
        return new Row(
                "guard touched",
                null,
                touch.source() + " " + touch.name() + target,
                "In " + touch.account() + " " + touch.region() + "." + result + " By " + touch.by(),
                touch.at(),
                touch.sessionId(),
                touch.sessionId() == null ? null : useOf.get(touch.sessionId()),
                null,
                List.of(touch.eventId()));
    }

    /// A row of the sheet.
    ///
    /// @param severity null for a touch, which the findings weigh
    record Row(
            String what,
            @Nullable Severity severity,
            String title,
            String text,
            @Nullable Instant at,
            @Nullable String sessionId,
            @Nullable String useId,
            @Nullable String code,
            List<String> eventIds) {}
}
