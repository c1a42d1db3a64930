package dev.glasstrail.trail.files;

import dev.glasstrail.aws.BucketFolder;
import dev.glasstrail.trail.ClockSkew;
import dev.glasstrail.trail.ReadPlan;
import dev.glasstrail.trail.ReadRequest;
import dev.glasstrail.trail.Reading;
import dev.glasstrail.trail.Reading.FileKind;
import dev.glasstrail.trail.Reading.Place;
import dev.glasstrail.trail.Reading.Shortfall;
import dev.glasstrail.trail.TrailException;
import dev.glasstrail.trail.TrailSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.services.s3.S3Client;

/// Reads the CloudTrail logs in a folder, or in a bucket: the trail's own or any other files.
///
/// Takes `.json` and `.json.gz` whatever their names say: an object with `Records`, an array,
/// objects one after another or one to a line, and EventBridge events around a record. A file whose
/// path gives a date of delivery is left unopened if that lies more than a day outside the stretch
/// of time; in a bucket with CloudTrail's layout it is not even listed, and neither are digests and
/// Insight events. Memory does not depend on the size of the trail: records are read one at a time,
/// as many files at once as the limits say, and the store is listed as it is read.
public final class FilesTrailSource implements TrailSource {

    /// Entries of a listing that are remembered: a few megabytes.
    private static final int MOST_KEPT = 20_000;

    private static final int MOST_WITHOUT_LAYOUT = 1_000_000;

    private final String kind;
    private final LogStore store;
    private final Places wanted;
    private final FileLimits limits;
    private final Supplier<Duration> clockAhead;

    /// @param root the folder; symbolic links out of it are followed
    public FilesTrailSource(Path root, FileLimits limits) {
        this(new FolderStore(root), limits);
    }

    FilesTrailSource(LogStore store, FileLimits limits) {
        this("files", store, Places.ALL, limits, () -> Duration.ZERO);
    }

    private FilesTrailSource(
            String kind,
            LogStore store,
            Places wanted,
            FileLimits limits,
            Supplier<Duration> clockAhead) {
        this.kind = kind;
        this.store = store;
        this.wanted = wanted;
        this.limits = limits;
        this.clockAhead = clockAhead;
    }

    /// Reads a bucket. It is listed once for each source where that is short, so that every scan
    /// reads the same objects; one that is replaced in between is named.
    ///
    /// @param url `s3://bucket` or `s3://bucket/prefix`: the folder that holds `AWSLogs`, or one
    ///   above or below it
    /// @param wanted whose logs are read, and missed where there are none
    /// @param clockAhead how far this machine's clock is ahead of AWS's; asked after reading
    public static FilesTrailSource ofBucket(
            S3Client s3,
            String url,
            Places wanted,
            FileLimits limits,
            Supplier<Duration> clockAhead) {
        BucketStore bucket = new BucketStore(s3, BucketFolder.of(url), wanted, MOST_WITHOUT_LAYOUT);
        return new FilesTrailSource(
                "s3", new KeptListing(bucket, MOST_KEPT), wanted, limits, clockAhead);
    }

    @Override
    public String kind() {
        return kind;
    }

    /// {@inheritDoc}
    ///
    /// @throws TrailException if the store cannot be listed or opened, or holds no log file at all
    @Override
    public Reading read(ReadRequest request, Sink sink)
            throws TrailException, InterruptedException {
        DeliveryDays days = DeliveryDays.of(request);
        ListedFiles listed = new ListedFiles(days);
        store.walk(days, listed);
        request.progress().started(listed.bytes());
        try {
            Tally tally = new Tally();
            SerialSink serial = new SerialSink(sink);
            LogReader reader = new LogReader(store, limits, request, serial);
            try (ReaderPool pool = new ReaderPool(limits.threads(), serial)) {
                store.walk(days, new Reader(days, tally, reader, pool));
                pool.awaitAll();
            }
            requireLogs(tally);
            ClockSkew.of(clockAhead.get()).ifPresent(tally::remark);
            return tally.reading(wanted, store.toString());
        } finally {
            request.progress().finished();
        }
    }

    @Override
    public ReadPlan plan(ReadRequest request) throws TrailException, InterruptedException {
        DeliveryDays days = DeliveryDays.of(request);
        ListedFiles listed = new ListedFiles(days);
        store.walk(days, listed);
        return new ReadPlan(listed.lines(store.toString(), wanted), List.of());
    }

    private void requireLogs(Tally tally) throws TrailException {
        if (tally.hasNoPlace()
                && tally.count(FileKind.LOG, FileKind.OUTSIDE, FileKind.UNREADABLE) == 0) {
            throw new TrailException(
                    "no CloudTrail log lies below "
                            + store
                            + ", only "
                            + tally.count(FileKind.FOREIGN, FileKind.DIGEST, FileKind.INSIGHT)
                            + " other files; give the folder that holds AWSLogs"
                            + (wanted.equals(Places.ALL)
                                    ? ""
                                    : ", and look whether source.accounts and source.regions are"
                                            + " those of the trail"));
        }
    }

    /// Has every file read that may matter, and counts the others.
    private record Reader(DeliveryDays days, Tally tally, LogReader reader, ReaderPool pool)
            implements LogStore.Visitor {

        @Override
        public void file(StoredFile file) throws TrailException, InterruptedException {
            LogPath path = LogPath.parse(file.name());
            if (!days.leaveOut(path)) {
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

        @Override
        public void folder(String name, Place place) {
            tally.place(place);
        }

        @Override
        public void remark(Shortfall remark) {
            tally.remark(remark);
        }
    }
}
