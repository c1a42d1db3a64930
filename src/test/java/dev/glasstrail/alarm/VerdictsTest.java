package dev.glasstrail.alarm;

import static dev.glasstrail.alarm.Scene.HERE;
import static dev.glasstrail.alarm.Scene.OPENING;
import static dev.glasstrail.alarm.Scene.allWell;
import static dev.glasstrail.alarm.Scene.empty;
import static dev.glasstrail.alarm.Scene.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Verdicts that no single cause of a difference leads to.
final class VerdictsTest {

    @Test
    void whereNobodyLookedNobodyCanSay() {
        assertThat(allWell().notLookedAt(HERE).withoutMessages().told())
                .isEqualTo("001 - UNPROVABLE RULES_NOT_READ: nobody looked there");
    }

    /// It is no rule's merit, and it rang all the same.
    @Test
    void aMessageProvesThatItRangWithoutAnyRule() {
        assertThat(allWell().withoutRule().told())
                .isEqualTo(
                        """
                        001 - RANG 12 s, a message with the event id
                        001 - NOT_COVERED NO_RULE_HERE: none, as read at 2026-11-16T06:00:00Z\
                        """);
    }

    @Test
    void metricsThatCouldNotBeReadLeaveItToTheChannel() {
        assertThat(allWell().withoutMetrics().told()).startsWith("001 break-glass-alert RANG 12 s");
        assertThat(allWell().withoutMetrics().withoutMessages().told())
                .startsWith(
                        "001 break-glass-alert SILENT NO_MESSAGE: no metric of the rule was read");
        assertThat(allWell().withoutMetrics().withoutChannel().told())
                .startsWith(
                        "001 break-glass-alert UNPROVABLE METRICS_NOT_READ: no metric of the rule was read");
    }

    @Test
    void hourlyCountsMakeNoneOfSeveralOpeningsSilent() {
        Scene scene =
                empty().every(Duration.ofHours(1))
                        .opening(OPENING, "10T09:05:00", "bob")
                        .opening(id(2), "10T09:30:00", "bob")
                        .count(Metric.MATCHED_EVENTS, "10T09:00:00", 1);

        assertThat(scene.told())
                .isEqualTo(
                        """
                        001 break-glass-alert UNPROVABLE ONE_OF_SEVERAL: 2 records contend for 1 counts
                        002 break-glass-alert UNPROVABLE ONE_OF_SEVERAL: 2 records contend for 1 counts
                        break-glass-alert ENABLED: expected 2, matched 1, differs: uncounted [], contended 2, surplus []\
                        """);
    }

    @Test
    void whatAPersonWritesProvesNothing() {
        assertThat(
                        allWell()
                                .withoutMessages()
                                .message("10T09:00:40", "U0BOB", false, "it rang: " + OPENING)
                                .told())
                .startsWith("001 break-glass-alert SILENT REFUSED_BY_CHANNEL");
    }

    @Test
    void aMessageWithoutAnEventIdIsTiedByTimeAndSessionIfItCanBeOfNoOther() {
        assertThat(allWell().withoutMessages().message("10T09:00:40", "bob opened it").told())
                .startsWith("001 break-glass-alert RANG 20 s, a message with the session's name");
        assertThat(
                        allWell()
                                .withoutMessages()
                                .opening(id(2), "10T09:00:30", "bob")
                                .count(Metric.MATCHED_EVENTS, "10T09:01:00", 1)
                                .count(Metric.INVOCATIONS, "10T09:01:00", 1)
                                .message("10T09:00:40", "bob opened it")
                                .told())
                .startsWith(
                        "001 break-glass-alert UNPROVABLE MESSAGES_NAMELESS: a bot's message of that time names no event");
    }

    @Test
    void someOfSeveralDeliveriesFailed() {
        assertThat(
                        allWell()
                                .withoutMessages()
                                .opening(id(2), "10T09:02:00", "bob")
                                .count(Metric.MATCHED_EVENTS, "10T09:02:00", 1)
                                .count(Metric.FAILED_INVOCATIONS, "10T09:02:00", 1)
                                .told())
                .startsWith(
                        "001 break-glass-alert UNPROVABLE DELIVERY_UNCLEAR: 2 deliveries, 1 failures");
    }

    @Test
    void whatIsLateIsSettled() {
        AlarmOptions strict =
                new AlarmOptions(
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(15),
                        AlarmOptions.DEFAULTS.drill());

        assertThat(allWell().options(strict).told())
                .startsWith("001 break-glass-alert RANG_LATE 12 s");
    }
}
