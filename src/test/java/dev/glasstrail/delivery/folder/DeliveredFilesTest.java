package dev.glasstrail.delivery.folder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.delivery.RevisionPlan;
import dev.glasstrail.render.Artifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The files that a delivery adds to the report.
class DeliveredFilesTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-17T08:00:05.250Z"), ZoneOffset.UTC);

    @TempDir private Path temp;
    private Path folder;

    @BeforeEach
    void deliver() throws Exception {
        folder =
                new FolderDelivery(temp, CLOCK)
                        .deliver(
                                new RevisionPlan("weekly", "2026-W46", 1, false),
                                FolderDeliveryTest.bundle(
                                        1,
                                        staging -> {
                                            Files.writeString(
                                                    staging.resolve("report.json"), "hello");
                                            return List.of(Artifact.of(staging, "report.json"));
                                        }))
                        .folder();
    }

    @Test
    void theManifestNamesWhatWentInAndWhatCameOut() throws Exception {
        assertThat(folder.resolve("manifest.json"))
                .hasContent(
                        """
                        {
                          "schema": "glasstrail/manifest/1",
                          "window": {
                            "label": "2026-W46",
                            "from": "2026-11-09T00:00:00Z",
                            "to": "2026-11-16T00:00:00Z",
                            "revision": 1,
                            "provisional": false
                          },
                          "asOf": "2026-11-17T08:00:00Z",
                          "settingsDigest": "5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e",
                          "tool": {
                            "name": "glasstrail",
                            "version": "0.1.0"
                          },
                          "inputs": [
                            {
                              "name": "a/1\\u00E9\\u202E.json.gz",
                              "bytes": 10,
                              "sha256": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                            },
                            {
                              "name": "b/2.json.gz",
                              "bytes": 20,
                              "sha256": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
                            }
                          ],
                          "files": [
                            {
                              "name": "report.json",
                              "bytes": 5,
                              "sha256": "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
                            }
                          ]
                        }
                        """);
    }

    @Test
    void theRunSaysWhoWhereAndHowLong() {
        assertThat(folder.resolve("run.json"))
                .hasContent(
                        """
                        {
                          "schema": "glasstrail/run/1",
                          "startedAt": "2026-11-17T08:00:00Z",
                          "finishedAt": "2026-11-17T08:00:05Z",
                          "durationMillis": 5250,
                          "host": "batch-1",
                          "startedBy": "ops",
                          "bytesScanned": 1048576,
                          "queries": [
                            {
                              "name": "openings",
                              "id": "q-1",
                              "engine": "Athena engine version 3",
                              "bytesScanned": 1048576,
                              "queueMillis": 120,
                              "runMillis": 2400,
                              "rows": 17
                            }
                          ]
                        }
                        """);
    }

    @Test
    void theWayToCheckIsToldAndSaysThatNothingIsSigned() throws Exception {
        assertThat(Files.readString(folder.resolve("VERIFY.md")))
                .contains("    sha256sum -c VERIFY.md\n")
                .contains(
                        "\n2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824  report.json\n")
                .contains("**Nothing here is signed.**");
    }

    @Test
    void theToldCommandAcceptsTheReportAndRefusesAChangedOne() throws Exception {
        assertThat(sha256sum()).isZero();

        Files.writeString(folder.resolve("report.json"), "hallo");
        assertThat(sha256sum()).isEqualTo(1);
    }

    private int sha256sum() throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder("sha256sum", "-c", "VERIFY.md")
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(said).contains("report.json: ", "manifest.json: OK");
            return process.waitFor();
        } catch (IOException e) {
            Assumptions.abort("no sha256sum here: " + e.getMessage());
            return -1;
        }
    }
}
