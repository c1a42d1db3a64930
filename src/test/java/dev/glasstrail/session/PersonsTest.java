package dev.glasstrail.session;

import static dev.glasstrail.session.Identities.SSO_ROLE;
import static dev.glasstrail.session.Identities.otherAccount;
import static dev.glasstrail.session.Identities.role;
import static dev.glasstrail.session.Identities.service;
import static dev.glasstrail.session.Identities.user;
import static dev.glasstrail.session.LogRecord.assumeRole;
import static dev.glasstrail.session.LogRecord.call;
import static dev.glasstrail.session.LogRecord.saml;
import static dev.glasstrail.session.LogRecord.visit;
import static dev.glasstrail.session.Trails.HOME;
import static dev.glasstrail.session.Trails.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who is behind a session, and how that is known, best evidence first.
final class PersonsTest {

    private static final String ALICE = HOME + "/" + SSO_ROLE + "/alice@example.com";
    private static final String SESSION = HOME + "/break-glass-admin/s-1";
    private static final LogRecord ACTION =
            call("10T09:01:00", "ec2", "RunInstances", role(SESSION, "10T09:00:00", "ASIA1"));

    @Test
    void theUserIdOfIdentityCenterIsTheBestEvidence() {
        assertThat(
                        persons(
                                saml("10T09:00:00", ALICE, "ASIA0"),
                                call(
                                        "10T09:01:00",
                                        "ec2",
                                        "RunInstances",
                                        role(ALICE, "10T09:00:00", "ASIA1", "u-alice"))))
                .isEqualTo(
                        "alice@example.com (u-alice): Identity Center user id in the session's records");
    }

    @Test
    void theUserIdIsKnownAgainByTheSubjectOfAnotherOpening() {
        assertThat(
                        persons(
                                saml("10T09:00:00", ALICE, "ASIA0"),
                                call(
                                        "10T09:01:00",
                                        "ec2",
                                        "RunInstances",
                                        role(ALICE, "10T09:00:00", "ASIA1", "u-alice")),
                                saml("10T12:00:00", ALICE, "ASIA2")))
                .isEqualTo(
                        "alice@example.com (u-alice): Identity Center user id in the session's records"
                                + "; never used: alice@example.com (u-alice): SAML subject of the opening");
    }

    @Test
    void aSubjectThatStoodForTwoUsersTellsNoUserId() {
        assertThat(
                        persons(
                                saml("10T09:00:00", ALICE, "ASIA0"),
                                call(
                                        "10T09:01:00",
                                        "ec2",
                                        "RunInstances",
                                        role(ALICE, "10T09:00:00", "ASIA1", "u-old")),
                                saml("11T09:00:00", ALICE, "ASIA0"),
                                call(
                                        "11T09:01:00",
                                        "ec2",
                                        "RunInstances",
                                        role(ALICE, "11T09:00:00", "ASIA1", "u-new")),
                                saml("12T12:00:00", ALICE, "ASIA2")))
                .isEqualTo(
                        "alice@example.com (u-old): Identity Center user id in the session's records"
                                + "; alice@example.com (u-new): Identity Center user id in the session's records"
                                + "; never used: alice@example.com: SAML subject of the opening");
    }

    @Test
    void aVisitToThePortalNamesTheUserWhereTheOpeningNamesNobody() {
        assertThat(
                        persons(
                                visit(
                                        "10T08:59:57",
                                        "GetRoleCredentials",
                                        "u-alice",
                                        HOME,
                                        "break-glass"),
                                nameless(saml("10T09:00:00", ALICE, "ASIA0")),
                                call(
                                        "10T09:01:00",
                                        "ec2",
                                        "RunInstances",
                                        role(ALICE, "10T09:00:00", "ASIA1"))))
                .isEqualTo(
                        "alice@example.com (u-alice): Identity Center portal record of that time,"
                                + " account and permission set");
    }

    @Test
    void visitsOfTwoUsersAtThatTimeNameNobody() {
        assertThat(
                        persons(
                                visit(
                                        "10T08:59:57",
                                        "GetRoleCredentials",
                                        "u-alice",
                                        HOME,
                                        "break-glass"),
                                visit(
                                        "10T08:59:58",
                                        "GetRoleCredentials",
                                        "u-bob",
                                        HOME,
                                        "break-glass"),
                                nameless(saml("10T09:00:00", ALICE, "ASIA0")),
                                call(
                                        "10T09:01:00",
                                        "ec2",
                                        "RunInstances",
                                        role(ALICE, "10T09:00:00", "ASIA1"))))
                .isEqualTo("alice@example.com: session name only");
    }

    @Test
    void anOldPortalRecordGivesTheUserAName() {
        assertThat(
                        persons(
                                visit(
                                                "10T08:59:57",
                                                "GetRoleCredentials",
                                                "u-alice",
                                                HOME,
                                                "break-glass")
                                        .with("userIdentity", "userName", "Alice A."),
                                call(
                                        "10T09:01:00",
                                        "ec2",
                                        "RunInstances",
                                        role(ALICE, "10T09:00:00", "ASIA1", "u-alice"))))
                .isEqualTo("Alice A. (u-alice): Identity Center user id in the session's records");
    }

    @Test
    void theIamUserWhoAskedComesBeforeTheSourceIdentity() {
        assertThat(
                        persons(
                                assumeRole(
                                                "10T09:00:00",
                                                user(HOME, "bob", "AKIABOB"),
                                                SESSION,
                                                "ASIA1")
                                        .with("requestParameters", "sourceIdentity", "mallory"),
                                ACTION))
                .isEqualTo("bob: IAM user who asked for the credentials");
    }

    @Test
    void theSourceIdentityComesBeforeTheNameOfTheCallingSession() {
        assertThat(
                        persons(
                                assumeRole(
                                                "10T09:00:00",
                                                role(HOME + "/ci/runner-7", "10T08:00:00", "ASIA0"),
                                                SESSION,
                                                "ASIA1")
                                        .with("requestParameters", "sourceIdentity", "bob"),
                                ACTION))
                .isEqualTo("bob: source identity set when the credentials were asked for");
    }

    @Test
    void theSourceIdentityThatTheCallingSessionCarriesCounts() {
        String runner =
                role(HOME + "/ci/runner-7", "10T08:00:00", "ASIA0")
                        .replace("\"attributes\"", "\"sourceIdentity\":\"bob\",\"attributes\"");
        assertThat(persons(assumeRole("10T09:00:00", runner, SESSION, "ASIA1"), ACTION))
                .isEqualTo("bob: source identity set when the credentials were asked for");
    }

    @Test
    void theSourceIdentityInTheActionsCountsWhereTheOpeningIsMissing() {
        assertThat(
                        persons(
                                call(
                                        "10T09:01:00",
                                        "ec2",
                                        "RunInstances",
                                        role(SESSION, "10T09:00:00", "ASIA1")
                                                .replace(
                                                        "\"attributes\"",
                                                        "\"sourceIdentity\":\"bob\",\"attributes\""))))
                .isEqualTo("bob: source identity set when the credentials were asked for");
    }

    @Test
    void theCallingSessionsOwnOpeningComesBeforeItsName() {
        String runner = HOME + "/ci/runner-7";
        assertThat(
                        persons(
                                assumeRole(
                                        "10T08:00:00",
                                        user(OTHER, "carol", "AKIACAROL"),
                                        runner,
                                        "ASIA0"),
                                assumeRole(
                                        "10T09:00:00",
                                        role(runner, "10T08:00:00", "ASIA0"),
                                        SESSION,
                                        "ASIA1"),
                                ACTION))
                .isEqualTo("carol: the calling role session's own opening");
    }

    @Test
    void theCallingSessionsUserIdNamesItsUser() {
        assertThat(
                        persons(
                                assumeRole(
                                        "10T09:00:00",
                                        role(
                                                HOME + "/developers/alice",
                                                "10T08:00:00",
                                                "ASIA0",
                                                "u-alice"),
                                        SESSION,
                                        "ASIA1"),
                                ACTION))
                .isEqualTo("alice (u-alice): Identity Center user id in the session's records");
    }

    @Test
    void theCallingSessionsNameIsBetterThanTheSessionsOwn() {
        assertThat(
                        persons(
                                assumeRole(
                                        "10T09:00:00",
                                        role(HOME + "/ci/runner-7", "10T08:00:00", "ASIA0"),
                                        SESSION,
                                        "ASIA1"),
                                ACTION))
                .isEqualTo("runner-7: session name of the calling role session");
    }

    @Test
    void aServiceIsNoPerson() {
        assertThat(
                        persons(
                                assumeRole("10T09:00:00", service("lambda"), SESSION, "ASIA1")
                                        .receivedBy(HOME),
                                ACTION))
                .isEqualTo("lambda.amazonaws.com: AWS service, no person is recorded");
    }

    @Test
    void theSessionsOwnNameIsTheLastResort() {
        assertThat(persons(ACTION)).isEqualTo("s-1: session name only");
        assertThat(
                        persons(
                                assumeRole(
                                                "10T09:00:00",
                                                otherAccount(OTHER, "AIDABOB"),
                                                SESSION,
                                                "ASIA1")
                                        .receivedBy(HOME),
                                ACTION))
                .isEqualTo("s-1: session name only");
    }

    @Test
    void callersThatPointAtEachOtherNameSomebodyInTheEnd() {
        String one = HOME + "/ci/one";
        String two = HOME + "/ci/two";
        assertThat(
                        persons(
                                assumeRole(
                                        "10T08:00:00",
                                        role(two, "10T08:00:00", "ASIA2"),
                                        one,
                                        "ASIA1"),
                                assumeRole(
                                                "10T08:00:00",
                                                role(one, "10T08:00:00", "ASIA1"),
                                                two,
                                                "ASIA2")
                                        .id("other"),
                                assumeRole(
                                        "10T09:00:00",
                                        role(one, "10T08:00:00", "ASIA1"),
                                        SESSION,
                                        "ASIA3"),
                                ACTION))
                .isEqualTo("one: session name of the calling role session");
    }

    @Test
    void aNameThatNobodyVouchesForGetsNoBetterOnItsWay() {
        assertThat(
                        persons(
                                assumeRole(
                                        "10T07:00:00",
                                        role(HOME + "/ci/runner-7", "10T06:00:00", "ASIA0"),
                                        HOME + "/ci/step",
                                        "ASIA1"),
                                assumeRole(
                                        "10T09:00:00",
                                        role(HOME + "/ci/step", "10T07:00:00", "ASIA1"),
                                        SESSION,
                                        "ASIA2"),
                                ACTION))
                .isEqualTo("runner-7: session name of the calling role session");
    }

    @Test
    void rootIsNoPerson() {
        assertThat(
                        persons(
                                call(
                                        "10T09:00:00",
                                        "ec2",
                                        "RunInstances",
                                        Identities.root(HOME, "AKIAROOT"))))
                .isEqualTo("root of 111122223333: root user, no person is recorded");
    }

    @Test
    void anIamUserIsNamedByItsName() {
        assertThat(
                        persons(
                                call(
                                        "10T09:00:00",
                                        "ec2",
                                        "RunInstances",
                                        user(HOME, "safe-user", "AKIASAFE"))))
                .isEqualTo("safe-user: IAM user name");
    }

    private static LogRecord nameless(LogRecord opening) {
        return opening.lacking("responseElements", "subject")
                .lacking("userIdentity", "userName")
                .lacking("userIdentity", "principalId");
    }

    private static String persons(LogRecord... records) {
        Correlation correlation = Trails.correlated(records);
        List<String> persons = new ArrayList<>();
        correlation.sessions().forEach(session -> persons.add(told(session.person())));
        correlation
                .neverUsed()
                .forEach(unused -> persons.add("never used: " + told(unused.person())));
        return String.join("; ", persons);
    }

    private static String told(Person person) {
        return person.name()
                + (person.userId().isEmpty() ? "" : " (" + person.userId() + ")")
                + ": "
                + person.evidence();
    }
}
