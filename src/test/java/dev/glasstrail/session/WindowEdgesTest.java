package dev.glasstrail.session;

import static dev.glasstrail.session.Identities.role;
import static dev.glasstrail.session.Identities.user;
import static dev.glasstrail.session.LogRecord.assumeRole;
import static dev.glasstrail.session.LogRecord.call;
import static dev.glasstrail.session.Told.told;
import static dev.glasstrail.session.Trails.HOME;
import static dev.glasstrail.session.Trails.OTHER;
import static dev.glasstrail.session.Trails.WATCH;
import static dev.glasstrail.session.Trails.WEEK;
import static dev.glasstrail.session.Trails.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.window.AuditWindow;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What belongs to a window and what is only listed in it. The window is the 9th to the 15th.
final class WindowEdgesTest {

    private static final String BOB = HOME + "/break-glass-admin/bob";

    @Test
    void aSessionBelongsToTheWindowOfItsCreation() {
        assertThat(
                        told(
                                acts("09T00:30:00", "08T23:59:59"),
                                acts("09T01:30:00", "09T00:00:00"),
                                acts("16T00:30:00", "15T23:59:59"),
                                acts("16T00:40:00", "16T00:00:00")))
                .isEqualTo(
                        """
                        session 111122223333/break-glass-admin/bob created 08T23:59:59, carried
                          not in the records; bob, session name only
                          DescribeInstances@09T00:30:00 by KEY
                        session 111122223333/break-glass-admin/bob created 09T00:00:00
                          not in the records; bob, session name only
                          DescribeInstances@09T01:30:00 by KEY
                        session 111122223333/break-glass-admin/bob created 15T23:59:59
                          not in the records; bob, session name only
                          DescribeInstances@16T00:30:00 by KEY
                        """);
    }

    @Test
    void anEarlierSessionThatDidNothingInTheWindowIsNotListed() {
        assertThat(told(acts("08T23:59:59", "08T23:00:00"))).isEqualTo("\n");
    }

    @Test
    void anEarlierSessionThatActedBeforeAndAfterTheWindowIsNotListed() {
        AuditWindow hour = new AuditWindow(at("10T10:00:00"), at("10T11:00:00"));
        Records records =
                Trails.records(
                        WATCH,
                        Trails.events(
                                List.of(
                                        acts("10T09:59:59", "10T09:00:00"),
                                        acts("10T11:00:00", "10T09:00:00"))));

        assertThat(Correlator.correlate(records, WATCH, hour, Trails.LATER).sessions()).isEmpty();
    }

    @Test
    void unusedOpeningsAndAttemptsBelongToTheWindowOfTheirTime() {
        assertThat(
                        told(
                                opens("08T23:59:59"),
                                opens("09T00:00:00"),
                                opens("15T23:59:59"),
                                opens("16T00:00:00"),
                                refused("08T23:59:59"),
                                refused("09T00:00:00"),
                                refused("15T23:59:59"),
                                refused("16T00:00:00")))
                .isEqualTo(
                        """
                        never used 111122223333/break-glass-admin AssumeRole; bob, IAM user who asked for the credentials
                          opened by AssumeRole@09T00:00:00, key ASIA1
                        never used 111122223333/break-glass-admin AssumeRole; bob, IAM user who asked for the credentials
                          opened by AssumeRole@15T23:59:59, key ASIA1
                        denied 111122223333/break-glass-admin refused@09T00:00:00 AccessDenied; bob, IAM user who asked for the credentials
                        denied 111122223333/break-glass-admin refused@15T23:59:59 AccessDenied; bob, IAM user who asked for the credentials
                        """);
    }

    @Test
    void aChainBegunByACarriedSessionBelongsToThisWindowAndToTheUseThatItGoesOnWith() {
        String deploy = OTHER + "/deploy/bob";
        assertThat(
                        Told.all(
                                Trails.correlated(
                                        assumeRole(
                                                "08T23:30:00",
                                                user(HOME, "bob", "AKIABOB"),
                                                BOB,
                                                "ASIA1"),
                                        assumeRole(
                                                "09T00:10:00",
                                                role(BOB, "08T23:30:00", "ASIA1"),
                                                deploy,
                                                "ASIA2"),
                                        call(
                                                "09T00:20:00",
                                                "ec2",
                                                "RunInstances",
                                                role(deploy, "09T00:10:00", "ASIA2")))))
                .isEqualTo(
                        """
                        session 111122223333/break-glass-admin/bob created 08T23:30:00, carried
                          AssumeRole; bob, IAM user who asked for the credentials
                          opened by AssumeRole@08T23:30:00, key ASIA1
                          AssumeRole@09T00:10:00 by KEY
                        session 444455556666/deploy/bob created 09T00:10:00, not watched
                          below 111122223333/break-glass-admin/bob@08T23:30:00, depth 1
                          role chain; bob, first session of the chain
                          opened by AssumeRole@09T00:10:00, key ASIA2
                          RunInstances@09T00:20:00 by KEY
                        use of 111122223333/break-glass-admin by bob, 09T00:10:00 to 09T00:20:00, sessions [444455556666/deploy/bob@09T00:10:00], never used 0, denied 0
                        """);
    }

    @Test
    void aUseThatGoesOnInTheWindowKeepsTheIdThatItHad() {
        LogRecord[] records = {
            opens("08T23:30:00"), acts("08T23:50:00", "08T23:30:00"),
            opens("09T00:10:00"), acts("09T00:20:00", "09T00:10:00")
        };
        Use before = uses(AuditWindow.ofIsoWeek("2026-W45"), records).getFirst();
        Use after = uses(WEEK, records).getFirst();

        assertThat(after.id()).isEqualTo(before.id()).startsWith("BG-2026-W45-");
        assertThat(List.of(before.from(), before.to(), after.from(), after.to()))
                .containsExactly(
                        at("08T23:30:00"), at("08T23:50:00"), at("09T00:10:00"), at("09T00:20:00"));
        assertThat(after.sessionIds()).hasSize(1).doesNotContainAnyElementsOf(before.sessionIds());
    }

    @Test
    void aRoleSessionOfUnknownExpiryCanRunForTwelveHours() {
        LogRecord action = acts("10T09:01:00", "10T09:00:00");

        assertThat(isOpen("10T20:59:59", action)).isTrue();
        assertThat(isOpen("10T21:00:00", action)).isFalse();
    }

    @Test
    void aRoleSessionOfKnownExpiryRunsUntilThen() {
        LogRecord opening =
                opens("10T09:00:00")
                        .response(
                                """
                                {"credentials":{"accessKeyId":"ASIA1","expiration":"Nov 10, 2026, 10:00:00 AM"},
                                 "assumedRoleUser":{"assumedRoleId":"AROABREAKGLASSADMIN:bob",
                                  "arn":"arn:aws:sts::111122223333:assumed-role/break-glass-admin/bob"}}
                                """);
        LogRecord action = acts("10T09:01:00", "10T09:00:00");

        assertThat(isOpen("10T09:59:59", opening, action)).isTrue();
        assertThat(isOpen("10T10:00:00", opening, action)).isFalse();
    }

    @Test
    void aSessionOfTwoOpeningsRunsUntilTheLastOfTheirCredentialsEnd() {
        LogRecord shorter = opens("10T09:00:00").expiring("Nov 10, 2026, 10:00:00 AM").id("a");
        LogRecord longer = opens("10T09:00:00").expiring("Nov 10, 2026, 11:00:00 AM").id("b");
        LogRecord last = opens("10T09:00:00").expiring("Nov 10, 2026, 10:30:00 AM").id("c");
        LogRecord action = acts("10T09:01:00", "10T09:00:00");

        assertThat(isOpen("10T10:59:59", shorter, longer, last, action)).isTrue();
        assertThat(isOpen("10T11:00:00", shorter, longer, last, action)).isFalse();
    }

    @Test
    void aRunOfAKeyIsOpenUntilTheKeyHasRestedForAnHour() {
        LogRecord action =
                call("10T09:00:00", "ec2", "RunInstances", user(HOME, "safe-user", "AKIA1"));

        assertThat(isOpen("10T09:59:59", action)).isTrue();
        assertThat(isOpen("10T10:00:00", action)).isFalse();
    }

    @Test
    void aConsoleSessionOfAUserCanRunForThirtySixHours() {
        LogRecord action =
                call(
                        "10T09:01:00",
                        "ec2",
                        "RunInstances",
                        user(HOME, "safe-user", "ASIA1", "10T09:00:00"));

        assertThat(isOpen("11T20:59:59", action)).isTrue();
        assertThat(isOpen("11T21:00:00", action)).isFalse();
    }

    @Test
    void unusedCredentialsAreOpenAsLongAsTheyLive() {
        Records records = Trails.records(WATCH, Trails.events(List.of(opens("10T09:00:00"))));

        assertThat(Correlator.correlate(records, WATCH, WEEK, at("10T20:59:59")).neverUsed())
                .extracting(NeverUsed::open)
                .containsExactly(true);
        assertThat(Correlator.correlate(records, WATCH, WEEK, at("10T21:00:00")).neverUsed())
                .extracting(NeverUsed::open)
                .containsExactly(false);
    }

    private static boolean isOpen(String asOf, LogRecord... records) {
        return Correlator.correlate(
                        Trails.records(WATCH, Trails.events(List.of(records))),
                        WATCH,
                        WEEK,
                        at(asOf))
                .sessions()
                .getFirst()
                .life()
                .open();
    }

    private static List<Use> uses(AuditWindow window, LogRecord... records) {
        return Correlator.correlate(
                        Trails.records(WATCH, Trails.events(List.of(records))),
                        WATCH,
                        window,
                        Trails.LATER)
                .uses();
    }

    private static LogRecord opens(String time) {
        return assumeRole(time, user(HOME, "bob", "AKIABOB"), BOB, "ASIA1");
    }

    private static LogRecord acts(String time, String created) {
        return call(time, "ec2", "DescribeInstances", role(BOB, created, "ASIA1"));
    }

    private static LogRecord refused(String time) {
        return call(time, "sts", "AssumeRole", user(HOME, "bob", "AKIABOB"))
                .id("refused@" + time)
                .failed(
                        "AccessDenied",
                        "on resource: arn:aws:iam::" + HOME + ":role/break-glass-admin");
    }
}
