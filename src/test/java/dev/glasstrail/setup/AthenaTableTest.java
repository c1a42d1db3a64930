package dev.glasstrail.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glasstrail.settings.AthenaSettings;
import dev.glasstrail.settings.FilesSettings;
import dev.glasstrail.settings.Settings;
import dev.glasstrail.settings.SourceSettings;
import dev.glasstrail.settings.SourceSettings.Partitions;
import dev.glasstrail.trail.Need;
import dev.glasstrail.trail.Progress;
import dev.glasstrail.trail.ReadRequest;
import dev.glasstrail.trail.TrailException;
import dev.glasstrail.trail.sql.Projection;
import dev.glasstrail.trail.sql.TrailQuery;
import dev.glasstrail.trail.sql.TrailTable;
import dev.glasstrail.trail.sql.Wanted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The printed statement against what the queries ask of a table.
final class AthenaTableTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-17");
    private static final List<String> ACCOUNTS = List.of("111122223333", "444455556666");
    private static final List<String> REGIONS = List.of("eu-central-1", "us-east-1");

    @Test
    void theTableHasEveryColumnThatTheQueriesRequireOrWant() throws TrailException {
        DdlText printed = printed("s3://your-trail-bucket");

        TrailQuery query = query(printed, Wanted.ALL);

        assertThat(query.shortfalls()).isEmpty();
        assertThat(printed.columns()).containsKeys("account", "region", "timestamp");
    }

    @Test
    void aColumnTheLessWouldBeNoticed() throws TrailException {
        DdlText printed = printed("s3://your-trail-bucket");
        Map<String, String> lessOne = new HashMap<>(printed.columns());
        lessOne.remove("serviceeventdetails");
        Map<String, String> lessARequiredOne = new HashMap<>(printed.columns());
        lessARequiredOne.remove("eventid");

        assertThat(query(new DdlText(lessOne, printed.properties()), Wanted.ALL).shortfalls())
                .hasSize(1);
        assertThatThrownBy(() ->
                        query(new DdlText(lessARequiredOne, printed.properties()), Wanted.ALL))
                .isInstanceOf(TrailException.class)
                .hasMessageContaining("lacks eventid");
    }

    @Test
    void thePartitionsAreReadBackAsTheSettingsNameThem() throws TrailException {
        DdlText printed = printed("s3://your-trail-bucket");

        Projection projection = Projection.of(printed.properties(), TODAY);

        assertThat(projection)
                .isEqualTo(
                        Projection.of(
                                ACCOUNTS,
                                REGIONS,
                                new Projection.Days(LocalDate.parse("2020-01-01"), TODAY)));
        assertThat(query(printed, new Wanted(ACCOUNTS, REGIONS, List.of())).gaps()).isEmpty();
        assertThat(
                        query(
                                        printed,
                                        new Wanted(
                                                List.of("111122223333", "777788889999"),
                                                REGIONS,
                                                List.of()))
                                .gaps())
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "s3://trail, s3://trail/AWSLogs/",
        "s3://trail/, s3://trail/AWSLogs/",
        "s3://trail/AWSLogs, s3://trail/AWSLogs/",
        "s3://trail/some/prefix, s3://trail/some/prefix/AWSLogs/",
        "s3://trail/p/AWSLogs/o-exampleorgid/111122223333, s3://trail/p/AWSLogs/o-exampleorgid/",
        "s3://trail/o-exampleorgid, s3://trail/o-exampleorgid/AWSLogs/o-exampleorgid/",
    })
    void theTemplateLeadsToTheFoldersThatCloudTrailMakes(String bucket, String logs) {
        assertThat(printed(bucket).properties())
                .containsEntry(
                        "storage.location.template",
                        logs + "${account}/CloudTrail/${region}/${timestamp}");
    }

    @Test
    void aNameCannotEndTheText() {
        assertThat(Hive.text("a'b\\c\n\u202e")).isEqualTo("'a\\'b\\\\c\\u000a\\u202e'");
        assertThat(Hive.name("a`b")).isEqualTo("`a``b`");
    }

    private static TrailQuery query(DdlText table, Wanted wanted) throws TrailException {
        return TrailQuery.of(
                new TrailTable(
                        "\"default\".\"cloudtrail_logs\"",
                        table.columns(),
                        Projection.of(table.properties(), TODAY)),
                wanted,
                new ReadRequest(
                        Instant.parse("2026-11-09T00:00:00Z"),
                        Instant.parse("2026-11-16T00:00:00Z"),
                        List.of(new Need.GuardTouches()),
                        Progress.NONE));
    }

    private static DdlText printed(String bucket) {
        Settings settings =
                Settings.DEFAULTS.with(
                        SourceSettings.DEFAULTS
                                .with(FilesSettings.DEFAULTS.withBucket(bucket))
                                .with(new Partitions(ACCOUNTS, REGIONS))
                                .with(AthenaSettings.DEFAULTS));
        return DdlText.of(AthenaTable.of(settings).text());
    }
}
