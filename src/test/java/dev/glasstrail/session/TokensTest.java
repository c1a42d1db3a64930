package dev.glasstrail.session;

import static dev.glasstrail.session.Identities.assumedRoot;
import static dev.glasstrail.session.Identities.federated;
import static dev.glasstrail.session.Identities.role;
import static dev.glasstrail.session.Identities.root;
import static dev.glasstrail.session.Identities.user;
import static dev.glasstrail.session.LogRecord.call;
import static dev.glasstrail.session.Told.told;
import static dev.glasstrail.session.Trails.HOME;
import static dev.glasstrail.session.Trails.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Temporary credentials of users and of root, and sign-ins from the command line.
final class TokensTest {

    private static final String SAFE = "safe-user";
    private static final String SAFE_KEY = user(HOME, SAFE, "AKIASAFE");

    @Test
    void aSessionTokenHangsBelowTheRunThatAskedForIt() {
        assertThat(
                        told(
                                call("10T09:00:00", "sts", "GetSessionToken", SAFE_KEY)
                                        .response(
                                                "{\"credentials\":{\"accessKeyId\":\"ASIATOKEN\"}}"),
                                call(
                                        "10T09:01:00",
                                        "ec2",
                                        "StopInstances",
                                        user(HOME, SAFE, "ASIATOKEN", "10T09:00:00"))))
                .isEqualTo(
                        """
                        session 111122223333/safe-user created 10T09:00:00
                          long-term access key; safe-user, IAM user name
                          opened by GetSessionToken@10T09:00:00
                          GetSessionToken@10T09:00:00 by ACCESS_KEY
                        session 111122223333/safe-user created 10T09:00:00
                          below 111122223333/safe-user@10T09:00:00, depth 1
                          GetSessionToken; safe-user, first session of the chain
                          opened by GetSessionToken@10T09:00:00, key ASIATOKEN
                          StopInstances@10T09:01:00 by KEY
                        """);
    }

    @Test
    void aFederationTokenHangsBelowTheRunThatAskedForIt() {
        assertThat(
                        told(
                                call("10T09:00:00", "sts", "GetFederationToken", SAFE_KEY)
                                        .request("{\"name\":\"helper\"}")
                                        .response(
                                                """
                                                {"credentials":{"accessKeyId":"ASIAFED","expiration":"Nov 10, 2026, 9:00:00 PM"},
                                                 "federatedUser":{"federatedUserId":"%s:helper","arn":"arn:aws:sts::%s:federated-user/helper"}}
                                                """
                                                        .formatted(HOME, HOME)),
                                call(
                                        "10T09:01:00",
                                        "ec2",
                                        "StopInstances",
                                        federated(HOME, SAFE, "helper", "10T09:00:00"))))
                .isEqualTo(
                        """
                        session 111122223333/safe-user created 10T09:00:00, expires 10T21:00:00
                          below 111122223333/safe-user@10T09:00:00, depth 1
                          GetFederationToken; safe-user, first session of the chain
                          opened by GetFederationToken@10T09:00:00, key ASIAFED
                          StopInstances@10T09:01:00 by KEY
                        session 111122223333/safe-user created 10T09:00:00
                          long-term access key; safe-user, IAM user name
                          opened by GetFederationToken@10T09:00:00
                          GetFederationToken@10T09:00:00 by ACCESS_KEY
                        """);
    }

    @Test
    void assumeRootIsJoinedByItsKeyWhateverTheSecond() {
        assertThat(
                        told(
                                assumeRoot("10T09:00:00", "ASIAROOT"),
                                call(
                                        "10T09:02:00",
                                        "s3",
                                        "DeleteBucketPolicy",
                                        assumedRoot(OTHER, "ASIAROOT", "10T09:00:09"))))
                .isEqualTo(
                        """
                        session 444455556666/root created 10T09:00:09
                          AssumeRoot; carol, session name of the calling role session
                          opened by AssumeRoot@10T09:00:00, key ASIAROOT
                          DeleteBucketPolicy@10T09:02:00 by KEY
                        """);
    }

    @Test
    void assumeRootIsJoinedByItsSecondWhereTheKeyIsAnother() {
        assertThat(
                        told(
                                assumeRoot("10T09:00:00", "ASIAROOT"),
                                call(
                                        "10T09:02:00",
                                        "s3",
                                        "DeleteBucketPolicy",
                                        assumedRoot(OTHER, "ASIAELSE", "10T09:00:01"))))
                .isEqualTo(
                        """
                        session 444455556666/root created 10T09:00:01
                          AssumeRoot; carol, session name of the calling role session
                          opened by AssumeRoot@10T09:00:00, key ASIAROOT
                          unused keys [ASIAROOT]
                          DeleteBucketPolicy@10T09:02:00 by KEY
                        """);
    }

    @Test
    void assumeRootIsNotTheRootThatSignedInAtThatSecond() {
        assertThat(
                        told(
                                assumeRoot("10T09:00:00", "ASIAROOT"),
                                call(
                                        "10T09:02:00",
                                        "s3",
                                        "DeleteBucketPolicy",
                                        root(OTHER, "ASIAELSE", "10T09:00:00"))))
                .isEqualTo(
                        """
                        session 444455556666/root created 10T09:00:00
                          not in the records; root of 444455556666, root user, no person is recorded
                          DeleteBucketPolicy@10T09:02:00 by KEY
                        never used 444455556666/root AssumeRoot; carol, session name of the calling role session
                          opened by AssumeRoot@10T09:00:00, key ASIAROOT
                        """);
    }

    @Test
    void awsLoginOpensTheSessionThatItNames() {
        String session = user(HOME, SAFE, "ASIACLI", "10T09:00:00");
        assertThat(
                        told(
                                call(
                                        "10T09:00:00",
                                        "signin",
                                        "AuthorizeOAuth2Access",
                                        session.replace("\"accessKeyId\":\"ASIACLI\",", "")),
                                call(
                                        "10T09:00:02",
                                        "signin",
                                        "CreateOAuth2Token",
                                        session.replace("\"accessKeyId\":\"ASIACLI\",", "")),
                                call("10T09:01:00", "ec2", "StopInstances", session)))
                .isEqualTo(
                        """
                        session 111122223333/safe-user created 10T09:00:00
                          aws login; safe-user, IAM user name
                          opened by AuthorizeOAuth2Access@10T09:00:00
                          opened by CreateOAuth2Token@10T09:00:02
                          StopInstances@10T09:01:00 by KEY
                        """);
    }

    @Test
    void awsLoginOfARoleSessionIsAnActionOfIt() {
        String session = role(HOME + "/break-glass-admin/bob", "10T09:00:00", "ASIA1");
        assertThat(
                        told(
                                call("10T09:00:02", "signin", "CreateOAuth2Token", session),
                                call("10T09:01:00", "ec2", "StopInstances", session)))
                .isEqualTo(
                        """
                        session 111122223333/break-glass-admin/bob created 10T09:00:00
                          aws login; bob, session name only
                          opened by CreateOAuth2Token@10T09:00:02
                          CreateOAuth2Token@10T09:00:02 by KEY
                          StopInstances@10T09:01:00 by KEY
                        """);
    }

    private static LogRecord assumeRoot(String time, String key) {
        return call(
                        time,
                        "sts",
                        "AssumeRoot",
                        role(HOME + "/admins/carol", "10T08:00:00", "ASIACAROL"))
                .request("{\"targetPrincipal\":\"" + OTHER + "\"}")
                .response("{\"credentials\":{\"accessKeyId\":\"" + key + "\"}}");
    }
}
