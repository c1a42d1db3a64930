package dev.glasstrail.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExpiryTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jul 10, 2023, 12:54:47 PM",
                "Jul 10, 2023 12:54:47 PM",
                "Jul 10, 2023, 12:54:47\u202fPM",
                "Jul 10, 2023, 12:54:47\u00a0pm",
                " Jul 10, 2023, 12:54:47 PM ",
                "2023-07-10T12:54:47Z"
            })
    void everySpellingIsUnderstood(String text) {
        assertThat(Expiry.parse(text))
                .isEqualTo(new Expiry.At(Instant.parse("2023-07-10T12:54:47Z")));
    }

    @Test
    void theHourAfterMidnightIsTwelve() {
        assertThat(Expiry.parse("Aug 2, 2021 12:34:49 AM"))
                .isEqualTo(new Expiry.At(Instant.parse("2021-08-02T00:34:49Z")));
    }

    @Test
    void itIsReadTheSameEverywhere() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(Expiry.parse("May 2, 2021 1:34:49 AM"))
                    .isEqualTo(new Expiry.At(Instant.parse("2021-05-02T01:34:49Z")));
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "Jul 32, 2023 1:00:00 AM", "Jul 10, 2023 13:00:00 PM"})
    void whatIsNoTimeIsUnknown(String text) {
        assertThat(Expiry.parse(text)).isEqualTo(Expiry.UNKNOWN);
    }
}
