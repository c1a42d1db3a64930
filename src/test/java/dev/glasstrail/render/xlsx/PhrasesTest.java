package dev.glasstrail.render.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.report.AlarmVerdictRow;
import dev.glasstrail.report.OpeningRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PhrasesTest {

    private static final String ACCOUNT = "111122223333";

    @Test
    void aVerdictIsToldInWords() {
        assertThat(
                        Phrases.alarm(
                                List.of(
                                        verdict("bg-alarm", "RANG_LATE", null, 412L),
                                        verdict("bg-alarm", "SILENT", "RULE_DISABLED", null))))
                .isEqualTo(
                        "rang late, rule bg-alarm in 111122223333 us-east-1, after 412 s | silent,"
                                + " rule bg-alarm in 111122223333 us-east-1, rule disabled");
    }

    @Test
    void anAlarmNobodyLookedAtIsNotChecked() {
        assertThat(Phrases.alarm(List.of())).isEqualTo("not checked");
        assertThat(Phrases.alarm(List.of(verdict(null, "NOT_CHECKED", null, null))))
                .isEqualTo("not checked");
    }

    @Test
    void anOpeningTellsEverythingItsRecordSays() {
        OpeningRow opening =
                new OpeningRow(
                        "event-1",
                        List.of("event-2"),
                        Instant.parse("2026-11-10T02:13:04Z"),
                        "AssumeRole",
                        "us-east-1",
                        "jana",
                        "198.51.100.7",
                        "aws-cli/2",
                        null,
                        false);

        assertThat(Phrases.openings(List.of(opening)))
                .isEqualTo(
                        "2026-11-10 02:13:04 AssumeRole by jana, from 198.51.100.7 in us-east-1,"
                                + " with aws-cli/2, no key in the answer, never used, event event-1,"
                                + " recorded elsewhere as event-2");
    }

    private static AlarmVerdictRow verdict(
            @Nullable String rule, String verdict, @Nullable String cause, @Nullable Long delay) {
        return new AlarmVerdictRow(
                "e-1", rule, ACCOUNT, "us-east-1", verdict, cause, null, null, delay, null);
    }
}
