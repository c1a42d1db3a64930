package dev.glasstrail.setup;

import dev.glasstrail.setup.AlarmCoverage.Row;
import dev.glasstrail.trail.Reading.Place;
import java.util.ArrayList;
import java.util.List;

/// [AlarmCoverage] for a terminal: columns as wide as their widest value, nothing cut off.
final class CoverageTable {

    private static final List<String> HEADER =
            List.of("identity", "opening", "account", "region", "rule");

    private CoverageTable() {}

    static Paper of(AlarmCoverage coverage) {
        List<List<String>> rows = new ArrayList<>(List.of(HEADER));
        coverage.rows().stream().map(CoverageTable::cells).forEach(rows::add);
        int[] widths = new int[HEADER.size()];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        StringBuilder table = new StringBuilder();
        rows.forEach(row -> table.append(line(row, widths)).append('\n'));
        return new Paper(table.toString(), notes(coverage));
    }

    private static List<String> notes(AlarmCoverage coverage) {
        if (coverage.rows().isEmpty()) {
            return List.of("No rule was read from anywhere, so nothing was held against one.");
        }
        long silent = coverage.rows().stream().filter(row -> !row.rings()).count();
        if (silent == 0) {
            return List.of();
        }
        return List.of(
                "%d of %d openings ring nowhere; deploy what glasstrail setup alarm prints in those accounts and regions."
                        .formatted(silent, coverage.rows().size()));
    }

    private static List<String> cells(Row row) {
        Place place = row.place();
        return List.of(
                row.identity(),
                row.opening(),
                place.account().isEmpty() ? "any" : place.account(),
                place.region().isEmpty() ? "any" : place.region(),
                row.rings() ? String.join(", ", row.rules()) : row.why());
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            line.append(row.get(column))
                    .append(" ".repeat(widths[column] - row.get(column).length() + 2));
        }
        return line.toString().stripTrailing();
    }
}
