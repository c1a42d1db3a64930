package dev.glasstrail.trail.files;

import dev.glasstrail.trail.Glob;
import dev.glasstrail.trail.MadeRecord;
import dev.glasstrail.trail.Need;
import dev.glasstrail.trail.Progress;
import dev.glasstrail.trail.ReadRequest;
import dev.glasstrail.trail.Reading;
import dev.glasstrail.trail.Watch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/// Reads a folder as an audit does, in a machine of its own, and prints what that took.
final class MeasuredReading {

    private MeasuredReading() {}

    public static void main(String[] arguments) throws Exception {
        Watch watch = new Watch(List.of(Glob.of("*-break-glass")), List.of(), true, Set.of());
        ReadRequest request =
                new ReadRequest(
                        MadeRecord.FROM,
                        MadeRecord.TO,
                        List.of(new Need.Openings(watch), new Need.WatchedActions(watch)),
                        Progress.NONE);
        AtomicLong wanted = new AtomicLong();
        long start = System.nanoTime();
        Reading reading =
                new FilesTrailSource(Path.of(arguments[0]), FileLimits.defaults())
                        .read(request, _ -> wanted.incrementAndGet());
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%d records, %d wanted, %d unreadable, %.1f MB stored, %.1f s, %.0f records/s, peak %s%n",
                reading.records(),
                wanted.get(),
                reading.unreadable().size(),
                reading.bytes() / 1e6,
                seconds,
                reading.records() / seconds,
                peak());
    }

    /// The most memory that this process ever held, where the system tells.
    private static String peak() throws Exception {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return "unknown";
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> line.substring(6).strip())
                .findFirst()
                .orElse("unknown");
    }
}
