package dev.glasstrail.session;

import static dev.glasstrail.session.Identities.role;
import static dev.glasstrail.session.Identities.service;
import static dev.glasstrail.session.Identities.user;
import static dev.glasstrail.session.LogRecord.assumeRole;
import static dev.glasstrail.session.LogRecord.call;
import static dev.glasstrail.session.LogRecord.saml;
import static dev.glasstrail.session.Trails.HOME;
import static dev.glasstrail.session.Trails.correlated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.trail.Glob;
import dev.glasstrail.trail.Watch;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Which opening is whose, where several could be.
final class JoiningTest {

    private static final String BOB = HOME + "/ops/break-glass-admin/bob";
    private static final String BOB_KEY = user(HOME, "bob", "AKIABOB");

    @Test
    void anUnusedOpeningHasTheIdThatItsSessionWouldHave() {
        LogRecord opening = assumeRole("10T09:00:00", BOB_KEY, BOB, "ASIA1");
        LogRecord action =
                call("10T09:01:00", "ec2", "RunInstances", role(BOB, "10T09:00:00", "ASIA1"));

        assertThat(correlated(opening).neverUsed().getFirst().id())
                .isEqualTo(correlated(opening, action).sessions().getFirst().id());
    }

    @Test
    void anUnusedSignInThatNamesItsSessionHasItsId() {
        String session = user(HOME, "safe-user", "ASIA1", "10T08:50:00");
        LogRecord signIn = call("10T09:00:00", "signin", "CreateOAuth2Token", session);
        LogRecord action = call("10T09:01:00", "ec2", "RunInstances", session);

        assertThat(correlated(signIn).neverUsed().getFirst().id())
                .isEqualTo(correlated(signIn, action).sessions().getFirst().id());
        assertThat(correlated(signIn, action).sessions().getFirst().entry().openings()).hasSize(1);
    }

    @Test
    void anOpeningOfAnotherNameInTheSameSecondOpensAnotherSession() {
        LogRecord carols =
                assumeRole(
                        "10T09:00:00",
                        user(HOME, "carol", "AKIACAROL"),
                        HOME + "/ops/break-glass-admin/carol",
                        "ASIA9");
        LogRecord action =
                call("10T09:01:00", "ec2", "RunInstances", role(BOB, "10T09:00:00", "ASIA1"));

        Correlation correlation = correlated(carols, action);

        assertThat(correlation.sessions().getFirst().entry().openings()).isEmpty();
        assertThat(correlation.neverUsed()).hasSize(1);
    }

    @Test
    void anUnusedOpeningWithoutAssumedRoleUserIsToldByItsRequest() {
        LogRecord opening =
                assumeRole("10T09:00:00", service("ec2"), HOME + "/break-glass-ec2/i-1", "ASIA1")
                        .lacking("responseElements", "assumedRoleUser")
                        .receivedBy(HOME);

        SessionKey key = UnusedSession.keyOf(OpeningReader.read(opening.event()).orElseThrow());

        assertThat(key)
                .isEqualTo(
                        SessionKey.of(
                                HOME,
                                "i-1",
                                "arn:aws:sts::111122223333:assumed-role/break-glass-ec2/i-1",
                                Trails.at("10T09:00:00")));
    }

    @Test
    void samlWithoutASubjectInItsAnswerNamesTheUserOfItsIdentity() {
        LogRecord opening =
                saml("10T09:00:00", BOB, "ASIA1").lacking("responseElements", "subject");

        assertThat(correlated(opening).neverUsed().getFirst().person())
                .isEqualTo(new Person("bob", "", Person.Evidence.SAML));
    }

    @Test
    void aRoleWatchedByItsPathIsFoundIfAnyRecordGivesThePath() {
        Watch byPath =
                new Watch(
                        List.of(Glob.of("arn:aws:iam::*:role/ops/break-glass-admin")),
                        List.of(),
                        false,
                        Set.of());
        String withoutIssuer =
                role(BOB, "10T09:00:00", "ASIA1").replaceFirst("\"sessionIssuer\":\\{[^}]*},", "");
        Records records =
                Trails.records(
                        byPath,
                        Trails.events(
                                List.of(
                                        call("10T09:01:00", "ec2", "RunInstances", withoutIssuer),
                                        call(
                                                "10T09:02:00",
                                                "ec2",
                                                "StopInstances",
                                                role(BOB, "10T09:00:00", "ASIA1")))));

        Correlation correlation = Correlator.correlate(records, byPath, Trails.WEEK, Trails.LATER);

        assertThat(correlation.sessions()).hasSize(1);
        assertThat(correlation.sessions().getFirst().acts()).hasSize(2);
        assertThat(correlation.sessions().getFirst().powers().arn())
                .isEqualTo("arn:aws:iam::111122223333:role/ops/break-glass-admin");
    }

    @Test
    void nobodyIsDerivedFromATrailWithoutChains() {
        Records records =
                Trails.records(
                        Trails.WATCH,
                        Trails.events(List.of(assumeRole("10T09:00:00", BOB_KEY, BOB, "ASIA1"))));

        assertThat(Derivation.from(records, Trails.WATCH).isEmpty()).isTrue();
    }
}
