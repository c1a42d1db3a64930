package dev.glasstrail.aws;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.model.StsException;

/// Puts a failed call to AWS into one line: what was asked, why it failed, what to do next. Nothing
/// of the credentials is in it.
public final class AwsFailures {

    private static final Set<String> EXPIRED =
            Set.of("ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired");
    private static final Set<String> UNKNOWN_KEY =
            Set.of(
                    "UnrecognizedClientException",
                    "InvalidClientTokenId",
                    "InvalidAccessKeyId",
                    "InvalidToken");
    private static final Set<String> NOT_ENABLED =
            Set.of(
                    "UnrecognizedClientException",
                    "InvalidClientTokenId",
                    "AuthFailure",
                    "OptInRequired");
    private static final Set<String> DENIED =
            Set.of(
                    "AccessDenied",
                    "AccessDeniedException",
                    "AccessDenied_Exception",
                    "UnauthorizedOperation",
                    "AllAccessDisabled");
    private static final Set<String> SKEWED =
            Set.of(
                    "RequestTimeTooSkewed",
                    "RequestExpired",
                    "RequestInTheFuture",
                    "InvalidSignatureException",
                    "SignatureDoesNotMatch");
    private static final int SHOWN = 300;

    private AwsFailures() {}

    /// The line.
    ///
    /// @param what was being done, such as `the query openings cannot be started`
    /// @param permission that the call needs, such as `athena:StartQueryExecution`
    public static String line(String what, String permission, SdkException failure) {
        return what + ": " + reason(permission, failure);
    }

    /// The line about a call to an account's region by somebody whom AWS knows, as
    /// [Caller#of(AwsClients)] has found out: credentials that only a region does not know tell
    /// that the account has not enabled it. A call may also fail for the reader role that it takes
    /// first.
    ///
    /// @param what as in [#line(String, String, SdkException)]
    /// @param permission likewise
    public static String line(String what, String permission, String region, SdkException failure) {
        if (failure instanceof StsException) {
            return line(what, "sts:AssumeRole of the role in aws.reader", failure);
        }
        return NOT_ENABLED.contains(code(failure))
                ? "%s: the account has not enabled the region %s; enable it there, or leave it out"
                        .formatted(what, region)
                : line(what, permission, failure);
    }

    /// Whether the call was given up because its thread was interrupted.
    public static boolean isInterruption(SdkException failure) {
        return failure instanceof AbortedException
                || failure.getCause() instanceof InterruptedException;
    }

    /// Hands on an interruption for which a call was given up; returns for any other failure.
    ///
    /// @throws InterruptedException if there was one; the thread's mark, which the SDK sets again,
    ///   is cleared, so that calls that clean up are not given up as well
    public static void rethrowInterruption(SdkException failure) throws InterruptedException {
        if (isInterruption(failure)) {
            Thread.interrupted();
            InterruptedException interruption = new InterruptedException("given up while waiting");
            interruption.initCause(failure);
            throw interruption;
        }
    }

    /// Whether AWS refused the call for want of a permission.
    public static boolean isDenied(SdkException failure) {
        return DENIED.contains(code(failure));
    }

    /// The error code that AWS gave; `""` where the failure is not AWS's.
    public static String code(SdkException failure) {
        return failure instanceof AwsServiceException service && service.awsErrorDetails() != null
                ? Objects.requireNonNullElse(service.awsErrorDetails().errorCode(), "")
                : "";
    }

    /// A text that somebody else may have written, as one line of bounded length without control
    /// characters.
    public static String shown(String text) {
        String plain = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return plain.length() > SHOWN ? plain.substring(0, SHOWN) + "…" : plain;
    }

    private static String reason(String permission, SdkException failure) {
        String code = code(failure);
        if (EXPIRED.contains(code)) {
            return "the credentials have expired; sign in again or renew them";
        }
        if (UNKNOWN_KEY.contains(code)) {
            return "AWS does not know these credentials; check the profile and the access key";
        }
        if (DENIED.contains(code)) {
            return "access is denied; allow %s to the identity that `glasstrail doctor` names"
                    .formatted(permission);
        }
        if (SKEWED.contains(code)) {
            return "AWS refuses the signature (%s); set this machine's clock and check the credentials"
                    .formatted(code);
        }
        if (failure instanceof AwsServiceException service && !code.isEmpty()) {
            return "AWS answers %s: %s; look it up under this error code"
                    .formatted(code, shown(message(service)));
        }
        if (failure instanceof AwsServiceException service) {
            return "something answers with status %d and without an error code of AWS; check the endpoint, the proxy and the network"
                    .formatted(service.statusCode());
        }
        return withoutAnswer(failure);
    }

    private static String withoutAnswer(SdkException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return "the host %s is not known; check the region, the endpoint and the network"
                        .formatted(shown(String.valueOf(cause.getMessage())));
            }
            if (cause instanceof ConnectException) {
                return "no connection (%s); check the endpoint, the proxy and the network"
                        .formatted(shown(String.valueOf(cause.getMessage())));
            }
        }
        String message = String.valueOf(failure.getMessage());
        if (message.startsWith(OwnCredentials.NO_PROFILE)
                || message.startsWith(AwsClients.NO_READER)) {
            return shown(message);
        }
        if (message.contains("Unable to load credentials")) {
            return "no credentials were found; set a profile, sign in or run where a role is attached";
        }
        if (message.contains("Unable to load region")) {
            return "no region is known; give aws.region or set AWS_REGION";
        }
        return shown(message) + "; try again, and check the network if it goes on";
    }

    private static String message(AwsServiceException failure) {
        AwsErrorDetails details = failure.awsErrorDetails();
        return String.valueOf(details.errorMessage());
    }
}
