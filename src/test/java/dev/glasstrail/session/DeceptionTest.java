package dev.glasstrail.session;

import static dev.glasstrail.session.Identities.role;
import static dev.glasstrail.session.Identities.user;
import static dev.glasstrail.session.LogRecord.assumeRole;
import static dev.glasstrail.session.LogRecord.call;
import static dev.glasstrail.session.LogRecord.saml;
import static dev.glasstrail.session.Trails.HOME;
import static dev.glasstrail.session.Trails.OTHER;
import static dev.glasstrail.session.Trails.correlated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.trail.TrailEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the person under audit can arrange so that the report names somebody else, or nobody.
final class DeceptionTest {

    private static final String SHARED = HOME + "/break-glass-admin/ops";

    @Test
    void ofTwoCallersInOneSecondThePersonIsTheOneWhoseKeyWasUsed() {
        Correlation correlation =
                correlated(
                        assumeRole("10T08:59:59", user(HOME, "aaron", "AKIAA"), SHARED, "ASIAA"),
                        assumeRole("10T09:00:00", user(HOME, "bob", "AKIAB"), SHARED, "ASIAB"),
                        call(
                                "10T09:01:00",
                                "ec2",
                                "RunInstances",
                                role(SHARED, "10T09:00:00", "ASIAB")));

        assertThat(correlation.sessions()).hasSize(1);
        assertThat(correlation.sessions().getFirst().person().name()).isEqualTo("bob");
    }

    @Test
    void usersOfOneNameInTwoAccountsAreTwoPeople() {
        Correlation correlation =
                correlated(
                        assumeRole("10T09:00:00", user(HOME, "admin", "AKIA1"), SHARED, "ASIA1"),
                        call(
                                "10T09:01:00",
                                "ec2",
                                "RunInstances",
                                role(SHARED, "10T09:00:00", "ASIA1")),
                        assumeRole("10T09:10:00", user(OTHER, "admin", "AKIA2"), SHARED, "ASIA2"),
                        call(
                                "10T09:11:00",
                                "ec2",
                                "RunInstances",
                                role(SHARED, "10T09:10:00", "ASIA2")));

        assertThat(correlation.uses()).hasSize(2);
        assertThat(correlation.uses().stream().map(use -> use.person().key()))
                .containsExactly("user of " + HOME + ": admin", "user of " + OTHER + ": admin");
    }

    @Test
    void aNameThatTheCallerChoseIsNotThePersonWhomAProviderVouchesFor() {
        String alices = HOME + "/break-glass-admin/alice@example.com";
        Correlation correlation =
                correlated(
                        saml("10T09:00:00", alices, "ASIA1"),
                        call(
                                "10T09:01:00",
                                "ec2",
                                "RunInstances",
                                role(alices, "10T09:00:00", "ASIA1")),
                        call(
                                "10T09:11:00",
                                "dynamodb",
                                "DeleteTable",
                                role(alices, "10T09:10:00", "ASIA2")));

        assertThat(correlation.uses().stream().map(use -> use.person().key()).distinct())
                .hasSize(2);
    }

    @Test
    void aKeyThatNeverRestsIsASessionOfEachDay() {
        LogRecord[] calls = new LogRecord[96];
        for (int i = 0; i < calls.length; i++) {
            String time = "%02dT%02d:%02d:00".formatted(9 + i / 48, i / 2 % 24, i % 2 * 30);
            calls[i] = call(time, "ec2", "DescribeInstances", user(HOME, "safe-user", "AKIA1"));
        }

        Correlation correlation = correlated(calls);

        assertThat(correlation.sessions().stream().map(session -> session.acts().size()))
                .containsExactly(48, 48);
        assertThat(correlation.uses()).hasSize(1);
    }

    @Test
    void aRecordWhoseSessionCannotHaveBegunThenIsNamedAsWithoutSession() {
        List<TrailEvent> orphans =
                correlated(
                                call(
                                        "10T09:01:00",
                                        "rds",
                                        "DeleteDBInstance",
                                        role(SHARED, "2030-01-01T00:00:00Z", "ASIA1")),
                                call(
                                        "10T09:02:00",
                                        "rds",
                                        "DeleteDBInstance",
                                        role(SHARED, "2020-01-01T00:00:00Z", "ASIA1")))
                        .orphans();

        assertThat(orphans).hasSize(2);
    }

    @Test
    void aRecordThatLacksAPartOfItsIdentityTakesNoOpeningAway() {
        Correlation correlation =
                correlated(
                        assumeRole("10T09:00:00", user(HOME, "bob", "AKIAB"), SHARED, "ASIAB"),
                        call(
                                "10T09:01:00",
                                "ec2",
                                "RunInstances",
                                role(SHARED, "10T09:00:00", "ASIAB")),
                        call(
                                        "10T09:02:00",
                                        "ec2",
                                        "StopInstances",
                                        role(SHARED, "10T09:00:00", "ASIAB"))
                                .lacking("userIdentity", "principalId"),
                        call(
                                        "10T09:03:00",
                                        "ec2",
                                        "StartInstances",
                                        role(SHARED, "10T09:00:00", "ASIAB"))
                                .lacking("userIdentity", "arn"));

        assertThat(correlation.sessions()).hasSize(1);
        assertThat(correlation.sessions().getFirst().acts()).hasSize(3);
        assertThat(correlation.sessions().getFirst().person().name()).isEqualTo("bob");
    }

    @Test
    void anAddendumAboutAnotherCallIsAnActionOfItsOwn() {
        Correlation correlation =
                correlated(
                        call(
                                        "10T09:01:00",
                                        "ec2",
                                        "DescribeInstances",
                                        role(SHARED, "10T09:00:00", "ASIA1"))
                                .id("read"),
                        call(
                                        "10T09:02:00",
                                        "rds",
                                        "DeleteDBInstance",
                                        role(SHARED, "10T09:00:00", "ASIA1"))
                                .addendum("DELIVERY_DELAY", "read"));

        assertThat(
                        correlation.sessions().getFirst().acts().stream()
                                .map(act -> act.event().call().name()))
                .containsExactly("DescribeInstances", "DeleteDBInstance");
    }

    @Test
    void copiesThatDifferOnlyInSpellingAreCopies() {
        LogRecord one =
                call("10T09:01:00", "ec2", "RunInstances", role(SHARED, "10T09:00:00", "ASIA1"))
                        .id("one");

        assertThat(
                        Trails.records(
                                        Trails.WATCH,
                                        Trails.events(
                                                List.of(
                                                        one.request("{\"a\":1,\"b\":null}"),
                                                        one.request("{\"b\":null,\"a\":1.0}"),
                                                        one.request("{\"a\":1}"))))
                                .conflicting())
                .isEmpty();
    }
}
