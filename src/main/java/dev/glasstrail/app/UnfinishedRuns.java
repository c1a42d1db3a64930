package dev.glasstrail.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.glasstrail.run.RunRequest;
import dev.glasstrail.settings.SourceSettings.Kind;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/// Remembers runs that have begun and not ended.
///
/// A run that ends, well or not, is forgotten. One whose machine died is found by the next run of
/// the same job, window and settings, which takes its name over: an engine that knows queries by
/// that name hands on the result that was paid for already. After a day nobody has it any more.
final class UnfinishedRuns {

    private static final Duration LIFE = Duration.ofHours(24);

    private final Path folder;
    private final Clock clock;
    private final Supplier<String> ids;

    /// @param out the folder for all reports
    /// @param ids gives each run a name of its own
    UnfinishedRuns(Path out, Clock clock, Supplier<String> ids) {
        this.folder = out.resolve(".unfinished");
        this.clock = clock;
        this.ids = ids;
    }

    /// A run that has begun; closing it is its end.
    ///
    /// @param id names it to an engine; `""` where no engine remembers
    /// @param note the file that remembers it
    record Run(String id, Path note) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            if (!id.isEmpty()) {
                Files.deleteIfExists(note);
                try {
                    Files.deleteIfExists(note.getParent());
                } catch (DirectoryNotEmptyException _) {
                    // Another run is under way.
                }
            }
        }
    }

    /// Begins a run, under the name of one that died in the same work.
    ///
    /// @throws IOException if it cannot be noted
    Run begin(RunRequest request) throws IOException {
        Path note = folder.resolve(name(request));
        if (request.settings().source().kind() != Kind.ATHENA) {
            return new Run("", note);
        }
        String known = known(note);
        if (!known.isEmpty()) {
            return new Run(known, note);
        }
        String id = ids.get();
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, "begun-", ".tmp");
        Files.write(draft, List.of(id, clock.instant().toString()), UTF_8);
        Files.move(
                draft, note, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new Run(id, note);
    }

    private static String name(RunRequest request) {
        return "%s-%s-%s"
                .formatted(
                        request.job(),
                        request.window().label(),
                        request.settings().digest().substring(0, 16));
    }

    private String known(Path note) throws IOException {
        try {
            List<String> lines = Files.readAllLines(note, UTF_8);
            boolean isYoung =
                    lines.size() == 2
                            && Instant.parse(lines.get(1)).plus(LIFE).isAfter(clock.instant());
            return isYoung ? lines.getFirst() : "";
        } catch (NoSuchFileException | DateTimeException _) {
            return "";
        }
    }
}
