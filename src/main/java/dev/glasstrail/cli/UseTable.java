package dev.glasstrail.cli;

import dev.glasstrail.report.Severity;
import dev.glasstrail.report.UseRow;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The uses as a table for a terminal: columns as wide as their widest value, nothing cut off.
final class UseTable {

    /// What fits on a screen together with the rest of the summary.
    private static final int ROWS = 25;

    private static final List<String> HEADER =
            List.of(
                    "#",
                    "use",
                    "from (UTC)",
                    "person",
                    "glass",
                    "account",
                    "actions",
                    "writes",
                    "failed",
                    "worst");
    private static final List<Boolean> TO_THE_RIGHT =
            List.of(true, false, false, false, false, false, true, true, true, false);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private UseTable() {}

    /// The table with an empty line before it; nothing at all without uses.
    static String of(List<UseRow> uses) {
        if (uses.isEmpty()) {
            return "";
        }
        List<List<String>> rows = new ArrayList<>(List.of(HEADER));
        uses.stream().limit(ROWS).map(UseTable::cells).forEach(rows::add);
        int[] widths = widths(rows);
        StringBuilder table = new StringBuilder("\n");
        rows.forEach(row -> table.append(line(row, widths)).append('\n'));
        if (uses.size() > ROWS) {
            table.append(
                    String.format(
                            Locale.ROOT, "  and %,d more in the report%n", uses.size() - ROWS));
        }
        return table.toString();
    }

    private static List<String> cells(UseRow use) {
        Severity severity = use.severity();
        return List.of(
                number(use.number()),
                Terminal.escape(use.id()),
                minute(use.from()) + (use.open() ? ", open" : ""),
                Terminal.escape(use.person().name()),
                Terminal.escape(use.glass()),
                Terminal.escape(use.account()),
                number(use.actions()),
                number(use.writes()),
                number(use.errors()),
                severity == null ? "-" : severity.toString());
    }

    private static int[] widths(List<List<String>> rows) {
        int[] widths = new int[HEADER.size()];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], Terminal.width(row.get(column)));
            }
        }
        return widths;
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = row.get(column);
            String space = " ".repeat(widths[column] - Terminal.width(cell));
            line.append("  ").append(TO_THE_RIGHT.get(column) ? space + cell : cell + space);
        }
        return line.toString().stripTrailing();
    }

    private static String minute(Instant instant) {
        return MINUTE.format(instant);
    }

    private static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
