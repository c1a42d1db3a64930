package dev.glasstrail.trail.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.demo.DemoOrganisation;
import dev.glasstrail.trail.Need;
import dev.glasstrail.trail.Progress;
import dev.glasstrail.trail.ReadRequest;
import dev.glasstrail.trail.Reading;
import dev.glasstrail.trail.Reading.FileKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The demo's trail as this reader sees it.
final class DemoTrailTest {

    @TempDir private Path folder;

    @Test
    void theDemosTrailIsReadWithNothingLost() throws Exception {
        DemoOrganisation demo = DemoOrganisation.withNoise(2_000);
        Path logs = demo.writeLogs(folder);
        ReadRequest request =
                new ReadRequest(
                        demo.from(), demo.to(), List.of(new Need.GuardTouches()), Progress.NONE);
        long files;
        try (Stream<Path> all = Files.walk(logs)) {
            files = all.filter(Files::isRegularFile).count();
        }

        Reading reading = new FilesTrailSource(logs, FileLimits.defaults()).read(request, _ -> {});

        assertThat(reading.unreadable()).isEmpty();
        assertThat(reading.records()).isGreaterThan(2_000);
        assertThat(reading.files().keySet())
                .containsExactlyInAnyOrder(
                        FileKind.LOG,
                        FileKind.DIGEST,
                        FileKind.INSIGHT,
                        FileKind.FOREIGN,
                        FileKind.OUTSIDE);
        assertThat(reading.coverage().stream().map(seen -> seen.place().toString()))
                .containsExactly(
                        "Place[account=111122223333, region=eu-central-1]",
                        "Place[account=111122223333, region=us-east-1]",
                        "Place[account=444455556666, region=eu-central-1]",
                        "Place[account=444455556666, region=us-east-1]",
                        "Place[account=777788889999, region=eu-central-1]",
                        "Place[account=777788889999, region=us-east-1]");
        assertThat(reading.files().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(files);
    }
}
