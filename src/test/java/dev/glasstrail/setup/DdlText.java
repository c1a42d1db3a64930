package dev.glasstrail.setup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The statement of a table taken apart again, as the engine would.
///
/// @param columns those of a record and those of the partitions: name to type on one line
/// @param properties of the table
public record DdlText(Map<String, String> columns, Map<String, String> properties) {

    private static final Pattern LISTS =
            Pattern.compile(
                    """
                    CREATE EXTERNAL TABLE [^(]+ \\(
                    (.*?)
                    \\)
                    PARTITIONED BY \\(
                    (.*?)
                    \\)
                    (.*)TBLPROPERTIES \\(
                    (.*)
                    \\);
                    """,
                    Pattern.DOTALL);
    private static final Pattern COLUMN = Pattern.compile("`([^`]+)` (.*)", Pattern.DOTALL);
    private static final Pattern PROPERTY = Pattern.compile("'([^']+)'='([^']*)'");

    public static DdlText of(String statement) {
        Matcher lists = LISTS.matcher(statement);
        if (!lists.find()) {
            throw new AssertionError("no statement of a table: " + statement);
        }
        Map<String, String> columns = new LinkedHashMap<>();
        for (String column : (lists.group(1) + ",\n" + lists.group(2)).split(",\n(?=  `)", -1)) {
            Matcher parts = COLUMN.matcher(column);
            if (!parts.find()) {
                throw new AssertionError("no column: " + column);
            }
            columns.put(parts.group(1), parts.group(2).replaceAll("\\s", ""));
        }
        Map<String, String> properties = new LinkedHashMap<>();
        PROPERTY.matcher(lists.group(4))
                .results()
                .forEach(property -> properties.put(property.group(1), property.group(2)));
        return new DdlText(columns, properties);
    }
}
