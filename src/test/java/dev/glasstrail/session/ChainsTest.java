package dev.glasstrail.session;

import static dev.glasstrail.session.Identities.otherAccount;
import static dev.glasstrail.session.Identities.role;
import static dev.glasstrail.session.Identities.user;
import static dev.glasstrail.session.LogRecord.assumeRole;
import static dev.glasstrail.session.LogRecord.call;
import static dev.glasstrail.session.Told.told;
import static dev.glasstrail.session.Trails.HOME;
import static dev.glasstrail.session.Trails.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.trail.Glob;
import dev.glasstrail.trail.Watch;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Sessions that sessions opened.
final class ChainsTest {

    private static final String BOB = HOME + "/break-glass-admin/bob";
    private static final String BOBS = role(BOB, "10T09:00:00", "ASIA1");
    private static final LogRecord BOB_OPENS =
            assumeRole("10T09:00:00", user(HOME, "bob", "AKIABOB"), BOB, "ASIA1");

    @Test
    void aChainIsFollowedThroughAnyNumberOfRolesAndAccounts() {
        String second = OTHER + "/deploy/two";
        String third = OTHER + "/path/data/three";
        String fourth = HOME + "/archive/four";
        assertThat(
                        told(
                                BOB_OPENS,
                                assumeRole("10T09:10:00", BOBS, second, "ASIA2").shared("s-2"),
                                assumeRole(
                                                "10T09:10:00",
                                                otherAccount(HOME, "AROABREAKGLASSADMIN:bob"),
                                                second,
                                                "ASIA2")
                                        .id("copy")
                                        .shared("s-2")
                                        .receivedBy(OTHER),
                                assumeRole(
                                        "10T09:20:00",
                                        role(second, "10T09:10:00", "ASIA2"),
                                        third,
                                        "ASIA3"),
                                assumeRole(
                                                "10T09:30:00",
                                                role(third, "10T09:20:00", "ASIA3"),
                                                fourth,
                                                "ASIA4")
                                        .shared("s-4"),
                                call(
                                        "10T09:40:00",
                                        "s3",
                                        "DeleteBucket",
                                        role(fourth, "10T09:30:00", "ASIA4"))))
                .isEqualTo(
                        """
                        session 111122223333/break-glass-admin/bob created 10T09:00:00
                          AssumeRole; bob, IAM user who asked for the credentials
                          opened by AssumeRole@10T09:00:00, key ASIA1
                          AssumeRole@10T09:10:00 by KEY
                        session 444455556666/deploy/two created 10T09:10:00, not watched
                          below 111122223333/break-glass-admin/bob@10T09:00:00, depth 1
                          role chain; bob, first session of the chain
                          opened by AssumeRole@10T09:10:00 [copy], key ASIA2
                          AssumeRole@10T09:20:00 by KEY
                        session 444455556666/data/three created 10T09:20:00, not watched
                          below 444455556666/deploy/two@10T09:10:00, depth 2
                          role chain; bob, first session of the chain
                          opened by AssumeRole@10T09:20:00, key ASIA3
                          AssumeRole@10T09:30:00 by KEY
                        session 111122223333/archive/four created 10T09:30:00, not watched
                          below 444455556666/data/three@10T09:20:00, depth 3
                          role chain; bob, first session of the chain
                          opened by AssumeRole@10T09:30:00, key ASIA4
                          DeleteBucket@10T09:40:00 by KEY
                        """);
    }

    @Test
    void aChainThroughAnUnwatchedRoleBackToTheGlassHangsUnderTheFirstPerson() {
        String middle = HOME + "/deploy/two";
        String back = HOME + "/break-glass-admin/again";
        assertThat(
                        told(
                                BOB_OPENS,
                                assumeRole("10T09:10:00", BOBS, middle, "ASIA2"),
                                assumeRole(
                                        "10T09:20:00",
                                        role(middle, "10T09:10:00", "ASIA2"),
                                        back,
                                        "ASIA3"),
                                call(
                                        "10T09:30:00",
                                        "ec2",
                                        "RunInstances",
                                        role(back, "10T09:20:00", "ASIA3"))))
                .isEqualTo(
                        """
                        session 111122223333/break-glass-admin/bob created 10T09:00:00
                          AssumeRole; bob, IAM user who asked for the credentials
                          opened by AssumeRole@10T09:00:00, key ASIA1
                          AssumeRole@10T09:10:00 by KEY
                        session 111122223333/deploy/two created 10T09:10:00, not watched
                          below 111122223333/break-glass-admin/bob@10T09:00:00, depth 1
                          role chain; bob, first session of the chain
                          opened by AssumeRole@10T09:10:00, key ASIA2
                          AssumeRole@10T09:20:00 by KEY
                        session 111122223333/break-glass-admin/again created 10T09:20:00
                          below 111122223333/deploy/two@10T09:10:00, depth 2
                          role chain; bob, first session of the chain
                          opened by AssumeRole@10T09:20:00, key ASIA3
                          RunInstances@10T09:30:00 by KEY
                        """);
    }

    @Test
    void aRoleThatAssumesItselfIsAChainOfOne() {
        assertThat(
                        told(
                                BOB_OPENS,
                                assumeRole("10T09:10:00", BOBS, BOB, "ASIA2"),
                                call(
                                        "10T09:20:00",
                                        "ec2",
                                        "RunInstances",
                                        role(BOB, "10T09:10:00", "ASIA2"))))
                .isEqualTo(
                        """
                        session 111122223333/break-glass-admin/bob created 10T09:00:00
                          AssumeRole; bob, IAM user who asked for the credentials
                          opened by AssumeRole@10T09:00:00, key ASIA1
                          AssumeRole@10T09:10:00 by KEY
                        session 111122223333/break-glass-admin/bob created 10T09:10:00
                          below 111122223333/break-glass-admin/bob@10T09:00:00, depth 1
                          role chain; bob, first session of the chain
                          opened by AssumeRole@10T09:10:00, key ASIA2
                          RunInstances@10T09:20:00 by KEY
                        """);
    }

    @Test
    void aSessionThatOpensItselfInItsOwnSecondHangsUnderNobody() {
        assertThat(
                        told(
                                assumeRole("10T09:00:00", BOBS, BOB, "ASIA2"),
                                call("10T09:20:00", "ec2", "RunInstances", BOBS)))
                .isEqualTo(
                        """
                        session 111122223333/break-glass-admin/bob created 10T09:00:00
                          AssumeRole; bob, session name of the calling role session
                          opened by AssumeRole@10T09:00:00, key ASIA2
                          unused keys [ASIA2]
                          AssumeRole@10T09:00:00 by KEY
                          RunInstances@10T09:20:00 by KEY
                        """);
    }

    @Test
    void sessionsThatSeemToOpenEachOtherEndSomewhere() {
        String other = HOME + "/break-glass-two/bob";
        assertThat(
                        told(
                                assumeRole("10T09:00:01", BOBS, other, "ASIA2"),
                                assumeRole(
                                        "10T09:00:00",
                                        role(other, "10T09:00:01", "ASIA2"),
                                        BOB,
                                        "ASIA1"),
                                call("10T09:20:00", "ec2", "RunInstances", BOBS)))
                .isEqualTo(
                        """
                        session 111122223333/break-glass-admin/bob created 10T09:00:00
                          AssumeRole; bob, session name of the calling role session
                          opened by AssumeRole@10T09:00:00, key ASIA1
                          AssumeRole@10T09:00:01 by KEY
                          RunInstances@10T09:20:00 by KEY
                        session 111122223333/break-glass-two/bob created 10T09:00:01
                          below 111122223333/break-glass-admin/bob@10T09:00:00, depth 1
                          role chain; bob, first session of the chain
                          opened by AssumeRole@10T09:00:01, key ASIA2
                          AssumeRole@10T09:00:00 by KEY
                        """);
    }

    @Test
    void theUnwatchedSessionThatOpenedAGlassIsNotListedButNamesThePerson() {
        String developer = HOME + "/developers/carol";
        assertThat(
                        told(
                                LogRecord.saml("10T08:00:00", developer, "ASIA0"),
                                assumeRole(
                                        "10T09:00:00",
                                        role(developer, "10T08:00:00", "ASIA0"),
                                        BOB,
                                        "ASIA1"),
                                call(
                                        "10T08:30:00",
                                        "ec2",
                                        "RunInstances",
                                        role(developer, "10T08:00:00", "ASIA0")),
                                call("10T09:20:00", "ec2", "RunInstances", BOBS)))
                .isEqualTo(
                        """
                        session 111122223333/break-glass-admin/bob created 10T09:00:00
                          AssumeRole; carol, the calling role session's own opening
                          opened by AssumeRole@10T09:00:00, key ASIA1
                          RunInstances@10T09:20:00 by KEY
                        """);
    }

    @Test
    void whatAnUnwatchedRoleDidAtAnotherTimeIsNotOfTheChain() {
        String deploy = HOME + "/deploy/ci";
        assertThat(
                        told(
                                BOB_OPENS,
                                assumeRole("10T09:10:00", BOBS, deploy, "ASIA2"),
                                call(
                                        "10T09:20:00",
                                        "ec2",
                                        "RunInstances",
                                        role(deploy, "10T09:10:00", "ASIA2")),
                                call(
                                        "10T09:20:00",
                                        "ec2",
                                        "StopInstances",
                                        role(deploy, "10T09:10:02", "ASIA9")),
                                call(
                                        "11T09:20:00",
                                        "ec2",
                                        "StopInstances",
                                        role(deploy, "11T09:10:00", "ASIA8"))))
                .isEqualTo(
                        """
                        session 111122223333/break-glass-admin/bob created 10T09:00:00
                          AssumeRole; bob, IAM user who asked for the credentials
                          opened by AssumeRole@10T09:00:00, key ASIA1
                          AssumeRole@10T09:10:00 by KEY
                        session 111122223333/deploy/ci created 10T09:10:00, not watched
                          below 111122223333/break-glass-admin/bob@10T09:00:00, depth 1
                          role chain; bob, first session of the chain
                          opened by AssumeRole@10T09:10:00, key ASIA2
                          RunInstances@10T09:20:00 by KEY
                        """);
    }

    @Test
    void anOpeningByASessionThatWasNeverUsedHangsBelowIt() {
        assertThat(
                        told(
                                BOB_OPENS,
                                assumeRole(
                                        "10T09:10:00",
                                        BOBS,
                                        OTHER + "/break-glass-two/bob",
                                        "ASIA2")))
                .isEqualTo(
                        """
                        session 111122223333/break-glass-admin/bob created 10T09:00:00
                          AssumeRole; bob, IAM user who asked for the credentials
                          opened by AssumeRole@10T09:00:00, key ASIA1
                          AssumeRole@10T09:10:00 by KEY
                        never used 444455556666/break-glass-two role chain; bob, first session of the chain
                          opened by AssumeRole@10T09:10:00, key ASIA2
                        """);
    }

    @Test
    void theRootThatAGlassAssumedHangsBelowIt() {
        assertThat(
                        told(
                                BOB_OPENS,
                                call("10T09:10:00", "sts", "AssumeRoot", BOBS)
                                        .request(
                                                "{\"targetPrincipal\":\"arn:aws:iam::"
                                                        + OTHER
                                                        + ":root\"}")
                                        .response(
                                                "{\"credentials\":{\"accessKeyId\":\"ASIAROOT\"}}"),
                                call(
                                        "10T09:11:00",
                                        "s3",
                                        "DeleteBucketPolicy",
                                        Identities.assumedRoot(OTHER, "ASIAROOT", "10T09:10:00"))))
                .isEqualTo(
                        """
                        session 111122223333/break-glass-admin/bob created 10T09:00:00
                          AssumeRole; bob, IAM user who asked for the credentials
                          opened by AssumeRole@10T09:00:00, key ASIA1
                          AssumeRoot@10T09:10:00 by KEY
                        session 444455556666/root created 10T09:10:00
                          below 111122223333/break-glass-admin/bob@10T09:00:00, depth 1
                          AssumeRoot; bob, first session of the chain
                          opened by AssumeRoot@10T09:10:00, key ASIAROOT
                          DeleteBucketPolicy@10T09:11:00 by KEY
                        """);
    }

    @Test
    void theRootThatAGlassAssumedIsFollowedWhereRootIsNotWatched() {
        Watch watch = new Watch(List.of(Glob.of("break-glass*")), List.of(), false, Set.of());
        List<LogRecord> trail =
                List.of(
                        BOB_OPENS,
                        call("10T09:10:00", "sts", "AssumeRoot", BOBS)
                                .request("{\"targetPrincipal\":\"" + OTHER + "\"}")
                                .response("{\"credentials\":{\"accessKeyId\":\"ASIAROOT\"}}"),
                        call(
                                "10T09:11:00",
                                "s3",
                                "DeleteBucketPolicy",
                                Identities.assumedRoot(OTHER, "ASIAROOT", "10T09:10:01")),
                        call(
                                "10T09:12:00",
                                "s3",
                                "ListBuckets",
                                Identities.root(OTHER, "ASIAC", "10T09:10:00")),
                        call("10T09:13:00", "s3", "ListKeys", Identities.root(OTHER, "AKIAROOT")));

        assertThat(
                        Told.sessions(
                                Correlator.correlate(
                                        Trails.records(watch, Trails.events(trail)),
                                        watch,
                                        Trails.WEEK,
                                        Trails.LATER)))
                .isEqualTo(
                        """
                        session 111122223333/break-glass-admin/bob created 10T09:00:00
                          AssumeRole; bob, IAM user who asked for the credentials
                          opened by AssumeRole@10T09:00:00, key ASIA1
                          AssumeRoot@10T09:10:00 by KEY
                        session 444455556666/root created 10T09:10:01, not watched
                          below 111122223333/break-glass-admin/bob@10T09:00:00, depth 1
                          AssumeRoot; bob, first session of the chain
                          opened by AssumeRoot@10T09:10:00, key ASIAROOT
                          DeleteBucketPolicy@10T09:11:00 by KEY
                        """);
    }
}
