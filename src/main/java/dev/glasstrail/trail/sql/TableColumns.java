package dev.glasstrail.trail.sql;

import dev.glasstrail.trail.Reading.Shortfall;
import dev.glasstrail.trail.TrailException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The columns of a table against those that the audit needs.
///
/// A column is required where a report without it would be wrong rather than poorer: without it
/// records could not be told apart, found, or tied to their session.
final class TableColumns {

    static final String SHORTFALL = "TABLE_LACKS_COLUMNS";

    private static final String IDENTITY = "useridentity";

    private static final List<String> REQUIRED =
            List.of(
                    "eventtime",
                    "eventsource",
                    "eventname",
                    "eventid",
                    "awsregion",
                    "recipientaccountid",
                    "errorcode",
                    "errormessage",
                    "requestparameters",
                    "responseelements");

    private static final List<String> REQUIRED_MEMBERS =
            List.of(
                    "type",
                    "principalid",
                    "arn",
                    "accountid",
                    "accesskeyid",
                    "sessioncontext.attributes.creationdate",
                    "sessioncontext.sessionissuer.principalid",
                    "sessioncontext.sessionissuer.arn");

    /// What the report loses, in the order of weight.
    private static final Map<String, String> OPTIONAL = optional();

    private final TrailTable table;
    private final Map<String, ColumnType> types = new LinkedHashMap<>();

    /// @throws TrailException if the table cannot carry the audit
    TableColumns(TrailTable table) throws TrailException {
        this.table = table;
        table.columns().forEach((name, type) -> types.put(name, ColumnType.parse(type)));
        requireIdentity();
        requireTexts();
    }

    boolean has(String column) {
        return types.containsKey(column);
    }

    /// Whether a column holds text, so that it can be compared with one.
    boolean isText(String column) {
        return has(column) && type(column).isText();
    }

    /// Sets the columns in the frame.
    void into(Values values) {
        values.sql("table", table.name());
        for (String column :
                List.of(
                        "eventversion",
                        "eventtype",
                        "eventcategory",
                        "sharedeventid",
                        "requestid",
                        "readonly",
                        "sourceipaddress",
                        "useragent",
                        "additionaleventdata",
                        "serviceeventdetails",
                        "resources",
                        "addendum")) {
            values.sql(column, text(column));
        }
        for (String member : List.of("username", "sessioncontext.sessionissuer.username")) {
            String path = IDENTITY + "." + member;
            values.sql(path, hasMember(path) ? path : Sql.absent());
        }
    }

    /// What the report loses because of columns that the table lacks.
    List<Shortfall> shortfalls() {
        List<Shortfall> shortfalls = new ArrayList<>();
        OPTIONAL.forEach((path, loss) -> {
            if (!hasMember(path)) {
                shortfalls.add(
                        new Shortfall(
                                SHORTFALL,
                                "The table has no " + path + ", without which " + loss + "."));
            }
        });
        return shortfalls;
    }

    private String text(String column) {
        if (!has(column)) {
            return Sql.absent();
        }
        ColumnType type = type(column);
        if (type.isText()) {
            return column;
        }
        return type.isNested()
                ? "json_format(CAST(" + column + " AS JSON))"
                : "CAST(" + column + " AS varchar)";
    }

    private boolean hasMember(String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return has(path);
        }
        String column = path.substring(0, dot);
        return has(column) && type(column).has(path.substring(dot + 1).split("\\."));
    }

    private ColumnType type(String column) {
        return types.getOrDefault(column, new ColumnType("", Map.of()));
    }

    private void requireTexts() throws TrailException {
        List<String> missing = REQUIRED.stream().filter(column -> !has(column)).toList();
        if (!missing.isEmpty()) {
            throw new TrailException(
                    "the table "
                            + table.name()
                            + " lacks "
                            + String.join(", ", missing)
                            + ", without which no report can be right; run "
                            + TableChange.adding(table, missing));
        }
        for (String column : REQUIRED) {
            if (!isText(column)) {
                throw new TrailException(
                        "the column %s of the table %s is %s, and must be text; make the table anew as `glasstrail setup athena-table` prints it"
                                .formatted(column, table.name(), shown(column)));
            }
        }
    }

    private void requireIdentity() throws TrailException {
        if (!has(IDENTITY)) {
            throw new TrailException(
                    "the table "
                            + table.name()
                            + " lacks useridentity, without which nobody can be named; run "
                            + TableChange.adding(table, List.of(IDENTITY)));
        }
        List<String> missing =
                REQUIRED_MEMBERS.stream()
                        .filter(member -> !hasMember(IDENTITY + "." + member))
                        .toList();
        if (!missing.isEmpty()) {
            throw new TrailException(
                    "the column useridentity of the table %s lacks %s and is %s; make the table anew as `glasstrail setup athena-table` prints it, with useridentity %s"
                            .formatted(
                                    table.name(),
                                    String.join(", ", missing),
                                    shown(IDENTITY),
                                    TableChange.typeOf(table, IDENTITY)));
        }
    }

    private String shown(String column) {
        String type = String.valueOf(table.columns().get(column));
        String plain = type.replaceAll("[\\p{Cntrl}\\s]+", " ");
        return plain.length() > 60 ? plain.substring(0, 60) + "…" : plain;
    }

    private static Map<String, String> optional() {
        Map<String, String> losses = new LinkedHashMap<>();
        losses.put("resources", "openings whose request was left out name no role");
        losses.put(
                "serviceeventdetails",
                "Identity Center's records do not say which permission set was used");
        losses.put("sharedeventid", "the two records of a call across accounts are not tied");
        losses.put(
                "useridentity.onbehalfof.userid",
                "the person behind an Identity Center session is known by the session's name only");
        losses.put(
                "useridentity.sessioncontext.sourceidentity",
                "the person behind a chain of roles is known by the chain alone");
        losses.put("useridentity.invokedby", "what a service did for a session is not told apart");
        losses.put("useridentity.username", "a user is known by the arn only");
        losses.put(
                "useridentity.sessioncontext.signinsessionarn",
                "the sessions of one console sign-in are not tied");
        losses.put(
                "useridentity.sessioncontext.assumedroot",
                "sessions of AssumeRoot look like the root user's own");
        losses.put(
                "useridentity.sessioncontext.attributes.mfaauthenticated",
                "the use of MFA is not known");
        losses.put(
                "useridentity.sessioncontext.sessionissuer.username",
                "a role is known by its arn only");
        losses.put("useridentity.identityprovider", "a federated person's provider is not named");
        losses.put("useridentity.credentialid", "Identity Center's portal session is not named");
        losses.put("addendum", "a late addition to a record counts as a call of its own");
        losses.put(
                "additionaleventdata", "sign-ins do not say whether MFA was used, nor from where");
        losses.put("sourceipaddress", "no address of a caller is known");
        losses.put("useragent", "no tool of a caller is known");
        losses.put("readonly", "reading and writing calls are told apart by name only");
        losses.put("requestid", "records of one request are not tied");
        losses.put("eventtype", "calls are not told from sign-ins and service events");
        losses.put("eventcategory", "Insight events are told by their type only");
        losses.put("eventversion", "records of an unknown version are not noticed");
        return losses;
    }
}
