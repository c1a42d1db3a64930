package dev.glasstrail.trail.files;

import dev.glasstrail.aws.AwsFailures;
import dev.glasstrail.aws.BucketFolder;
import dev.glasstrail.trail.TrailException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.InvalidObjectStateException;

/// Tells whether a refused call to S3 concerns one object or the whole bucket, and puts it into
/// words.
final class BucketFailures {

    private static final String LIST = "s3:ListBucket";
    private static final String GET = "s3:GetObject";
    private static final String DECRYPT = "kms:Decrypt";
    private static final int GONE = 404;
    private static final int NOT_THE_SAME = 412;
    private static final int SERVER = 500;

    private static final Set<String> OF_ONE_OBJECT =
            Set.of("NoSuchKey", "PreconditionFailed", "InvalidObjectState", "InvalidRequest");
    private static final Set<String> ELSEWHERE =
            Set.of(
                    "PermanentRedirect",
                    "TemporaryRedirect",
                    "AuthorizationHeaderMalformed",
                    "IllegalLocationConstraintException");

    private BucketFailures() {}

    /// A bucket that cannot be listed.
    static TrailException ofListing(BucketFolder root, SdkException failure) {
        return new TrailException(line(root, root + " cannot be listed", LIST, failure), failure);
    }

    /// An object that cannot be opened.
    ///
    /// @return where the others may still be had
    /// @throws TrailException where they cannot
    static UnavailableObjectException ofObject(BucketFolder root, SdkException failure)
            throws TrailException {
        if (isOfOneObject(failure)) {
            return new UnavailableObjectException(clause(failure), failure);
        }
        throw new TrailException(
                line(root, root + " can no longer be read", GET, failure), failure);
    }

    /// One clause about an object.
    static String clause(SdkException failure) {
        if (failure instanceof AwsServiceException service) {
            switch (service.statusCode()) {
                case GONE -> {
                    return "vanished while the trail was read";
                }
                case NOT_THE_SAME -> {
                    return "was replaced while the trail was read";
                }
                default -> {
                    // The others have a code.
                }
            }
        }
        if (failure instanceof InvalidObjectStateException archived) {
            return "is in the storage class %s; restore it first"
                    .formatted(Reason.plain(archived.storageClassAsString()));
        }
        String words = String.valueOf(failure.getMessage());
        if (AwsFailures.code(failure).equals("InvalidRequest")
                && words.contains("Server Side Encryption")) {
            return "is encrypted with a key that its writer kept (SSE-C), which Glasstrail does"
                    + " not take; copy it with another encryption";
        }
        return AwsFailures.line("cannot be read", words.contains(DECRYPT) ? DECRYPT : GET, failure);
    }

    private static boolean isOfOneObject(SdkException failure) {
        if (failure instanceof AwsServiceException service) {
            String code = AwsFailures.code(failure);
            return AwsFailures.isDenied(failure)
                    || OF_ONE_OBJECT.contains(code)
                    || code.startsWith("KMS.")
                    || service.statusCode() >= SERVER;
        }
        // A connection that was there and broke says nothing of the next one.
        boolean broke = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || isNeverConnected(cause)) {
                return false;
            }
            broke |= cause instanceof IOException;
        }
        return broke;
    }

    /// The HTTP client's own exception for a connection that does not come about in time is one of
    /// those for a connection that falls silent.
    private static boolean isNeverConnected(Throwable cause) {
        return cause instanceof SocketTimeoutException
                && String.valueOf(cause.getMessage()).startsWith("Connect to ");
    }

    private static String line(
            BucketFolder root, String what, String permission, SdkException failure) {
        String code = AwsFailures.code(failure);
        if (code.equals("NoSuchBucket")) {
            return "%s: there is no bucket %s; check its name".formatted(what, root.bucket());
        }
        if (ELSEWHERE.contains(code)) {
            return "%s: the bucket lies in another region (%s); give that region with aws.region"
                    .formatted(what, code);
        }
        return AwsFailures.line(what, permission, failure);
    }
}
