package dev.glasstrail.session;

import static dev.glasstrail.session.Identities.SSO_ROLE;
import static dev.glasstrail.session.Identities.role;
import static dev.glasstrail.session.Identities.user;
import static dev.glasstrail.session.LogRecord.assumeRole;
import static dev.glasstrail.session.LogRecord.call;
import static dev.glasstrail.session.LogRecord.saml;
import static dev.glasstrail.session.Told.toldUses;
import static dev.glasstrail.session.Trails.HOME;
import static dev.glasstrail.session.Trails.OTHER;
import static dev.glasstrail.session.Trails.correlated;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a person calls "that time on Tuesday".
final class UsesTest {

    private static final String BOB = HOME + "/break-glass-admin/bob";
    private static final String BOB_KEY = user(HOME, "bob", "AKIABOB");

    @Test
    void sessionsLessThanAnHourApartAreOneUse() {
        assertThat(
                        toldUses(
                                opens("10T09:00:00", BOB),
                                acts("10T09:30:00", BOB, "10T09:00:00"),
                                opens("10T10:29:59", BOB),
                                acts("10T10:40:00", BOB, "10T10:29:59")))
                .isEqualTo(
                        """
                        use of 111122223333/break-glass-admin by bob, 10T09:00:00 to 10T10:40:00, sessions [111122223333/break-glass-admin/bob@10T09:00:00, 111122223333/break-glass-admin/bob@10T10:29:59], never used 0, denied 0
                        """);
    }

    @Test
    void sessionsAnHourApartAreTwoUses() {
        assertThat(
                        toldUses(
                                opens("10T09:00:00", BOB),
                                acts("10T09:30:00", BOB, "10T09:00:00"),
                                opens("10T10:30:00", BOB),
                                acts("10T10:40:00", BOB, "10T10:30:00")))
                .isEqualTo(
                        """
                        use of 111122223333/break-glass-admin by bob, 10T09:00:00 to 10T09:30:00, sessions [111122223333/break-glass-admin/bob@10T09:00:00], never used 0, denied 0
                        use of 111122223333/break-glass-admin by bob, 10T10:30:00 to 10T10:40:00, sessions [111122223333/break-glass-admin/bob@10T10:30:00], never used 0, denied 0
                        """);
    }

    @Test
    void whatCountsIsTheLastActionOfAllSessionsSoFarNotOfTheLastOne() {
        assertThat(
                        toldUses(
                                opens("10T09:00:00", BOB),
                                acts("10T12:00:00", BOB, "10T09:00:00"),
                                opens("10T09:10:00", BOB),
                                acts("10T09:20:00", BOB, "10T09:10:00"),
                                opens("10T12:59:59", BOB),
                                acts("10T13:00:00", BOB, "10T12:59:59")))
                .isEqualTo(
                        """
                        use of 111122223333/break-glass-admin by bob, 10T09:00:00 to 10T13:00:00, sessions [111122223333/break-glass-admin/bob@10T09:00:00, 111122223333/break-glass-admin/bob@10T09:10:00, 111122223333/break-glass-admin/bob@10T12:59:59], never used 0, denied 0
                        """);
    }

    @Test
    void aChainedSessionKeepsItsUseGoing() {
        String deploy = OTHER + "/deploy/bob";
        assertThat(
                        toldUses(
                                opens("10T09:00:00", BOB),
                                assumeRole(
                                        "10T09:10:00",
                                        role(BOB, "10T09:00:00", "ASIA1"),
                                        deploy,
                                        "ASIA2"),
                                acts("10T10:05:00", deploy, "10T09:10:00"),
                                opens("10T11:04:59", BOB),
                                acts("10T11:05:00", BOB, "10T11:04:59")))
                .isEqualTo(
                        """
                        use of 111122223333/break-glass-admin by bob, 10T09:00:00 to 10T11:05:00, sessions [111122223333/break-glass-admin/bob@10T09:00:00, 444455556666/deploy/bob@10T09:10:00, 111122223333/break-glass-admin/bob@10T11:04:59], never used 0, denied 0
                        """);
    }

    @Test
    void anotherPersonGlassOrAccountIsAnotherUse() {
        assertThat(
                        toldUses(
                                opens("10T09:00:00", BOB),
                                acts("10T09:01:00", BOB, "10T09:00:00"),
                                assumeRole(
                                        "10T09:00:01",
                                        user(HOME, "carol", "AKIACAROL"),
                                        HOME + "/break-glass-admin/c",
                                        "ASIA9"),
                                acts("10T09:01:01", HOME + "/break-glass-admin/c", "10T09:00:01"),
                                opens("10T09:00:02", HOME + "/break-glass-data/bob"),
                                acts("10T09:01:02", HOME + "/break-glass-data/bob", "10T09:00:02"),
                                assumeRole(
                                        "10T09:00:03",
                                        BOB_KEY,
                                        OTHER + "/break-glass-admin/bob",
                                        "ASIA8"),
                                acts(
                                        "10T09:01:03",
                                        OTHER + "/break-glass-admin/bob",
                                        "10T09:00:03")))
                .isEqualTo(
                        """
                        use of 111122223333/break-glass-admin by bob, 10T09:00:00 to 10T09:01:00, sessions [111122223333/break-glass-admin/bob@10T09:00:00], never used 0, denied 0
                        use of 111122223333/break-glass-admin by carol, 10T09:00:01 to 10T09:01:01, sessions [111122223333/break-glass-admin/c@10T09:00:01], never used 0, denied 0
                        use of 111122223333/break-glass-data by bob, 10T09:00:02 to 10T09:01:02, sessions [111122223333/break-glass-data/bob@10T09:00:02], never used 0, denied 0
                        use of 444455556666/break-glass-admin by bob, 10T09:00:03 to 10T09:01:03, sessions [444455556666/break-glass-admin/bob@10T09:00:03], never used 0, denied 0
                        """);
    }

    @Test
    void onePersonUnderTwoSessionNamesIsOneUse() {
        assertThat(
                        toldUses(
                                saml("10T09:00:00", HOME + "/" + SSO_ROLE + "/alice", "ASIA1"),
                                call(
                                        "10T09:01:00",
                                        "ec2",
                                        "RunInstances",
                                        role(
                                                HOME + "/" + SSO_ROLE + "/alice",
                                                "10T09:00:00",
                                                "ASIA1",
                                                "u-alice")),
                                saml("10T09:10:00", HOME + "/" + SSO_ROLE + "/alice.new", "ASIA2"),
                                call(
                                        "10T09:11:00",
                                        "ec2",
                                        "RunInstances",
                                        role(
                                                HOME + "/" + SSO_ROLE + "/alice.new",
                                                "10T09:10:00",
                                                "ASIA2",
                                                "u-alice"))))
                .isEqualTo(
                        """
                        use of 111122223333/break-glass by alice, 10T09:00:00 to 10T09:11:00, sessions [111122223333/break-glass/alice@10T09:00:00, 111122223333/break-glass/alice.new@10T09:10:00], never used 0, denied 0
                        """);
    }

    @Test
    void anUnusedOpeningBelongsToTheUseAroundIt() {
        assertThat(
                        toldUses(
                                opens("10T09:00:00", BOB),
                                acts("10T09:01:00", BOB, "10T09:00:00"),
                                opens("10T09:30:00", BOB),
                                opens("10T10:29:59", BOB),
                                opens("10T12:00:00", BOB)))
                .isEqualTo(
                        """
                        use of 111122223333/break-glass-admin by bob, 10T09:00:00 to 10T10:29:59, sessions [111122223333/break-glass-admin/bob@10T09:00:00], never used 2, denied 0
                        use of 111122223333/break-glass-admin by bob, 10T12:00:00 to 10T12:00:00, sessions [], never used 1, denied 0
                        """);
    }

    @Test
    void anUnusedOpeningThatASessionAskedForBelongsToItsUse() {
        assertThat(
                        toldUses(
                                opens("10T09:00:00", BOB),
                                assumeRole(
                                        "10T09:10:00",
                                        role(BOB, "10T09:00:00", "ASIA1"),
                                        OTHER + "/break-glass-data/bob",
                                        "ASIA2")))
                .isEqualTo(
                        """
                        use of 111122223333/break-glass-admin by bob, 10T09:00:00 to 10T09:10:00, sessions [111122223333/break-glass-admin/bob@10T09:00:00], never used 1, denied 0
                        """);
    }

    @Test
    void aRefusedAttemptWithinAnHourBelongsToTheUse() {
        assertThat(
                        toldUses(
                                refused("10T08:00:00"),
                                refused("10T08:00:01"),
                                opens("10T09:00:00", BOB),
                                refused("10T09:00:30"),
                                acts("10T09:01:00", BOB, "10T09:00:00"),
                                refused("10T10:00:59"),
                                refused("10T10:01:00")))
                .isEqualTo(
                        """
                        use of 111122223333/break-glass-admin by bob, 10T09:00:00 to 10T09:01:00, sessions [111122223333/break-glass-admin/bob@10T09:00:00], never used 0, denied 3
                        """);
    }

    @Test
    void anAttemptBetweenTwoUsesCountsInTheNearerOneAlone() {
        assertThat(
                        toldUses(
                                opens("10T09:00:00", BOB),
                                acts("10T09:01:00", BOB, "10T09:00:00"),
                                refused("10T09:31:00"),
                                refused("10T09:40:00"),
                                opens("10T10:01:00", BOB),
                                acts("10T10:02:00", BOB, "10T10:01:00")))
                .isEqualTo(
                        """
                        use of 111122223333/break-glass-admin by bob, 10T09:00:00 to 10T09:01:00, sessions [111122223333/break-glass-admin/bob@10T09:00:00], never used 0, denied 1
                        use of 111122223333/break-glass-admin by bob, 10T10:01:00 to 10T10:02:00, sessions [111122223333/break-glass-admin/bob@10T10:01:00], never used 0, denied 1
                        """);
    }

    @Test
    void anAttemptOfAnotherPersonBelongsToNoUse() {
        assertThat(
                        toldUses(
                                assumeRole(
                                        "10T09:00:00",
                                        user(HOME, "carol", "AKIACAROL"),
                                        HOME + "/break-glass-admin/c",
                                        "ASIA9"),
                                refused("10T09:00:30"),
                                acts("10T09:01:00", HOME + "/break-glass-admin/c", "10T09:00:00")))
                .isEqualTo(
                        """
                        use of 111122223333/break-glass-admin by carol, 10T09:00:00 to 10T09:01:00, sessions [111122223333/break-glass-admin/c@10T09:00:00], never used 0, denied 0
                        """);
    }

    @Test
    void aUseKeepsItsIdWhenItsPersonIsKnownBetterLater() {
        LogRecord opening = saml("10T09:00:00", HOME + "/" + SSO_ROLE + "/alice", "ASIA1");
        LogRecord action =
                call(
                        "10T09:01:00",
                        "ec2",
                        "RunInstances",
                        role(HOME + "/" + SSO_ROLE + "/alice", "10T09:00:00", "ASIA2", "u-alice"));

        List<Use> first = correlated(opening.receivedBy(HOME)).uses();
        List<Use> again = correlated(opening, action).uses();

        assertThat(first).hasSize(1);
        assertThat(again).hasSize(1);
        assertThat(ids(again)).containsExactlyElementsOf(ids(first));
    }

    @Test
    void theIdOfAUseDoesNotDependOnUsesElsewhere() {
        List<String> alone = ids(correlated(opens("10T09:00:00", BOB)).uses());
        List<String> among =
                ids(
                        correlated(
                                        opens("10T05:00:00", BOB),
                                        opens("10T09:00:00", BOB),
                                        opens("10T23:00:00", BOB))
                                .uses());

        assertThat(among).hasSize(3).contains(alone.getFirst());
    }

    @Test
    void usesWhoseShortIdsCollideAreToldApart() {
        List<LogRecord> many = new ArrayList<>();
        for (int day = 9; day <= 15; day++) {
            for (int n = 0; n < 300; n++) {
                many.add(
                        opens(
                                "%02dT%02d:%02d:00".formatted(day, n / 60 * 2, n % 60),
                                HOME + "/break-glass-" + n + "/bob"));
            }
        }

        List<String> ids = ids(correlated(many.toArray(LogRecord[]::new)).uses());

        assertThat(ids).hasSize(2100).doesNotHaveDuplicates();
        assertThat(ids).allMatch(id -> id.matches("BG-2026-W46-([0-9a-f]{4}|[0-9a-f]{16})"));
        assertThat(ids).filteredOn(id -> id.length() > 16).hasSizeBetween(10, 60);
    }

    private static List<String> ids(List<Use> uses) {
        return uses.stream().map(Use::id).toList();
    }

    private static LogRecord opens(String time, String session) {
        return assumeRole(time, BOB_KEY, session, "ASIA" + time.replaceAll("\\W", ""))
                .id("AssumeRole@" + time + session);
    }

    private static LogRecord acts(String time, String session, String created) {
        return call(time, "ec2", "DescribeInstances", role(session, created, "ASIA0"));
    }

    private static LogRecord refused(String time) {
        return call(time, "sts", "AssumeRole", BOB_KEY)
                .failed(
                        "AccessDenied",
                        "not authorized on resource: arn:aws:iam::"
                                + HOME
                                + ":role/break-glass-admin");
    }
}
