package dev.glasstrail.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.glasstrail.run.RunOutcome;
import dev.glasstrail.run.RunRequest;
import dev.glasstrail.settings.AthenaSettings;
import dev.glasstrail.settings.Settings;
import dev.glasstrail.settings.SourceSettings;
import dev.glasstrail.settings.SourceSettings.Kind;
import dev.glasstrail.window.Readiness;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Remembers runs that an engine has begun to work for and that have no report yet.
///
/// The next run of the same job, window and settings takes over the name of such a run and the time
/// as of which it reports: an engine that knows queries by that name hands on the result that was
/// paid for already. After a day nobody has it any more. A run that is still alive keeps its name.
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

    /// Begins a run, under the name of one that ended without a report in the same work.
    ///
    /// @throws IOException if it cannot be noted
    Run begin(RunRequest request) throws IOException {
        if (request.settings().source().kind() != Kind.ATHENA) {
            return Run.unnoted("", request);
        }
        Path note = folder.resolve(name(request));
        Optional<Run> left = takenOver(note, request);
        if (left.isPresent()) {
            return left.get();
        }
        String id = ids.get();
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, "begun-", ".tmp");
        Hold hold = Hold.of(draft).orElseThrow();
        hold.write(List.of(id, clock.instant().toString(), request.asOf().toString()));
        Files.move(
                draft, note, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new Run(id, request.asOf(), note, hold);
    }

    /// The budget is left out: whoever raises it goes on with what was scanned.
    private static String name(RunRequest request) {
        Settings settings = request.settings();
        SourceSettings source = settings.source();
        return "%s-%s-%s"
                .formatted(
                        request.job(),
                        request.window().label(),
                        settings.with(
                                        source.with(
                                                source.athena()
                                                        .with(AthenaSettings.DEFAULTS.budget())))
                                .digest()
                                .substring(0, 16));
    }

    /// The run of a note, or one without a note where the noted one is alive; empty where a new one
    /// has to be noted.
    private Optional<Run> takenOver(Path note, RunRequest request) throws IOException {
        if (!Files.exists(note)) {
            return Optional.empty();
        }
        Optional<Hold> hold = Hold.of(note);
        if (hold.isEmpty()) {
            return Optional.of(Run.unnoted(ids.get(), request));
        }
        try {
            List<String> lines = hold.get().lines();
            if (lines.size() == 3
                    // Until the hold, a live run may have ended.
                    && Files.exists(note)
                    && Instant.parse(lines.get(1)).plus(LIFE).isAfter(clock.instant())
                    && isSame(request, Instant.parse(lines.get(2)))) {
                return Optional.of(
                        new Run(lines.get(0), Instant.parse(lines.get(2)), note, hold.get()));
            }
        } catch (DateTimeException _) {
            // A damaged note is none.
        }
        hold.get().close();
        return Optional.empty();
    }

    /// Whether a report as of another time would be as final as the one that is asked for.
    private static boolean isSame(RunRequest request, Instant asOf) {
        return !asOf.isAfter(request.asOf())
                && request.window().from().isBefore(asOf)
                && isReady(request, asOf) == isReady(request, request.asOf());
    }

    private static boolean isReady(RunRequest request, Instant asOf) {
        return Readiness.of(request.window(), request.settings().window().settle(), asOf)
                instanceof Readiness.Ready;
    }

    /// A run that has begun; closing it is its end.
    static final class Run implements AutoCloseable {

        private final String id;
        private final Instant asOf;
        private final @Nullable Path note;
        private final Hold hold;
        private boolean isKnown;
        private boolean isDone;

        private Run(String id, Instant asOf, @Nullable Path note, Hold hold) {
            this.id = id;
            this.asOf = asOf;
            this.note = note;
            this.hold = hold;
        }

        private static Run unnoted(String id, RunRequest request) {
            return new Run(id, request.asOf(), null, Hold.NONE);
        }

        /// Tells an engine the name of the run; from then on the run is worth going on with.
        ///
        /// @return `""` where no engine remembers
        String id() {
            isKnown = true;
            return id;
        }

        /// The time as of which the run reports: that of its first start.
        Instant asOf() {
            return asOf;
        }

        /// Notes how the run ended: with its report it is done.
        RunOutcome ended(RunOutcome outcome) {
            isDone =
                    switch (outcome) {
                        case RunOutcome.Delivered _,
                                RunOutcome.Refused _,
                                RunOutcome.NotSettled _ ->
                                true;
                        case RunOutcome.SourceFailed _, RunOutcome.DeliveryFailed _ -> false;
                    };
            return outcome;
        }

        @Override
        public void close() throws IOException {
            if (note != null && (isDone || !isKnown)) {
                Files.deleteIfExists(note);
                try {
                    Files.deleteIfExists(note.getParent());
                } catch (DirectoryNotEmptyException _) {
                    // Another run is under way.
                }
            }
            hold.close();
        }
    }

    /// Tells other runs that the one of a note is alive. A process that dies lets go of it, and so
    /// does one that opens and closes the file in another way.
    private record Hold(@Nullable FileChannel channel) implements AutoCloseable {

        private static final Hold NONE = new Hold(null);
        private static final int MOST_BYTES = 1000;

        /// @return empty where somebody else has it
        static Optional<Hold> of(Path note) throws IOException {
            FileChannel channel =
                    FileChannel.open(note, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return Optional.of(new Hold(channel));
                }
            } catch (OverlappingFileLockException _) {
                // A run of this very process has it.
            } catch (IOException _) {
                // A file system without locks cannot tell; a dead run is more likely than a live
                // one.
                return Optional.of(new Hold(channel));
            }
            channel.close();
            return Optional.empty();
        }

        List<String> lines() throws IOException {
            ByteBuffer bytes = ByteBuffer.allocate(MOST_BYTES);
            while (held().read(bytes) > 0) {
                // Up to the end, or to more than a note has.
            }
            return UTF_8.decode(bytes.flip()).toString().lines().toList();
        }

        void write(List<String> lines) throws IOException {
            ByteBuffer bytes = UTF_8.encode(String.join("\n", lines) + "\n");
            while (bytes.hasRemaining()) {
                held().write(bytes);
            }
        }

        private FileChannel held() {
            return Objects.requireNonNull(channel, "nothing is held");
        }

        @Override
        public void close() throws IOException {
            if (channel != null) {
                channel.close();
            }
        }
    }
}
