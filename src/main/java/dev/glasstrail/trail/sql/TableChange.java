package dev.glasstrail.trail.sql;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The statement that gives a table what it lacks, in the dialect of the engine that described it:
/// Hive's for Athena, else Trino's.
final class TableChange {

    private static final Map<String, String> HIVE =
            Map.of(
                    "useridentity",
                    "struct<type:string,principalid:string,arn:string,accountid:string,"
                            + "invokedby:string,accesskeyid:string,username:string,"
                            + "identityprovider:string,credentialid:string,"
                            + "onbehalfof:struct<userid:string,identitystorearn:string>,"
                            + "sessioncontext:struct<attributes:struct<mfaauthenticated:string,"
                            + "creationdate:string>,sessionissuer:struct<type:string,"
                            + "principalid:string,arn:string,accountid:string,username:string>,"
                            + "sourceidentity:string,signinsessionarn:string,"
                            + "assumedroot:string>>");

    private TableChange() {}

    /// Adds columns.
    static String adding(TrailTable table, List<String> columns) {
        if (isHive(table)) {
            return "ALTER TABLE "
                    + hiveName(table)
                    + columns.stream()
                            .map(column -> column + " " + typeOf(table, column))
                            .collect(Collectors.joining(", ", " ADD COLUMNS (", ")"));
        }
        return columns.stream()
                .map(column ->
                        "ALTER TABLE %s ADD COLUMN %s %s"
                                .formatted(table.name(), column, typeOf(table, column)))
                .collect(Collectors.joining("; "));
    }

    /// The type that a column must have.
    static String typeOf(TrailTable table, String column) {
        String hive = HIVE.getOrDefault(column, "string");
        return isHive(table)
                ? hive
                : hive.replace("struct<", "row(")
                        .replace('>', ')')
                        .replace(':', ' ')
                        .replace(",", ", ")
                        .replace("string", "varchar");
    }

    /// Only Hive calls a text a string.
    private static boolean isHive(TrailTable table) {
        return table.columns().values().stream().anyMatch(type -> type.contains("string"));
    }

    /// Athena's DDL takes the database and the table, in back-ticks.
    private static String hiveName(TrailTable table) {
        String[] parts = table.name().replace("\"", "").split("\\.", -1);
        int first = Math.max(0, parts.length - 2);
        return List.of(parts).subList(first, parts.length).stream()
                .map(part -> "`" + part + "`")
                .collect(Collectors.joining("."));
    }
}
