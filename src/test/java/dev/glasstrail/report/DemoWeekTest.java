package dev.glasstrail.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.alarm.AlarmResult;
import dev.glasstrail.demo.DemoOrganisation;
import dev.glasstrail.evidence.IntegrityResult;
import dev.glasstrail.explain.ExplanationResult;
import dev.glasstrail.session.Correlator;
import dev.glasstrail.session.Derivation;
import dev.glasstrail.session.Intake;
import dev.glasstrail.trail.Glob;
import dev.glasstrail.trail.Need;
import dev.glasstrail.trail.Progress;
import dev.glasstrail.trail.ReadRequest;
import dev.glasstrail.trail.Reading;
import dev.glasstrail.trail.Watch;
import dev.glasstrail.trail.files.FileLimits;
import dev.glasstrail.trail.files.FilesTrailSource;
import dev.glasstrail.window.AuditWindow;
import dev.glasstrail.window.Readiness;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The demo's week as its report tells it: every story as it was told, and nothing else.
final class DemoWeekTest {

    private static final DemoOrganisation ORGANISATION = DemoOrganisation.withNoise(3_000);

    @TempDir static Path folder;

    private static AuditReport report = Assembling.report();

    @BeforeAll
    static void audit() throws Exception {
        ORGANISATION.writeLogs(folder);
        Watch watch =
                new Watch(
                        ORGANISATION.watchedRoles().stream().map(Glob::of).toList(),
                        ORGANISATION.watchedUsers().stream().map(Glob::of).toList(),
                        true,
                        Set.of());
        AuditWindow window = new AuditWindow(ORGANISATION.from(), ORGANISATION.to());
        FilesTrailSource source = new FilesTrailSource(folder, FileLimits.defaults());
        Intake intake = new Intake(watch);
        Reading reading =
                source.read(
                        request(
                                window,
                                new Need.Openings(watch),
                                new Need.WatchedActions(watch),
                                new Need.GuardTouches()),
                        intake);
        Derivation derived = Derivation.from(intake.records(), watch);
        intake.alsoKeep(derived);
        source.read(request(window, derived.need()), intake);
        report =
                ReportAssembler.assemble(
                        new AuditFacts(
                                new AuditFacts.Occasion(
                                        window,
                                        ORGANISATION.asOf(),
                                        Readiness.of(
                                                window, Duration.ofHours(1), ORGANISATION.asOf()),
                                        1,
                                        "0.1.0"),
                                watch,
                                new AuditFacts.Input(
                                        "files", reading, intake.records(), Directory.EMPTY),
                                Correlator.correlate(
                                        intake.records(), watch, window, ORGANISATION.asOf()),
                                new AlarmResult.NotChecked("No rule was read."),
                                new ExplanationResult.NotChecked("No register was read."),
                                new IntegrityResult.NotChecked("No digest was checked.", 2)));
    }

    @Test
    void theUsesAreThoseOfTheStories() {
        StringBuilder uses = new StringBuilder();
        for (UseRow use : report.uses()) {
            uses.append(
                    String.format(
                            Locale.ROOT,
                            "%s %-27s %-21s %s %.19s %.19s sessions %d openings %d unused %d"
                                    + " denied %d actions %d%n",
                            use.id(),
                            use.person().name(),
                            use.glass(),
                            use.account(),
                            use.from(),
                            use.to(),
                            use.sessionIds().size(),
                            use.openings(),
                            use.unused(),
                            use.denied(),
                            use.actions()));
        }
        assertThat(uses.toString())
                .isEqualTo(
                        """
                        BG-2026-W46-aa34 jonas.weber@example.com     devops-break-glass    444455556666 2026-11-09T10:12:48 2026-11-09T10:25:53 sessions 1 openings 1 unused 0 denied 0 actions 62
                        BG-2026-W46-8ab3 root of 111122223333        root                  111122223333 2026-11-09T15:45:09 2026-11-09T15:48:34 sessions 1 openings 1 unused 0 denied 0 actions 7
                        BG-2026-W46-1965 tomas.novak                 breakglass-prod-admin 444455556666 2026-11-10T14:30:02 2026-11-10T14:38:24 sessions 1 openings 1 unused 0 denied 0 actions 7
                        BG-2026-W46-cacb lena.fischer@example.com    devops-break-glass    444455556666 2026-11-10T15:41:05 2026-11-10T16:37:14 sessions 1 openings 2 unused 1 denied 0 actions 8
                        BG-2026-W46-fa45 lena.fischer@example.com    devops-break-glass    777788889999 2026-11-10T16:40:34 2026-11-10T16:41:18 sessions 1 openings 1 unused 0 denied 0 actions 2
                        BG-2026-W46-b7e4 breakglass-admin            breakglass-admin      111122223333 2026-11-10T20:00:13 2026-11-10T20:12:18 sessions 3 openings 3 unused 0 denied 0 actions 6
                        BG-2026-W46-7298 mara.lindqvist@example.com  devops-break-glass    444455556666 2026-11-11T02:04:09 2026-11-11T03:20:11 sessions 2 openings 2 unused 0 denied 0 actions 31
                        BG-2026-W46-97f4 lena.fischer@example.com    devops-break-glass    444455556666 2026-11-11T13:00:12 2026-11-11T13:30:24 sessions 1 openings 1 unused 0 denied 0 actions 12
                        BG-2026-W46-9a6b aiko.tanaka@example.com     devops-break-glass    444455556666 2026-11-11T18:40:26 2026-11-11T18:48:42 sessions 3 openings 3 unused 0 denied 0 actions 9
                        BG-2026-W46-1786 priya.nair                  breakglass-prod-admin 444455556666 2026-11-12T09:05:17 2026-11-12T09:12:35 sessions 1 openings 1 unused 0 denied 0 actions 7
                        BG-2026-W46-2e7b jonas.weber@example.com     devops-break-glass    444455556666 2026-11-12T12:40:11 2026-11-12T12:54:09 sessions 1 openings 1 unused 0 denied 0 actions 9
                        BG-2026-W46-9378 tomas.novak                 breakglass-prod-admin 444455556666 2026-11-12T16:20:44 2026-11-12T16:26:04 sessions 1 openings 1 unused 0 denied 0 actions 6
                        BG-2026-W46-74e1 priya.nair                  breakglass-prod-admin 444455556666 2026-11-12T19:00:07 2026-11-12T19:03:14 sessions 1 openings 2 unused 1 denied 0 actions 7
                        BG-2026-W46-93bd owen.clarke@example.com     devops-break-glass    444455556666 2026-11-12T22:05:51 2026-11-12T22:48:04 sessions 1 openings 1 unused 0 denied 0 actions 12
                        BG-2026-W46-2888 breakglass-admin            breakglass-admin      111122223333 2026-11-13T07:55:20 2026-11-13T08:11:21 sessions 1 openings 1 unused 0 denied 1 actions 9
                        BG-2026-W46-f11f jonas.weber@example.com     devops-break-glass    444455556666 2026-11-13T09:20:55 2026-11-13T09:27:10 sessions 1 openings 1 unused 0 denied 0 actions 7
                        BG-2026-W46-f72b priya.nair                  breakglass-prod-admin 444455556666 2026-11-13T11:00:03 2026-11-13T12:01:01 sessions 2 openings 2 unused 0 denied 0 actions 21
                        BG-2026-W46-2702 salma.haddad@example.com    root                  777788889999 2026-11-13T13:30:10 2026-11-13T13:31:46 sessions 1 openings 1 unused 0 denied 0 actions 2
                        BG-2026-W46-31a7 owen.clarke@example.com     devops-break-glass    444455556666 2026-11-13T17:30:08 2026-11-13T17:47:33 sessions 1 openings 1 unused 0 denied 0 actions 8
                        BG-2026-W46-bae4 vendor-support              breakglass-prod-admin 444455556666 2026-11-14T04:58:03 2026-11-14T05:17:31 sessions 1 openings 0 unused 0 denied 0 actions 4
                        BG-2026-W46-7cb1 tomas.novak                 breakglass-prod-admin 444455556666 2026-11-14T09:00:31 2026-11-14T09:02:49 sessions 1 openings 1 unused 0 denied 0 actions 8
                        BG-2026-W46-5037 mara.lindqvist@example.com  devops-break-glass    444455556666 2026-11-14T12:50:40 2026-11-14T15:41:03 sessions 1 openings 1 unused 0 denied 0 actions 21
                        BG-2026-W46-2ca6 breakglass-admin            breakglass-admin      111122223333 2026-11-14T21:15:11 2026-11-14T21:18:05 sessions 1 openings 1 unused 0 denied 0 actions 5
                        BG-2026-W46-3fc2 breakglass-admin            breakglass-admin      111122223333 2026-11-14T23:10:05 2026-11-14T23:11:12 sessions 1 openings 1 unused 0 denied 0 actions 3
                        BG-2026-W46-07b7 priya.nair                  breakglass-prod-admin 444455556666 2026-11-15T10:31:49 2026-11-15T10:31:49 sessions 0 openings 1 unused 1 denied 0 actions 0
                        BG-2026-W46-07c5 jonas.weber@example.com     devops-break-glass    444455556666 2026-11-15T23:40:36 2026-11-16T01:17:52 sessions 1 openings 1 unused 0 denied 0 actions 6
                        """);
    }

    @Test
    void theSessionsWereEnteredAsTheStoriesTell() {
        StringBuilder sessions = new StringBuilder();
        for (SessionRow session : report.sessions()) {
            sessions.append(
                    String.format(
                            Locale.ROOT,
                            "%.16s %d %s, %s: %s, %s%s%n",
                            session.createdAt(),
                            session.depth(),
                            session.glass(),
                            session.account(),
                            session.channel(),
                            session.person().source(),
                            session.carriedFrom() == null
                                    ? ""
                                    : ", carried from " + session.carriedFrom()));
        }
        assertThat(sessions.toString())
                .isEqualTo(
                        """
                        2026-11-08T22:50 0 devops-break-glass, 444455556666: Identity Center, command line, Identity Center user id in the session's records, carried from 2026-W45
                        2026-11-09T10:12 0 devops-break-glass, 444455556666: Identity Center, console, Identity Center user id in the session's records
                        2026-11-09T15:45 0 root, 111122223333: console sign-in, root user, no person is recorded
                        2026-11-10T14:30 0 breakglass-prod-admin, 444455556666: console, switch role, IAM user who asked for the credentials
                        2026-11-10T16:10 0 devops-break-glass, 444455556666: Identity Center, command line, Identity Center user id in the session's records
                        2026-11-10T16:40 0 devops-break-glass, 777788889999: Identity Center, command line, Identity Center user id in the session's records
                        2026-11-10T20:00 0 breakglass-admin, 111122223333: long-term access key, IAM user name
                        2026-11-10T20:00 1 breakglass-admin, 111122223333: GetSessionToken, first session of the chain
                        2026-11-10T20:10 1 breakglass-admin, 111122223333: GetFederationToken, first session of the chain
                        2026-11-11T02:04 0 devops-break-glass, 444455556666: Identity Center, command line, Identity Center user id in the session's records
                        2026-11-11T03:04 0 devops-break-glass, 444455556666: Identity Center, command line, Identity Center user id in the session's records
                        2026-11-11T13:00 0 devops-break-glass, 444455556666: Identity Center, command line, Identity Center user id in the session's records
                        2026-11-11T18:40 0 devops-break-glass, 444455556666: Identity Center, command line, Identity Center user id in the session's records
                        2026-11-11T18:41 1 OrganizationAccountAccessRole, 777788889999: role chain, first session of the chain
                        2026-11-11T18:44 2 central-log-reader, 111122223333: role chain, first session of the chain
                        2026-11-12T09:05 0 breakglass-prod-admin, 444455556666: AssumeRole, IAM user who asked for the credentials
                        2026-11-12T12:40 0 devops-break-glass, 444455556666: Identity Center, console, Identity Center user id in the session's records
                        2026-11-12T16:20 0 breakglass-prod-admin, 444455556666: AssumeRole, IAM user who asked for the credentials
                        2026-11-12T19:00 0 breakglass-prod-admin, 444455556666: AssumeRole, IAM user who asked for the credentials
                        2026-11-12T22:05 0 devops-break-glass, 444455556666: Identity Center, command line, Identity Center user id in the session's records
                        2026-11-13T07:55 0 breakglass-admin, 111122223333: console sign-in, IAM user name
                        2026-11-13T09:20 0 devops-break-glass, 444455556666: Identity Center, command line, Identity Center user id in the session's records
                        2026-11-13T11:00 0 breakglass-prod-admin, 444455556666: AssumeRole, IAM user who asked for the credentials
                        2026-11-13T11:28 1 breakglass-prod-admin, 444455556666: role chain, first session of the chain
                        2026-11-13T13:30 0 root, 777788889999: AssumeRoot, Identity Center user id in the session's records
                        2026-11-13T17:30 0 devops-break-glass, 444455556666: Identity Center, command line, Identity Center user id in the session's records
                        2026-11-14T04:58 0 breakglass-prod-admin, 444455556666: not in the records, session name only
                        2026-11-14T09:00 0 breakglass-prod-admin, 444455556666: AssumeRole, IAM user who asked for the credentials
                        2026-11-14T12:50 0 devops-break-glass, 444455556666: Identity Center, command line, Identity Center user id in the session's records
                        2026-11-14T21:15 0 breakglass-admin, 111122223333: long-term access key, IAM user name
                        2026-11-14T23:10 0 breakglass-admin, 111122223333: long-term access key, IAM user name
                        2026-11-15T23:40 0 devops-break-glass, 444455556666: Identity Center, command line, Identity Center user id in the session's records
                        """);
    }

    @Test
    void theFindingsAreThoseOfTheStories() {
        StringBuilder findings = new StringBuilder();
        for (Finding finding : report.findings()) {
            findings.append(
                    String.format(
                            Locale.ROOT,
                            "%-8s %s: %s%n",
                            finding.severity(),
                            finding.code(),
                            finding.text()));
        }
        assertThat(findings.toString())
                .isEqualTo(
                        """
                        critical GUARD_TOUCHED: owen.clarke@example.com (devops-break-glass in 444455556666) called DisableRule, PutTargets, RemoveTargets.
                        high     ROOT_USED: Root of account 111122223333 was used: console sign-in.
                        high     CREDENTIALS_CHANGED: lena.fischer@example.com (devops-break-glass in 444455556666) called AttachRolePolicy, CreateRole.
                        high     GUARD_ATTEMPTED: owen.clarke@example.com (devops-break-glass in 444455556666) called EnableRule, StopLogging and was refused.
                        high     CREDENTIALS_CHANGED: jonas.weber@example.com (devops-break-glass in 444455556666) called CreateLoginProfile.
                        high     ROOT_USED: Root of account 777788889999 was used: AssumeRoot.
                        high     GUARD_TOUCHED: salma.haddad@example.com (root in 777788889999) called DeleteBucketPolicy.
                        high     CREDENTIALS_CHANGED: owen.clarke@example.com (devops-break-glass in 444455556666) called AttachUserPolicy, CreateAccessKey, CreateUser.
                        medium   ATTEMPT_REFUSED: build-bot tried breakglass-prod-admin in 444455556666, 2 times.
                        medium   PERSON_UNCERTAIN: "root of 111122223333" is known by: root user, no person is recorded.
                        medium   THINGS_DELETED: lena.fischer@example.com (devops-break-glass in 444455556666) called DeleteTable.
                        medium   THINGS_DELETED: lena.fischer@example.com (devops-break-glass in 777788889999) called DeleteTable.
                        medium   THINGS_DELETED: lena.fischer@example.com (devops-break-glass in 444455556666) called DeleteDBSnapshot, DeleteRole.
                        medium   ATTEMPT_REFUSED: owen.clarke@example.com tried breakglass-prod-admin in 444455556666, 1 time.
                        medium   SENSITIVE_READ: aiko.tanaka@example.com (OrganizationAccountAccessRole in 777788889999) called Decrypt.
                        medium   THINGS_DELETED: priya.nair (breakglass-prod-admin in 444455556666) called TerminateInstanceInAutoScalingGroup (3).
                        medium   SENSITIVE_READ: owen.clarke@example.com (devops-break-glass in 444455556666) called GetObject.
                        medium   ATTEMPT_REFUSED: breakglass-admin tried breakglass-admin in 111122223333, 1 time.
                        medium   OPENING_NOT_IN_LOGS: vendor-support (breakglass-prod-admin in 444455556666) acted in a session created at 2026-11-14T04:58:03Z, and no record shows who asked for its credentials.
                        medium   PERSON_UNCERTAIN: "vendor-support" is known by: session name only.
                        medium   SEVERAL_ADDRESSES: mara.lindqvist@example.com (devops-break-glass in 444455556666) acted from 198.51.100.23, 203.0.113.200.
                        medium   SENSITIVE_READ: mara.lindqvist@example.com (devops-break-glass in 444455556666) called DownloadDBLogFilePortion, GetParameter, GetParametersByPath, GetSecretValue (3).
                        medium   GUARD_TOUCHED_OUTSIDE: arn:aws:sts::444455556666:assumed-role/AWSReservedSSO_security_91b7e4d20c5f3a68/salma.haddad@example.com called EnableRule.
                        medium   SENSITIVE_READ: breakglass-admin (breakglass-admin in 111122223333) called GetSecretValue.
                        medium   ATTEMPT_REFUSED: breakglass-admin tried breakglass-admin in 111122223333, 1 time.
                        low      OPENING_NEVER_USED: lena.fischer@example.com opened devops-break-glass in 444455556666, and no action with these credentials is in the logs.
                        low      OPENING_NEVER_USED: priya.nair (breakglass-prod-admin in 444455556666) was given several credentials in one second; 1 key never used.
                        low      ACTIONS_REFUSED: owen.clarke@example.com (devops-break-glass in 444455556666) was refused StopLogging.
                        low      ACTIONS_REFUSED: mara.lindqvist@example.com (devops-break-glass in 444455556666) was refused CreateAccessKey.
                        low      OPENING_NEVER_USED: priya.nair opened breakglass-prod-admin in 444455556666, and no action with these credentials is in the logs.
                        """);
    }

    @Test
    void theAttemptsAndTheUnusedOpeningsAreThoseOfTheStories() {
        StringBuilder told = new StringBuilder();
        for (DeniedOpening denied : report.deniedOpenings()) {
            told.append(
                    String.format(
                            Locale.ROOT,
                            "denied %s %s %s %s, %s%n",
                            denied.at(),
                            denied.name(),
                            denied.role().name(),
                            denied.person().name(),
                            denied.person().source()));
        }
        for (UnusedOpening unused : report.unusedOpenings()) {
            told.append(
                    String.format(
                            Locale.ROOT,
                            "unused %s %s %s, %s%n",
                            unused.openedAt(),
                            unused.role().name(),
                            unused.person().name(),
                            unused.person().source()));
        }
        assertThat(told.toString())
                .isEqualTo(
                        """
                        denied 2026-11-09T11:20:00Z AssumeRole breakglass-prod-admin build-bot, IAM user who asked for the credentials
                        denied 2026-11-09T11:20:41Z AssumeRole breakglass-prod-admin build-bot, IAM user who asked for the credentials
                        denied 2026-11-11T15:03:46Z AssumeRole breakglass-prod-admin owen.clarke@example.com, Identity Center user id in the session's records
                        denied 2026-11-13T07:54:42Z ConsoleLogin breakglass-admin breakglass-admin, IAM user who asked for the credentials
                        denied 2026-11-15T04:12:33Z ConsoleLogin breakglass-admin breakglass-admin, IAM user who asked for the credentials
                        unused 2026-11-10T15:41:05Z AWSReservedSSO_devops-break-glass_3f9a1c5e7b2d4860 lena.fischer@example.com, SAML subject of the opening
                        unused 2026-11-15T10:31:49Z breakglass-prod-admin priya.nair, IAM user who asked for the credentials
                        """);
    }

    private static ReadRequest request(AuditWindow window, Need... needs) {
        return new ReadRequest(
                window.readingFrom(),
                window.readingTo(ORGANISATION.asOf()),
                List.of(needs),
                Progress.NONE);
    }
}
