package dev.glasstrail.session;

import static dev.glasstrail.session.Identities.role;
import static dev.glasstrail.session.Identities.user;
import static dev.glasstrail.session.LogRecord.assumeRole;
import static dev.glasstrail.session.LogRecord.call;
import static dev.glasstrail.session.Told.told;
import static dev.glasstrail.session.Trails.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.trail.TrailEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Second records about calls that were recorded before.
final class AddendaTest {

    private static final String BOB = HOME + "/break-glass-admin/bob";
    private static final String IN_SESSION = role(BOB, "10T09:00:00", "ASIA1");
    private static final LogRecord OPENING =
            assumeRole("10T09:00:00", user(HOME, "bob", "AKIABOB"), BOB, "ASIA1");

    @Test
    void anAddendumThatUpdatesCompletesItsOriginalAndIsNoSecondAction() {
        LogRecord original = call("10T09:01:00", "ec2", "RunInstances", IN_SESSION).id("original");
        LogRecord addendum =
                call("10T09:01:00", "ec2", "RunInstances", IN_SESSION)
                        .id("addendum")
                        .failed("Server.InternalError", "later found to have failed")
                        .addendum("UPDATED_DATA", "original");

        assertThat(told(OPENING, original, addendum))
                .isEqualTo(
                        """
                        session 111122223333/break-glass-admin/bob created 10T09:00:00
                          AssumeRole; bob, IAM user who asked for the credentials
                          opened by AssumeRole@10T09:00:00, key ASIA1
                          original failed by KEY
                        """);
    }

    @Test
    void anAddendumThatOnlyCameLateChangesNothing() {
        LogRecord original = call("10T09:01:00", "ec2", "RunInstances", IN_SESSION).id("original");
        LogRecord addendum =
                call("10T09:01:00", "ec2", "RunInstances", IN_SESSION)
                        .id("addendum")
                        .failed("Server.InternalError", "")
                        .addendum("DELIVERY_DELAY", "original");

        assertThat(told(OPENING, original, addendum))
                .isEqualTo(
                        """
                        session 111122223333/break-glass-admin/bob created 10T09:00:00
                          AssumeRole; bob, IAM user who asked for the credentials
                          opened by AssumeRole@10T09:00:00, key ASIA1
                          original by KEY
                        """);
    }

    @Test
    void anAddendumWithoutItsOriginalStandsForIt() {
        LogRecord addendum =
                call("10T09:01:00", "ec2", "RunInstances", IN_SESSION)
                        .id("addendum")
                        .addendum("DELIVERY_DELAY", "");

        assertThat(told(OPENING, addendum))
                .isEqualTo(
                        """
                        session 111122223333/break-glass-admin/bob created 10T09:00:00
                          AssumeRole; bob, IAM user who asked for the credentials
                          opened by AssumeRole@10T09:00:00, key ASIA1
                          addendum by KEY
                        """);
    }

    @Test
    void anAddendumToAnOpeningIsNoSecondOpening() {
        LogRecord late =
                assumeRole("10T09:00:00", user(HOME, "bob", "AKIABOB"), BOB, "ASIA1")
                        .id("addendum")
                        .addendum("UPDATED_DATA", "AssumeRole@10T09:00:00");

        assertThat(told(OPENING, late, call("10T09:01:00", "ec2", "RunInstances", IN_SESSION)))
                .isEqualTo(
                        """
                        session 111122223333/break-glass-admin/bob created 10T09:00:00
                          AssumeRole; bob, IAM user who asked for the credentials
                          opened by AssumeRole@10T09:00:00, key ASIA1
                          RunInstances@10T09:01:00 by KEY
                        """);
    }

    @Test
    void whatAnAddendumDoesNotSayStaysAsItWas() {
        LogRecord original =
                call("10T09:01:00", "ec2", "RunInstances", IN_SESSION)
                        .id("original")
                        .request("{\"count\":\"1\"}")
                        .response("{\"state\":\"pending\"}")
                        .resource("arn:aws:ec2:::instance/i-1")
                        .failed("Server.Busy", "try again")
                        .response("{\"state\":\"pending\"}");
        LogRecord addendum =
                call("10T09:01:00", "ec2", "RunInstances", IN_SESSION)
                        .id("addendum")
                        .response("{\"state\":\"running\"}")
                        .addendum("UPDATED_DATA", "original");

        TrailEvent folded = Addenda.folded(List.of(original.event(), addendum.event())).getFirst();

        assertThat(folded.key().eventId()).isEqualTo("original");
        assertThat(folded.payload().requested("count")).isEqualTo("1");
        assertThat(folded.payload().answered("state")).isEqualTo("running");
        assertThat(folded.payload().resources()).hasSize(1);
        assertThat(folded.outcome().errorCode()).isEqualTo("Server.Busy");
        assertThat(folded.links().addendum()).isEqualTo(TrailEvent.Addendum.NONE);
    }

    @Test
    void whatAnAddendumSaysReplacesWhatWasSaid() {
        LogRecord original =
                call("10T09:01:00", "ec2", "RunInstances", IN_SESSION)
                        .id("original")
                        .request("{\"count\":\"1\"}")
                        .resource("arn:aws:ec2:::instance/i-1");
        LogRecord addendum =
                call("10T09:01:00", "ec2", "RunInstances", IN_SESSION)
                        .id("addendum")
                        .request("{\"count\":\"2\"}")
                        .resource("arn:aws:ec2:::instance/i-2")
                        .with("additionalEventData", "note", "late")
                        .with("serviceEventDetails", "detail", "more")
                        .addendum("UPDATED_DATA", "original");

        TrailEvent folded = Addenda.folded(List.of(original.event(), addendum.event())).getFirst();

        assertThat(folded.payload().requested("count")).isEqualTo("2");
        assertThat(folded.payload().resources().getFirst().arn()).endsWith("i-2");
        assertThat(folded.payload().added("note")).isEqualTo("late");
        assertThat(folded.payload().detailed("detail")).isEqualTo("more");
    }

    @Test
    void anOpeningIsCompletedByItsAddendum() {
        LogRecord bare =
                assumeRole("10T09:00:00", user(HOME, "bob", "AKIABOB"), BOB, "ASIA1")
                        .without("responseElements");
        LogRecord late =
                assumeRole("10T09:00:00", user(HOME, "bob", "AKIABOB"), BOB, "ASIA1")
                        .id("addendum")
                        .addendum("UPDATED_DATA", "AssumeRole@10T09:00:00");

        assertThat(told(bare, late))
                .isEqualTo(
                        """
                        never used 111122223333/break-glass-admin AssumeRole; bob, IAM user who asked for the credentials
                          opened by AssumeRole@10T09:00:00, key ASIA1
                        """);
        assertThat(told(late)).startsWith("never used 111122223333/break-glass-admin AssumeRole;");
    }

    @Test
    void anOpeningThatAnAddendumCallsFailedIsAnAttempt() {
        LogRecord opening = assumeRole("10T09:00:00", user(HOME, "bob", "AKIABOB"), BOB, "ASIA1");
        LogRecord late =
                assumeRole("10T09:00:00", user(HOME, "bob", "AKIABOB"), BOB, "ASIA1")
                        .id("addendum")
                        .failed("AccessDenied", "on second thought")
                        .addendum("UPDATED_DATA", "AssumeRole@10T09:00:00");

        assertThat(told(opening, late))
                .isEqualTo(
                        """
                        denied 111122223333/break-glass-admin AssumeRole@10T09:00:00, key ASIA1 AccessDenied; bob, IAM user who asked for the credentials
                        """);
    }

    @Test
    void aGuardTouchedOnceIsToldOnceWhateverAddendaFollow() {
        LogRecord touch =
                call("10T09:01:00", "cloudtrail", "StopLogging", IN_SESSION).id("original");
        LogRecord late =
                call("10T09:01:00", "cloudtrail", "StopLogging", IN_SESSION)
                        .id("addendum")
                        .addendum("UPDATED_DATA", "original");

        assertThat(Trails.correlated(touch, late).guardTouches()).hasSize(1);
    }
}
