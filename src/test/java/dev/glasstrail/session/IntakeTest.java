package dev.glasstrail.session;

import static dev.glasstrail.session.Identities.role;
import static dev.glasstrail.session.Identities.service;
import static dev.glasstrail.session.Identities.user;
import static dev.glasstrail.session.LogRecord.assumeRole;
import static dev.glasstrail.session.LogRecord.call;
import static dev.glasstrail.session.Trails.HOME;
import static dev.glasstrail.session.Trails.OTHER;
import static dev.glasstrail.session.Trails.WATCH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.trail.TrailEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is kept of the records of two scans, and what is said about their copies.
final class IntakeTest {

    private static final String BOB = HOME + "/break-glass-admin/bob";
    private static final String DEPLOY = OTHER + "/deploy/bob";
    private static final LogRecord ACTION =
            call("10T09:01:00", "ec2", "RunInstances", role(BOB, "10T09:00:00", "ASIA1"));

    @Test
    void aFurtherCopyIsCountedAndNotKept() {
        Records records = records(ACTION, ACTION, ACTION);

        assertThat(records.kept()).isEqualTo(1);
        assertThat(records.copies()).isEqualTo(2);
        assertThat(records.conflicting()).isEmpty();
        assertThat(records.acts()).containsExactly(ACTION.event().kept());
    }

    @Test
    void theSightOfARecordInTheSecondScanIsNoCopy() {
        LogRecord chain =
                assumeRole("10T09:10:00", role(BOB, "10T09:00:00", "ASIA1"), DEPLOY, "ASIA2");
        LogRecord chained =
                call("10T09:20:00", "ec2", "RunInstances", role(DEPLOY, "10T09:10:00", "ASIA2"));
        LogRecord selfChain =
                assumeRole("10T09:30:00", role(DEPLOY, "10T09:10:00", "ASIA2"), BOB, "ASIA3");

        Records records = records(ACTION, chain, chained, selfChain);

        assertThat(records.copies()).isZero();
        assertThat(records.kept()).isEqualTo(4);
        assertThat(ids(records.acts()))
                .containsExactly(
                        "RunInstances@10T09:01:00",
                        "AssumeRole@10T09:10:00",
                        "RunInstances@10T09:20:00",
                        "AssumeRole@10T09:30:00");
    }

    @Test
    void copiesThatSayDifferentThingsAreNamed() {
        LogRecord altered =
                call("10T09:01:00", "ec2", "RunInstances", role(BOB, "10T09:00:00", "ASIA1"))
                        .put("sourceIPAddress", "192.0.2.1");

        Records one = records(ACTION, altered);
        Records other = records(altered, ACTION, altered);

        assertThat(one.conflicting())
                .containsExactly(new TrailEvent.EventKey("RunInstances@10T09:01:00", HOME));
        assertThat(other.conflicting()).isEqualTo(one.conflicting());
        assertThat(other.acts()).isEqualTo(one.acts()).hasSize(1);
        assertThat(other.copies()).isEqualTo(2);
    }

    @Test
    void whatConcernsNobodyIsNotKept() {
        Records records =
                records(
                        call("10T09:01:00", "ec2", "RunInstances", user(HOME, "bob", "AKIABOB")),
                        assumeRole("10T09:02:00", service("ec2"), HOME + "/worker/i-1", "ASIA1"),
                        call("10T09:03:00", "sts", "AssumeRole", user(HOME, "bob", "AKIABOB"))
                                .failed("AccessDenied", "on resource: arn:aws:iam::1:role/worker"));

        assertThat(records.kept()).isZero();
    }

    @Test
    void changesToTheGuardsAreKeptWhoeverMadeThem() {
        Records records =
                records(
                        call(
                                "10T09:01:00",
                                "cloudtrail",
                                "StopLogging",
                                user(HOME, "bob", "AKIABOB")));

        assertThat(ids(records.guardTouches())).containsExactly("StopLogging@10T09:01:00");
        assertThat(records.acts()).isEmpty();
    }

    private static Records records(LogRecord... records) {
        return Trails.records(WATCH, Trails.events(List.of(records)));
    }

    private static List<String> ids(List<TrailEvent> events) {
        return events.stream().map(event -> event.key().eventId()).toList();
    }
}
