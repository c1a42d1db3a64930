package dev.glasstrail.trail.files;

import dev.glasstrail.aws.AwsFailures;
import dev.glasstrail.aws.BucketFolder;
import dev.glasstrail.trail.TrailException;
import java.util.Objects;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Lists a bucket page by page, in the order of S3: that of the keys' bytes in UTF-8.
final class BucketListing {

    /// Hadoop and its kin mark a folder so.
    private static final String FOLDER_SUFFIX = "_$folder$";

    private final S3Client s3;
    private final BucketFolder root;

    BucketListing(S3Client s3, BucketFolder root) {
        this.s3 = s3;
        this.root = root;
    }

    /// Hears what a listing holds.
    interface Listener {

        /// An object with its bytes.
        ///
        /// @return false to end the listing
        boolean object(String key, StoredFile file) throws TrailException, InterruptedException;

        /// A folder, where folders are listed as such.
        ///
        /// @param name without what stands before and behind it
        /// @return false to end the listing
        boolean folder(String name);
    }

    /// Lists every object below a folder.
    ///
    /// @param prefix of the keys
    /// @param after only keys behind this one; `""` for all
    void objects(String prefix, String after, Listener listener)
            throws TrailException, InterruptedException {
        ListObjectsV2Request.Builder request = request(prefix);
        pages((after.isEmpty() ? request : request.startAfter(after)).build(), listener);
    }

    /// Lists what lies in a folder, and not what lies in its folders.
    void level(String prefix, Listener listener) throws TrailException, InterruptedException {
        pages(request(prefix).delimiter("/").build(), listener);
    }

    /// Keys may hold characters that XML cannot; the SDK decodes what it is told is encoded.
    private ListObjectsV2Request.Builder request(String prefix) {
        return ListObjectsV2Request.builder()
                .bucket(root.bucket())
                .prefix(prefix)
                .encodingType(EncodingType.URL);
    }

    private void pages(ListObjectsV2Request first, Listener listener)
            throws TrailException, InterruptedException {
        ListObjectsV2Request request = first;
        while (true) {
            ListObjectsV2Response page = page(request);
            if (!tell(request.prefix(), page, listener)
                    || !Boolean.TRUE.equals(page.isTruncated())) {
                return;
            }
            request = request.toBuilder().continuationToken(page.nextContinuationToken()).build();
        }
    }

    private ListObjectsV2Response page(ListObjectsV2Request request)
            throws TrailException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        try {
            return s3.listObjectsV2(request);
        } catch (SdkException failure) {
            AwsFailures.rethrowInterruption(failure);
            throw BucketFailures.ofListing(root, failure);
        }
    }

    private boolean tell(String prefix, ListObjectsV2Response page, Listener listener)
            throws TrailException, InterruptedException {
        for (CommonPrefix folder : page.commonPrefixes()) {
            String below = folder.prefix();
            if (!listener.folder(below.substring(prefix.length(), below.length() - 1))) {
                return false;
            }
        }
        for (S3Object object : page.contents()) {
            if (!isFolderMarker(object) && !listener.object(object.key(), file(object))) {
                return false;
            }
        }
        return true;
    }

    private StoredFile file(S3Object object) {
        return new StoredFile(
                root.nameOf(object.key()),
                object.size(),
                Objects.requireNonNullElse(object.eTag(), ""),
                Objects.requireNonNullElse(object.storageClassAsString(), ""));
    }

    private static boolean isFolderMarker(S3Object object) {
        return object.size() == 0
                && (object.key().endsWith("/") || object.key().endsWith(FOLDER_SUFFIX));
    }
}
