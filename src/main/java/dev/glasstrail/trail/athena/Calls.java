package dev.glasstrail.trail.athena;

import dev.glasstrail.aws.AwsFailures;
import dev.glasstrail.trail.TrailException;
import java.util.Locale;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// Calls to AWS, with failures in the words of this program.
final class Calls {

    private static final int SHOWN = 300;

    private Calls() {}

    /// Calls.
    ///
    /// @param what fails, such as `the workgroup primary cannot be read`
    /// @param permission that the call needs
    /// @throws TrailException with one line
    /// @throws InterruptedException if the call was given up for that; the thread's mark is cleared
    static <T> T call(String what, String permission, Supplier<T> call)
            throws TrailException, InterruptedException {
        try {
            return call.get();
        } catch (SdkException failure) {
            throw failed(what, permission, "", failure);
        }
    }

    /// The exception for a failed call.
    ///
    /// @param goOn what to do besides, beginning with `; `; `""` for nothing
    /// @throws InterruptedException if the call was given up for that; the thread's mark is cleared
    static TrailException failed(String what, String permission, String goOn, SdkException failure)
            throws InterruptedException {
        AwsFailures.rethrowInterruption(failure);
        return new TrailException(AwsFailures.line(what, permission, failure) + goOn, failure);
    }

    /// Whether AWS asks to be asked later.
    static boolean isBusy(SdkException failure) {
        return failure instanceof AwsServiceException service && service.isThrottlingException();
    }

    /// AWS's own message in lower case; `""` where there is none.
    static String message(SdkException failure) {
        return failure instanceof AwsServiceException service && service.awsErrorDetails() != null
                ? String.valueOf(service.awsErrorDetails().errorMessage()).toLowerCase(Locale.ROOT)
                : "";
    }

    /// One line without control characters, for it may repeat what somebody else wrote.
    static String shown(String text) {
        String plain = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return plain.length() > SHOWN ? plain.substring(0, SHOWN) + "…" : plain;
    }
}
