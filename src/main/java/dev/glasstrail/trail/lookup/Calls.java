package dev.glasstrail.trail.lookup;

import dev.glasstrail.aws.AwsFailures;
import software.amazon.awssdk.core.exception.SdkException;

/// Calls to AWS that may be given up.
final class Calls {

    private Calls() {}

    /// @throws InterruptedException if the call was given up for that; the thread's mark is cleared
    static void rethrowInterruption(SdkException failure) throws InterruptedException {
        if (AwsFailures.isInterruption(failure)) {
            // The SDK leaves the mark set that this exception stands for.
            Thread.interrupted();
            InterruptedException interruption = new InterruptedException("given up while asking");
            interruption.initCause(failure);
            throw interruption;
        }
    }
}
