package dev.glasstrail.aws;

import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/// The credentials at hand: those of a profile that is named, whatever the environment holds, as
/// the AWS CLI has it with `--profile`; else by the usual chain.
final class OwnCredentials implements AwsCredentialsProvider, SdkAutoCloseable {

    /// Begins the message of a failure that says all there is to say.
    static final String NO_PROFILE = "the AWS configuration files have no profile ";

    private final String profile;
    private final AwsCredentialsProvider provider;

    /// @param profile `""` for none
    OwnCredentials(String profile) {
        this.profile = profile;
        this.provider =
                profile.isEmpty()
                        ? DefaultCredentialsProvider.builder().build()
                        : ProfileCredentialsProvider.create(profile);
    }

    /// {@inheritDoc}
    ///
    /// @throws SdkException if there are none; also where the SDK has another exception, such as
    ///   for a process of the profile that fails when it is to renew them
    @Override
    public AwsCredentials resolveCredentials() {
        try {
            return provider.resolveCredentials();
        } catch (SdkException failure) {
            throw isMissing() ? missing() : failure;
        } catch (IllegalStateException | IllegalArgumentException failure) {
            throw SdkClientException.create("Unable to load credentials", failure);
        }
    }

    private boolean isMissing() {
        return !profile.isEmpty() && ProfileFile.defaultProfileFile().profile(profile).isEmpty();
    }

    private SdkClientException missing() {
        return SdkClientException.create(
                NO_PROFILE
                        + profile
                        + "; name one that `aws configure list-profiles` shows in aws.profile, or none");
    }

    @Override
    public void close() {
        if (provider instanceof SdkAutoCloseable closeable) {
            closeable.close();
        }
    }

    @Override
    public String toString() {
        return profile.isEmpty() ? "the credentials at hand" : "the profile " + profile;
    }
}
