package dev.glasstrail.trail.files;

import dev.glasstrail.trail.ReadPlan;
import dev.glasstrail.trail.ReadRequest;
import dev.glasstrail.trail.Reading;
import dev.glasstrail.trail.Reading.FileKind;
import dev.glasstrail.trail.TrailException;
import dev.glasstrail.trail.TrailSource;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/// Reads the CloudTrail logs in a folder: a copy of the trail's bucket or any other files.
///
/// Takes `.json` and `.json.gz` whatever their names say: an object with `Records`, an array,
/// objects one after another or one to a line, and EventBridge events around a record. A file whose
/// path gives a date of delivery is left unopened if that lies more than a day outside the stretch
/// of time. Memory does not depend on the size of the trail: records are read one at a time, as
/// many files at once as the limits say, and the folder is listed as it is read.
public final class FilesTrailSource implements TrailSource {

    private final LogStore store;
    private final FileLimits limits;

    /// @param root the folder; symbolic links out of it are followed
    public FilesTrailSource(Path root, FileLimits limits) {
        this(new FolderStore(root), limits);
    }

    FilesTrailSource(LogStore store, FileLimits limits) {
        this.store = store;
        this.limits = limits;
    }

    @Override
    public String kind() {
        return "files";
    }

    /// {@inheritDoc}
    ///
    /// @throws TrailException if the folder cannot be listed, or holds no log file at all
    @Override
    public Reading read(ReadRequest request, Sink sink)
            throws TrailException, InterruptedException {
        Pruning pruning = Pruning.of(request);
        request.progress().started(bytesToRead(pruning));
        try {
            Tally tally = new Tally();
            SerialSink serial = new SerialSink(sink);
            LogReader reader = new LogReader(store, limits, request, serial);
            try (ReaderPool pool = new ReaderPool(limits.threads(), serial)) {
                store.walk(new Reader(pruning, tally, reader, pool));
                pool.awaitAll();
            }
            requireLogs(tally);
            return tally.reading();
        } finally {
            request.progress().finished();
        }
    }

    @Override
    public ReadPlan plan(ReadRequest request) throws TrailException, InterruptedException {
        Sizes sizes = new Sizes(Pruning.of(request));
        store.walk(sizes);
        return new ReadPlan(
                List.of(
                        String.format(
                                Locale.ROOT,
                                "Reads %,d files, %,d bytes as stored, below %s.",
                                sizes.files,
                                sizes.sum,
                                store)),
                List.of());
    }

    private long bytesToRead(Pruning pruning) throws TrailException, InterruptedException {
        Sizes sizes = new Sizes(pruning);
        store.walk(sizes);
        return sizes.sum;
    }

    private void requireLogs(Tally tally) throws TrailException {
        if (tally.count(FileKind.LOG, FileKind.OUTSIDE, FileKind.UNREADABLE) == 0) {
            throw new TrailException(
                    "no CloudTrail log lies below "
                            + store
                            + ", only "
                            + tally.count(FileKind.FOREIGN, FileKind.DIGEST, FileKind.INSIGHT)
                            + " other files; give the folder that holds AWSLogs");
        }
    }

    /// The days of delivery that may hold records of a stretch of time. Delivery takes up to a
    /// quarter of an hour as a rule, and clocks differ.
    private record Pruning(LocalDate first, LocalDate last) {

        static Pruning of(ReadRequest request) {
            return new Pruning(
                    LocalDate.ofInstant(request.from(), ZoneOffset.UTC).minusDays(1),
                    LocalDate.ofInstant(request.to().minusNanos(1), ZoneOffset.UTC).plusDays(1));
        }

        boolean leavesOut(LogPath path) {
            return path.isOutside(first, last);
        }
    }

    /// Adds up the bytes that will be read.
    private static final class Sizes implements LogStore.Visitor {

        private final Pruning pruning;
        private long files;
        private long sum;

        Sizes(Pruning pruning) {
            this.pruning = pruning;
        }

        @Override
        public void file(StoredFile file) {
            if (!pruning.leavesOut(LogPath.parse(file.name()))) {
                files++;
                sum += file.size();
            }
        }

        @Override
        public void other(String name) {}

        @Override
        public void unreachable(String name, String reason) {}
    }

    /// Has every file read that may matter, and counts the others.
    private record Reader(Pruning pruning, Tally tally, LogReader reader, ReaderPool pool)
            implements LogStore.Visitor {

        @Override
        public void file(StoredFile file) throws InterruptedException {
            LogPath path = LogPath.parse(file.name());
            if (!pruning.leavesOut(path)) {
                pool.run(() -> tally.add(reader.read(file, path)));
                return;
            }
            tally.count(path.kind() == FileKind.LOG ? FileKind.OUTSIDE : path.kind());
        }

        @Override
        public void other(String name) {
            tally.count(FileKind.FOREIGN);
        }

        @Override
        public void unreachable(String name, String reason) {
            tally.unreachable(name, reason);
        }
    }
}
