package dev.glasstrail.setup;

import dev.glasstrail.settings.AthenaSettings;
import dev.glasstrail.settings.Settings;
import dev.glasstrail.setup.ColumnType.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The statement that makes the trail's table in Athena.
///
/// Its partitions are projected: which accounts, regions and days there are stands in the table's
/// properties. What does not stand there is not read, without an error; hence the settings' own
/// lists.
public final class AthenaTable {

    /// The first day that can be asked for. Days without logs cost nothing.
    static final String FIRST_DAY = "2020/01/01";

    private static final String ACCOUNT = "<account>";
    private static final String REGION = "<region>";

    private final AthenaSettings table;
    private final TrailPlace place;
    private final List<String> accounts;
    private final List<String> regions;

    private AthenaTable(Settings settings) {
        this.table = settings.source().athena();
        this.place = TrailPlace.of(settings.source().files().bucket());
        this.accounts = settings.source().partitions().accounts();
        this.regions = settings.source().partitions().regions();
    }

    /// The statement for the settings, with placeholders for what they leave open; the notes say
    /// what to fill in.
    public static Paper of(Settings settings) {
        AthenaTable table = new AthenaTable(settings);
        return new Paper(table.statement(), table.notes());
    }

    private String statement() {
        return """
        -- The trail's table: the columns of AWS's own statement, and those that tell who stood
        -- behind a session. Nothing is copied; the logs stay where they are.
        """
                + (place.isOrganization()
                        ? ""
                        : """
                        -- For one account's trail: an organization's logs lie a folder further down, named for
                        -- its id, and this table would not see them.
                        """)
                + "CREATE EXTERNAL TABLE %s.%s (\n"
                        .formatted(Hive.name(table.database()), Hive.name(table.table()))
                + columns(TrailColumns.RECORD)
                + "\n)\nPARTITIONED BY (\n"
                + columns(TrailColumns.PARTITIONS)
                + "\n)\n"
                + """
                ROW FORMAT SERDE 'org.apache.hive.hcatalog.data.JsonSerDe'
                STORED AS INPUTFORMAT 'com.amazon.emr.cloudtrail.CloudTrailInputFormat'
                  OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat'
                """
                + "LOCATION %s\nTBLPROPERTIES (\n".formatted(Hive.text(place.folder().url()))
                + properties().entrySet().stream()
                        .map(property ->
                                "  %s=%s"
                                        .formatted(
                                                Hive.text(property.getKey()),
                                                Hive.text(property.getValue())))
                        .collect(Collectors.joining(",\n"))
                + "\n);\n";
    }

    /// What has to be filled in or done first.
    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!place.isKnown()) {
            notes.add("Fill in <bucket>, where the trail puts its logs, or set source.bucket.");
        } else if (!place.isOrganization()) {
            notes.add(
                    "If the trail is an organization's, set source.bucket with its id, such as"
                            + " s3://your-trail-bucket/AWSLogs/o-exampleorgid.");
        }
        if (accounts.isEmpty()) {
            notes.add(
                    "Fill in <account> in projection.account.values with every account of the trail,"
                            + " with commas and no spaces between, or set source.accounts.");
        }
        if (regions.isEmpty()) {
            notes.add(
                    "Fill in <region> in projection.region.values with every region of the trail,"
                            + " likewise, or set source.regions.");
        }
        if (!table.database().equals(AthenaSettings.DEFAULTS.database())) {
            notes.add(
                    "If there is no database %s yet, make it first: CREATE DATABASE %s"
                            .formatted(table.database(), Hive.name(table.database())));
        }
        return notes;
    }

    private Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("projection.enabled", "true");
        properties.put("projection.account.type", "enum");
        properties.put("projection.account.values", values(accounts, ACCOUNT));
        properties.put("projection.region.type", "enum");
        properties.put("projection.region.values", values(regions, REGION));
        properties.put("projection.timestamp.type", "date");
        properties.put("projection.timestamp.format", "yyyy/MM/dd");
        properties.put("projection.timestamp.range", FIRST_DAY + ",NOW");
        properties.put("projection.timestamp.interval", "1");
        properties.put("projection.timestamp.interval.unit", "DAYS");
        properties.put(
                "storage.location.template",
                place.folder().url() + "${account}/CloudTrail/${region}/${timestamp}");
        return properties;
    }

    private static String values(List<String> known, String placeholder) {
        return known.isEmpty() ? placeholder : String.join(",", known);
    }

    private static String columns(List<Field> columns) {
        return columns.stream()
                .map(column ->
                        "  %s %s".formatted(Hive.name(column.name()), column.type().laidOut(2)))
                .collect(Collectors.joining(",\n"));
    }
}
