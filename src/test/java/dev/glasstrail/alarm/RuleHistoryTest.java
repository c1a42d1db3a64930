package dev.glasstrail.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.alarm.RuleHistory.Records;
import dev.glasstrail.alarm.RuleHistory.Sight;
import dev.glasstrail.session.LogRecord;
import dev.glasstrail.session.Trails;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class RuleHistoryTest {

    private static final String ADMIN =
            "{\"type\":\"IAMUser\",\"arn\":\"arn:aws:iam::111122223333:user/adm\",\"accountId\":\"111122223333\"}";
    private static final String NAME = "\"name\":\"break-glass-alert\"";
    private static final Instant READ = Trails.at("16T06:00:00");

    @Test
    void withoutAChangeItWasWhatItIs() {
        assertThat(told(seen(READ), "10T09:00:00"))
                .isEqualTo(
                        """
                        ENABLED, as read at 2026-11-16T06:00:00Z
                        pattern P, as read at 2026-11-16T06:00:00Z
                        targets [slack], as read at 2026-11-16T06:00:00Z\
                        """);
    }

    @Test
    void disablingAndEnablingLeavePatternAndTargets() {
        RuleHistory history =
                seen(
                        READ,
                        change("10T08:00:00", "DisableRule", NAME),
                        change("12T08:00:00", "EnableRule", NAME));

        assertThat(told(history, "11T00:00:00"))
                .isEqualTo(
                        """
                        DISABLED, DisableRule at 2026-11-10T08:00:00Z (DisableRule@10T08:00:00)
                        pattern P, as read at 2026-11-16T06:00:00Z
                        targets [slack], as read at 2026-11-16T06:00:00Z\
                        """);
        assertThat(told(history, "12T09:00:00"))
                .startsWith("ENABLED, as read at 2026-11-16T06:00:00Z");
    }

    /// A rule that was disabled twice looks the same.
    @Test
    void whatWasBeforeTheFirstChangeNobodyCanTell() {
        assertThat(told(seen(READ, change("10T08:00:00", "DisableRule", NAME)), "09T00:00:00"))
                .startsWith(
                        "unknown: DisableRule at 2026-11-10T08:00:00Z (DisableRule@10T08:00:00)"
                                + " does not tell what was before it\npattern P");
    }

    @Test
    void puttingARuleTellsItsStateAndPatternFromThenOn() {
        RuleHistory history =
                seen(
                        READ,
                        change("10T08:00:00", "PutRule", NAME + ",\"eventPattern\":\"OLD\""),
                        change("12T08:00:00", "PutRule", NAME + ",\"eventPattern\":\"P\""));

        assertThat(told(history, "11T00:00:00"))
                .isEqualTo(
                        """
                        ENABLED, PutRule at 2026-11-10T08:00:00Z (PutRule@10T08:00:00)
                        pattern OLD, PutRule at 2026-11-10T08:00:00Z (PutRule@10T08:00:00)
                        targets [slack], as read at 2026-11-16T06:00:00Z\
                        """);
        assertThat(history.patterns()).containsExactly("P", "OLD");
    }

    @Test
    void targetsArePutAndRemovedOneByOne() {
        RuleHistory history =
                seen(
                        READ,
                        change("10T08:00:00", "DeleteRule", NAME),
                        change("10T09:00:00", "PutRule", NAME + ",\"eventPattern\":\"P\""),
                        change(
                                "10T10:00:00",
                                "PutTargets",
                                "\"rule\":\"break-glass-alert\",\"targets\":[{\"id\":\"a\",\"arn\":\"A\"},{\"id\":\"b\",\"arn\":\"B\"}]"),
                        change(
                                "10T11:00:00",
                                "RemoveTargets",
                                "\"rule\":\"break-glass-alert\",\"ids\":[\"a\"]"));

        assertThat(told(history, "10T08:30:00")).startsWith("ABSENT").contains("targets []");
        assertThat(told(history, "10T10:30:00")).contains("targets [a, b]");
        assertThat(history.at(Trails.at("10T11:30:00")).targets())
                .as("what was read in the end holds after the last change")
                .isEqualTo(
                        new Fact.Known<>(
                                List.of(Scene.slack()), "as read at 2026-11-16T06:00:00Z"));
    }

    @Test
    void aChangeActsAfterAShortTime() {
        assertThat(told(seen(READ, change("10T08:00:00", "EnableRule", NAME)), "10T08:04:59"))
                .startsWith("unknown: EnableRule")
                .contains("acts after a short time that nobody tells");
    }

    @Test
    void aRefusedChangeChangesNothing() {
        RuleChange refused =
                RuleChange.of(
                                Trails.events(
                                                List.of(
                                                        record("10T08:00:00", "DisableRule", NAME)
                                                                .failed("AccessDenied", "no")))
                                        .getFirst())
                        .orElse(null);

        assertThat(refused).isNull();
    }

    @Test
    void theBusMayBeGivenByItsArn() {
        assertThat(
                        change(
                                        "10T08:00:00",
                                        "DisableRule",
                                        NAME
                                                + ",\"eventBusName\":\"arn:aws:events:eu-central-1:111122223333:event-bus/own\"")
                                .rule()
                                .toString())
                .isEqualTo("own/break-glass-alert");
    }

    @Test
    void aRuleReadLongAfterTheLogsEndTellsNothing() {
        assertThat(told(seen(Trails.at("20T06:00:00")), "10T09:00:00"))
                .startsWith(
                        "unknown: the rule was read at 2026-11-20T06:00:00Z, and changes after"
                                + " 2026-11-16T06:00:00Z were not");
    }

    @Test
    void aRuleReadAtATimeThatNobodyKnowsTellsNothing() {
        assertThat(told(seen(Instant.MIN), "10T09:00:00"))
                .startsWith("unknown: nobody knows when the rule was read");
    }

    @Test
    void aGapInTheLogsHidesChanges() {
        RuleHistory history =
                new RuleHistory(
                        Scene.RULE,
                        new Sight(rule(), READ),
                        List.of(change("10T08:00:00", "DisableRule", NAME)),
                        new Records(
                                Trails.at("07T12:00:00"), Trails.at("16T06:00:00"), "not read"));

        assertThat(told(history, "11T00:00:00"))
                .startsWith(
                        "unknown: records of its account and region are missing: not read\n"
                                + "pattern unknown");
    }

    @Test
    void whatWasReadBeforeAChangeDoesNotHoldAfterIt() {
        RuleHistory history =
                seen(Trails.at("09T00:00:00"), change("10T08:00:00", "DisableRule", NAME));

        assertThat(told(history, "09T12:00:00")).startsWith("ENABLED, as read at");
        assertThat(told(history, "11T00:00:00")).startsWith("DISABLED, DisableRule at");
    }

    private static RuleHistory seen(Instant at, RuleChange... changes) {
        return new RuleHistory(
                Scene.RULE,
                new Sight(rule(), at),
                List.of(changes),
                new Records(Trails.at("07T12:00:00"), Trails.at("16T06:00:00"), ""));
    }

    private static AlertRule rule() {
        return new AlertRule(Scene.RULE, RuleState.ENABLED, "P", List.of(Scene.slack()));
    }

    private static RuleChange change(String time, String name, String members) {
        return RuleChange.of(Trails.events(List.of(record(time, name, members))).getFirst())
                .orElseThrow();
    }

    private static LogRecord record(String time, String name, String members) {
        return LogRecord.call(time, "events", name, ADMIN).request("{" + members + "}");
    }

    private static String told(RuleHistory history, String time) {
        RuleThen then = history.at(Trails.at(time));
        List<String> lines = new ArrayList<>();
        lines.add(line("", then.state()));
        lines.add(line("pattern ", then.pattern()));
        lines.add(
                switch (then.targets()) {
                    case Fact.Known<List<Target>> known ->
                            "targets "
                                    + known.value().stream()
                                            .map(Target::id)
                                            .collect(Collectors.joining(", ", "[", "]"))
                                    + ", "
                                    + known.because();
                    case Fact.Unknown<List<Target>> unknown ->
                            "targets unknown: " + unknown.because();
                });
        return String.join("\n", lines);
    }

    private static <T> String line(String what, Fact<T> fact) {
        return what
                + switch (fact) {
                    case Fact.Known<T> known -> known.value() + ", " + known.because();
                    case Fact.Unknown<T> unknown -> "unknown: " + unknown.because();
                };
    }
}
