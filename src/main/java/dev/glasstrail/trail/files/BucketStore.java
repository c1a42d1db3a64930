package dev.glasstrail.trail.files;

import dev.glasstrail.aws.AwsFailures;
import dev.glasstrail.aws.BucketFolder;
import dev.glasstrail.trail.Reading.Shortfall;
import dev.glasstrail.trail.TrailException;
import dev.glasstrail.trail.files.LayoutSearch.Layout;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/// A bucket, or a folder in one.
///
/// Where it has CloudTrail's layout, only the days of delivery that are asked for are listed, in
/// one go for each account and region: S3 lists in the order of the keys, which is that of the
/// days. Digests, Insight events and the logs of other services lie in folders of their own beside
/// CloudTrail's and are neither listed nor counted. Without that layout everything is listed.
final class BucketStore implements LogStore {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT);

    private final S3Client s3;
    private final BucketFolder root;
    private final Places wanted;
    private final int mostWithoutLayout;
    private final BucketListing listing;

    /// @param wanted places; no folder of any other is listed
    /// @param mostWithoutLayout objects that are listed where nothing tells which ones matter
    BucketStore(S3Client s3, BucketFolder root, Places wanted, int mostWithoutLayout) {
        this.s3 = s3;
        this.root = root;
        this.wanted = wanted;
        this.mostWithoutLayout = mostWithoutLayout;
        this.listing = new BucketListing(s3, root);
    }

    @Override
    public void walk(DeliveryDays days, Visitor visitor)
            throws TrailException, InterruptedException {
        Layout layout = new LayoutSearch(listing, root, wanted).layout();
        if (!layout.found()) {
            everything(visitor);
            return;
        }
        layout.remarks().forEach(visitor::remark);
        for (StoredFile stray : layout.strays()) {
            visitor.file(stray);
        }
        for (LayoutFolder region : layout.regions()) {
            visitor.folder(root.nameOf(region.prefix()), region.place());
            listing.objects(
                    region.prefix(),
                    region.region() + DAY.format(days.first()) + "/",
                    // The first character behind the slash that ends the last day.
                    new UpTo(region.region() + DAY.format(days.last()) + "0", visitor));
        }
    }

    @Override
    public InputStream open(StoredFile file) throws IOException, TrailException {
        GetObjectRequest.Builder request =
                GetObjectRequest.builder().bucket(root.bucket()).key(root.keyOf(file.name()));
        if (!file.version().isEmpty()) {
            request.ifMatch(file.version());
        }
        return ResumedObject.open(position ->
                get((position == 0 ? request : request.range("bytes=" + position + "-")).build()));
    }

    @Override
    public String toString() {
        return root.toString();
    }

    private ResponseInputStream<GetObjectResponse> get(GetObjectRequest request)
            throws IOException, TrailException {
        try {
            return s3.getObject(request);
        } catch (SdkException failure) {
            if (AwsFailures.isInterruption(failure)) {
                InterruptedIOException stopped = new InterruptedIOException("reading was stopped");
                stopped.initCause(failure);
                throw stopped;
            }
            throw BucketFailures.ofObject(root, failure);
        }
    }

    private void everything(Visitor visitor) throws TrailException, InterruptedException {
        Everything everything = new Everything(visitor);
        listing.objects(root.prefix(), "", everything);
        if (everything.objects == 0) {
            throw new TrailException(
                    "nothing lies below " + root + "; give the folder that holds AWSLogs");
        }
        visitor.remark(
                new Shortfall(
                        "LAYOUT_UNKNOWN",
                        root
                                + " does not have CloudTrail's layout"
                                + " (AWSLogs/<account>/CloudTrail/<region>/…), so all below it"
                                + " was listed, and read but for files whose names give another"
                                + " place or day."));
        if (everything.objects > mostWithoutLayout) {
            visitor.remark(
                    new Shortfall(
                            "OBJECTS_NOT_LISTED",
                            String.format(
                                    Locale.ROOT,
                                    "%s holds more than %,d objects; those behind them in the"
                                            + " order of names were not read.",
                                    root,
                                    mostWithoutLayout)));
        }
    }

    /// Passes objects on until a key.
    private record UpTo(String end, Visitor visitor) implements BucketListing.Listener {

        @Override
        public boolean object(String key, StoredFile file)
                throws TrailException, InterruptedException {
            if (key.compareTo(end) >= 0) {
                return false;
            }
            visitor.file(file);
            return true;
        }

        @Override
        public boolean folder(String name) {
            return true;
        }
    }

    /// Passes objects on until there are too many.
    private final class Everything implements BucketListing.Listener {

        private final Visitor visitor;
        private int objects;

        Everything(Visitor visitor) {
            this.visitor = visitor;
        }

        @Override
        public boolean object(String key, StoredFile file)
                throws TrailException, InterruptedException {
            if (++objects > mostWithoutLayout) {
                return false;
            }
            if (!wanted.leaveOut(LogPath.parse(file.name()).place())) {
                visitor.file(file);
            }
            return true;
        }

        @Override
        public boolean folder(String name) {
            return true;
        }
    }
}
