package dev.glasstrail.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SourceSettingsTest {

    @Test
    void filesAreReadByDefaultAndTheFolderHasToBeNamed() throws SettingsException {
        assertThat(Yaml.settings("").source())
                .isEqualTo(
                        new SourceSettings(
                                SourceSettings.Kind.FILES,
                                new FilesSettings(null, "", 4, 1_073_741_824L),
                                new SourceSettings.Partitions(List.of(), List.of()),
                                AthenaSettings.DEFAULTS,
                                TrinoSettings.DEFAULTS,
                                new LookupSettings(2_000)));
    }

    @Test
    void everyKeyIsRead() throws SettingsException {
        SourceSettings source =
                Yaml.settings(
                                """
                                source:
                                  kind: files
                                  logs: /mnt/evidence/AWSLogs
                                  bucket: s3://your-trail-bucket/org
                                  threads: 16
                                  max-inflated-bytes-per-file: 512 MiB
                                  accounts: ["444455556666", 111122223333]
                                  regions: [eu-central-1]
                                """)
                        .source();

        assertThat(source.files())
                .isEqualTo(
                        new FilesSettings(
                                Path.of("/mnt/evidence/AWSLogs"),
                                "s3://your-trail-bucket/org",
                                16,
                                536_870_912L));
        assertThat(source.partitions())
                .isEqualTo(
                        new SourceSettings.Partitions(
                                List.of("111122223333", "444455556666"), List.of("eu-central-1")));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2KiB, 2048", "3 MiB, 3145728", "1024GiB, 1099511627776"})
    void bytesMayBeWrittenWithAUnit(String text, long bytes) throws SettingsException {
        SourceSettings source =
                Yaml.settings("source: {max-inflated-bytes-per-file: %s}".formatted(text)).source();

        assertThat(source.files().maxInflatedBytesPerFile()).isEqualTo(bytes);
    }

    @Test
    void moreBytesThanAnyMachineHasAreRefused() {
        assertThat(Yaml.problems("source: {max-inflated-bytes-per-file: 9999999999GiB}"))
                .isEqualTo(
                        """
                        g.yaml:1: source.max-inflated-bytes-per-file is "9999999999GiB"; give 1024GiB or less
                        """);
    }

    @Test
    void wrongValuesAreAllToldAtOnceWithTheirLines() {
        assertThat(
                        Yaml.problems(
                                """
                                source:
                                  kind: oracle
                                  logs:
                                  threads: 65
                                  max-inflated-bytes-per-file: 0
                                """))
                .isEqualTo(
                        """
                        g.yaml:2: source.kind is "oracle"; give one of files, s3, athena, trino, lookup
                        g.yaml:3: source.logs has no value; give one or take the line out
                        g.yaml:4: source.threads is 65; give 1 to 64
                        g.yaml:5: source.max-inflated-bytes-per-file is "0"; give bytes, or a number and KiB, MiB or GiB, such as 512MiB
                        """);
        assertThat(
                        Yaml.problems(
                                """
                                source:
                                  kind: {files: true}
                                  logs: ""
                                  threads: many
                                  max-inflated-bytes-per-file: 1GB
                                """))
                .isEqualTo(
                        """
                        g.yaml:2: source.kind has more than one value in one place; give one
                        g.yaml:3: source.logs is ""; give the path of a folder
                        g.yaml:4: source.threads is "many"; give 1 to 64
                        g.yaml:5: source.max-inflated-bytes-per-file is "1GB"; give bytes, or a number and KiB, MiB or GiB, such as 512MiB
                        """);
    }

    @Test
    void theRecordRefusesWhatTheFileMayNotSay() {
        assertThatThrownBy(() -> new FilesSettings(null, "", 0, 1))
                .hasMessage("source.threads is 0; give 1 to 64");
        assertThatThrownBy(() -> new FilesSettings(null, "", 1, 0))
                .hasMessage(
                        "source.max-inflated-bytes-per-file is 0; give 1 to 9223372036854775807");
    }
}
