package dev.glasstrail.report;

import static dev.glasstrail.session.Identities.bareRole;
import static dev.glasstrail.session.Identities.role;
import static dev.glasstrail.session.Identities.user;
import static dev.glasstrail.session.LogRecord.assumeRole;
import static dev.glasstrail.session.LogRecord.call;
import static dev.glasstrail.session.LogRecord.visit;
import static dev.glasstrail.session.Trails.HOME;
import static dev.glasstrail.session.Trails.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.session.LogRecord;
import dev.glasstrail.trail.Reading;
import dev.glasstrail.trail.Reading.Place;
import dev.glasstrail.trail.Reading.Seen;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The six questions, in each state that a report can be in.
final class AnswersTest {

    private static final String BOB = HOME + "/break-glass-admin/bob";
    private static final LogRecord OPENING =
            assumeRole("10T09:00:00", user(HOME, "bob", "AKIABOB"), BOB, "ASIA1");
    private static final LogRecord ACTION =
            call("10T09:01:00", "ec2", "RunInstances", role(BOB, "10T09:00:00", "ASIA1"));

    @Test
    void aUseByAKnownPersonIsAnswered() {
        assertThat(told(Assembling.report(OPENING, ACTION)))
                .isEqualTo(
                        """
                        Who broke the glass? answered: 1 use by 1 person. 1 session in 1 account, 0 refused attempts, 0 openings never used.
                        What did they do? answered: 1 action. 1 that changed something or tried to, 0 reads, 0 that failed.
                        Did the alarm ring? not checked: not checked. No rule was read.
                        Was it explained? not checked: not checked. No register was read.
                        What is left behind? not checked: not checked. What a session made is in its actions; whether it was undone was not looked for.
                        Can you trust this? partly: 7 log files read. Everything found could be read. No digest was checked.
                        """);
    }

    @Test
    void nothingFoundIsAnsweredInPart() {
        assertThat(firstTwo(Assembling.report()))
                .isEqualTo(
                        """
                        Who broke the glass? partly: nobody, as far as the logs show. No use and no refused attempt is in the records that were read.
                        What did they do? partly: 0 actions. 0 that changed something or tried to, 0 reads, 0 that failed.
                        """);
    }

    @Test
    void nothingReadIsNotChecked() {
        assertThat(firstTwo(Assembling.report(Assembling.reading(0, List.of(), List.of()))))
                .isEqualTo(
                        """
                        Who broke the glass? not checked: nobody, as far as the logs show. No use and no refused attempt is in the records that were read. No record was read at all.
                        What did they do? not checked: 0 actions. 0 that changed something or tried to, 0 reads, 0 that failed. No record was read at all.
                        """);
    }

    @Test
    void unreadableInputMakesAnswersPartial() {
        assertThat(
                        firstTwo(
                                Assembling.report(
                                        Assembling.reading(
                                                List.of(
                                                        Assembling.unreadable(
                                                                "a.gz",
                                                                HOME,
                                                                "eu-central-1",
                                                                at("10T09:00:00")))),
                                        OPENING,
                                        ACTION)))
                .isEqualTo(
                        """
                        Who broke the glass? partly: 1 use by 1 person. 1 session in 1 account, 0 refused attempts, 0 openings never used. Some of the logs could not be read.
                        What did they do? partly: 1 action. 1 that changed something or tried to, 0 reads, 0 that failed. Some of the logs could not be read.
                        """);
    }

    @Test
    void aPlaceThatCouldNotBeReadMakesAnswersPartial() {
        Reading reading =
                Assembling.reading(
                        List.of(),
                        Assembling.seen(HOME, "eu-central-1", 100),
                        Seen.missing(new Place(HOME, "us-east-1"), "access is denied"));

        assertThat(firstTwo(Assembling.report(reading, OPENING, ACTION)))
                .isEqualTo(
                        """
                        Who broke the glass? partly: 1 use by 1 person. 1 session in 1 account, 0 refused attempts, 0 openings never used. Nothing, or not everything, could be read of 1 account and region.
                        What did they do? partly: 1 action. 1 that changed something or tried to, 0 reads, 0 that failed. Nothing, or not everything, could be read of 1 account and region.
                        """);
    }

    @Test
    void aSourceWithoutDataEventsMakesAnswersPartial() {
        Reading whole = Assembling.reading(List.of());
        Reading poor =
                new Reading(
                        whole.records(),
                        whole.bytes(),
                        whole.files(),
                        whole.unreadable(),
                        whole.coverage(),
                        whole.inputs(),
                        new Reading.Notes(
                                List.of(
                                        new Reading.Shortfall(
                                                "DATA_EVENTS_NOT_SEEN", "No data events.")),
                                List.of()));

        assertThat(firstTwo(Assembling.report(poor, OPENING, ACTION)))
                .isEqualTo(
                        """
                        Who broke the glass? partly: 1 use by 1 person. 1 session in 1 account, 0 refused attempts, 0 openings never used. Data events were not seen.
                        What did they do? partly: 1 action. 1 that changed something or tried to, 0 reads, 0 that failed. Data events were not seen.
                        """);
    }

    @Test
    void anAccountThatASessionWasOpenedInAndThatWasNotReadMakesAnswersPartial() {
        AuditReport report =
                Assembling.report(
                        Assembling.reading(
                                List.of(), Assembling.seen("444455556666", "eu-central-1", 100)),
                        OPENING,
                        ACTION);

        assertThat(report.answers().getFirst().text())
                .endsWith(" Sessions acted in accounts of which no record was read.");
        assertThat(report.unproven())
                .contains(
                        new Unproven(
                                "ACCOUNT_NOT_READ",
                                "Sessions were opened in the account "
                                        + HOME
                                        + ", of which no record was read: what they did there is"
                                        + " not in this report."));
    }

    @Test
    void anUncertainPersonMakesTheFirstAnswerPartial() {
        assertThat(firstTwo(Assembling.report(ACTION)))
                .isEqualTo(
                        """
                        Who broke the glass? partly: 1 use by 1 person. 1 session in 1 account, 0 refused attempts, 0 openings never used. The person behind 1 session is not certain.
                        What did they do? answered: 1 action. 1 that changed something or tried to, 0 reads, 0 that failed.
                        """);
    }

    @Test
    void missingOpeningsAndRecordsWithoutSessionMakeAnswersPartial() {
        assertThat(
                        firstTwo(
                                Assembling.report(
                                        OPENING,
                                        ACTION,
                                        visit(
                                                "11T09:00:00",
                                                "Federate",
                                                "u-1",
                                                HOME,
                                                "break-glass"),
                                        call("12T09:00:00", "sso", "ListProfiles", bareRole(BOB)))))
                .isEqualTo(
                        """
                        Who broke the glass? partly: 1 use by 1 person. 1 session in 1 account, 0 refused attempts, 0 openings never used. Openings are missing that Identity Center's own records show. Some records of a glass belong to no session that is known.
                        What did they do? partly: 1 action. 1 that changed something or tried to, 0 reads, 0 that failed. Openings are missing that Identity Center's own records show. Some records of a glass belong to no session that is known.
                        """);
    }

    @Test
    void whatCannotBeProvenIsSaid() {
        StringBuilder told = new StringBuilder();
        for (Unproven unproven : Assembling.report(ACTION).unproven()) {
            told.append(unproven.code()).append(": ").append(unproven.text()).append('\n');
        }

        assertThat(told.toString())
                .isEqualTo(
                        """
                        LOG_INTEGRITY_NOT_CHECKED: No digest was checked.
                        ALARM_NOT_CHECKED: No rule was read.
                        EXPLANATIONS_NOT_CHECKED: No register was read.
                        RESIDUE_NOT_CHECKED: Whether what was made in a session was undone later was not looked for.
                        OPENING_NOT_IN_LOGS: 1 session whose opening is not in the logs.
                        PERSON_UNCERTAIN: 1 session whose person is not certain.
                        PATTERN_MATCHED_NOTHING: The pattern safe-* fits no identity in the logs; a misspelt one looks the same.
                        REFUSALS_ELSEWHERE: AWS records a refused AssumeRole only in the caller's account: attempts from accounts whose logs were not read are invisible.
                        """);
    }

    private static String firstTwo(AuditReport report) {
        return told(report.answers().subList(0, 2));
    }

    private static String told(AuditReport report) {
        return told(report.answers());
    }

    private static String told(List<Answer> answers) {
        StringBuilder told = new StringBuilder();
        for (Answer answer : answers) {
            told.append(answer.question())
                    .append(' ')
                    .append(answer.state())
                    .append(": ")
                    .append(answer.figure())
                    .append(". ")
                    .append(answer.text())
                    .append('\n');
        }
        return told.toString();
    }
}
