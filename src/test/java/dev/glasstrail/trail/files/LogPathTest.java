package dev.glasstrail.trail.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.trail.Reading.FileKind;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LogPathTest {

    private static final String LOG =
            "111122223333_CloudTrail_eu-central-1_20261114T0205Z_AbCdEfGh12345678.json.gz";
    private static final String DIGEST =
            "111122223333_CloudTrail-Digest_eu-central-1_org-trail_us-east-1_20261114T020531Z";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "AWSLogs/111122223333/CloudTrail/eu-central-1/2026/11/14/<log> | LOG",
                "AWSLogs/o-exampleorg1/111122223333/CloudTrail/eu-central-1/2026/11/14/<log> | LOG",
                "some/prefix/AWSLogs/o-exampleorg1/111122223333/CloudTrail/eu-central-1/2026/11/14/<log> | LOG",
                "CloudTrail/eu-central-1/2026/11/14/<log> | LOG",
                "eu-central-1/2026/11/14/<log> | LOG",
                "14/<log> | LOG",
                "<log> | LOG",
                "111122223333/CloudTrail-Digest/eu-central-1/2026/11/14/<digest>.json.gz | DIGEST",
                "<digest>_backfill.json.gz | DIGEST",
                "111122223333_CloudTrail-Insight_eu-central-1_20261114T0205Z_AbCdEfGh12345678.json.gz | INSIGHT",
                "111122223333_CloudTrail-NetworkActivity_eu-central-1_20261114T0205Z_AbCdEfGh12345678.json.gz | LOG",
            })
    void nativeNamesAreUnderstoodFromAnyFolderOn(String name, FileKind kind) {
        LogPath path = LogPath.parse(name.replace("<log>", LOG).replace("<digest>", DIGEST));

        assertThat(path.kind()).isEqualTo(kind);
        assertThat(path.place()).hasToString("Place[account=111122223333, region=eu-central-1]");
        assertThat(path.delivered()).hasToString("2026-11-14T02:05:00Z");
        assertThat(path.dates()).containsOnly(LocalDate.of(2026, 11, 14));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AWSLogs/111122223333/CloudTrail/eu-central-1/2026/11/14/renamed.json | 111122223333 | eu-central-1 | 2026-11-14T00:00:00Z",
                "CloudTrail/eu-central-1/2026/11/14/renamed.json | '' | eu-central-1 | 2026-11-14T00:00:00Z",
                "AWSLogs/111122223333/CloudTrail/eu-central-1/2026/13/14/renamed.json | 111122223333 | eu-central-1 | 1970-01-01T00:00:00Z",
                "AWSLogs/111122223333/Config/eu-central-1/2026/11/14/renamed.json | '' | '' | 1970-01-01T00:00:00Z",
                "2026/11/14/renamed.json | '' | '' | 1970-01-01T00:00:00Z",
                "renamed.json | '' | '' | 1970-01-01T00:00:00Z",
            })
    void otherNamesSayWhatTheirFoldersSay(
            String name, String account, String region, String delivered) {
        LogPath path = LogPath.parse(name);

        assertThat(path.place().account()).isEqualTo(account);
        assertThat(path.place().region()).isEqualTo(region);
        assertThat(path.delivered()).hasToString(delivered);
    }

    @ParameterizedTest
    @CsvSource({
        "2026/11/14,20261114,false",
        "2026/11/10,20261110,false",
        "2026/11/18,20261118,false",
        "2026/11/09,20261109,true",
        "2026/11/19,20261119,true",
        "2026/11/19,20261114,false",
        "2026/11/14,20261119,false",
        "2026/11/09,20261119,true",
        "2026/11/19,99999999,false",
    })
    void aFileIsOutsideOnlyIfEveryDateInItsPathIs(String folder, String file, boolean outside) {
        LogPath path =
                LogPath.parse(
                        "CloudTrail/eu-central-1/%s/%s"
                                .formatted(folder, LOG.replace("20261114", file)));

        assertThat(path.isOutside(LocalDate.of(2026, 11, 10), LocalDate.of(2026, 11, 18)))
                .isEqualTo(outside);
    }
}
