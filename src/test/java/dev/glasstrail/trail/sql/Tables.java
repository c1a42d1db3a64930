package dev.glasstrail.trail.sql;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Tables of CloudTrail records made up for tests.
final class Tables {

    static final Projection PROJECTION =
            Projection.of(
                    List.of("111122223333", "444455556666"),
                    List.of("eu-central-1", "us-east-1"),
                    new Projection.Days(
                            LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-31")));

    private static final String IDENTITY =
            "struct<type:string,principalid:string,arn:string,accountid:string,invokedby:string,"
                    + "accesskeyid:string,username:string,identityprovider:string,"
                    + "credentialid:string,onbehalfof:struct<userid:string,"
                    + "identitystorearn:string>,sessioncontext:struct<attributes:"
                    + "struct<mfaauthenticated:string,creationdate:string>,sessionissuer:"
                    + "struct<type:string,principalid:string,arn:string,accountid:string,"
                    + "username:string>,sourceidentity:string,signinsessionarn:string,"
                    + "assumedroot:string,ec2roledelivery:string,webidfederationdata:"
                    + "struct<federatedprovider:string,attributes:map<string,string>>>>";

    private Tables() {}

    /// AWS's own table with the columns that it should have besides.
    static TrailTable whole() {
        return new TrailTable("\"lake\".\"trails\"", columns(), PROJECTION);
    }

    static TrailTable with(Projection projection) {
        return new TrailTable("\"lake\".\"trails\"", columns(), projection);
    }

    static TrailTable without(String... missing) {
        Map<String, String> columns = columns();
        List.of(missing).forEach(columns::remove);
        return new TrailTable("\"lake\".\"trails\"", columns, PROJECTION);
    }

    static TrailTable with(String column, String type) {
        Map<String, String> columns = columns();
        columns.put(column, type);
        return new TrailTable("\"lake\".\"trails\"", columns, PROJECTION);
    }

    static Map<String, String> columns() {
        Map<String, String> columns = new HashMap<>();
        RowReader.COLUMNS.forEach(column -> columns.put(column, "string"));
        columns.put("useridentity", IDENTITY);
        columns.put("resources", "array<struct<arn:string,accountid:string,type:string>>");
        columns.put(
                "addendum",
                "struct<reason:string,updatedfields:string,originalrequestid:string,"
                        + "originaleventid:string>");
        List.of("account", "region", "timestamp").forEach(column -> columns.put(column, "string"));
        return columns;
    }
}
