package dev.glasstrail.render.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TypesetterTest {

    private final Typesetter typesetter = new Typesetter(new Fonts());

    @Test
    void wordsMoveToTheNextLineAndLoseTheSpaceBetween() {
        assertThat(set("Every use, numbered, with the person behind it", 90))
                .containsExactly("Every use, numbered,", "with the person behind", "it");
    }

    @Test
    void anArnBreaksAfterItsSeparators() {
        assertThat(set("arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/Admin", 110))
                .containsExactly(
                        "arn:aws:iam::111122223333:",
                        "role/aws-reserved/sso.",
                        "amazonaws.com/Admin");
    }

    @Test
    void anApiCallBreaksBeforeACapitalLetter() {
        assertThat(set("RestoreDBInstanceFromDBSnapshot", 80))
                .containsExactly("RestoreDBInstance", "FromDBSnapshot");
    }

    @Test
    void aRequestBreaksBetweenItsMembersRatherThanInsideAName() {
        assertThat(set("{\"dBInstanceIdentifier\":\"orders\",\"multiAZ\":true}", 150))
                .containsExactly("{\"dBInstanceIdentifier\":\"orders\",", "\"multiAZ\":true}");
    }

    @Test
    void aWordWithoutAnyPlaceToBreakIsBrokenAndNotCut() {
        List<String> lines = set("x".repeat(100), 60);

        assertThat(lines).hasSizeGreaterThan(1);
        assertThat(String.join("", lines)).isEqualTo("x".repeat(100));
    }

    @Test
    void anEscapeIsNeverBroken() {
        assertThat(set("\u202E\u202E\u202E\u202E\u202E\u202E", 80))
                .containsExactly("\\u{202E}\\u{202E}", "\\u{202E}\\u{202E}", "\\u{202E}\\u{202E}");
    }

    @Test
    void noLineIsWiderThanAskedFor() {
        String text = SampleNames.PEOPLE + " " + SampleSessions.ROLE;
        for (float width = 30; width < 300; width += 7) {
            for (Line line : typesetter.lines(text, Style.BODY, width)) {
                assertThat(line.width()).isLessThanOrEqualTo(width + 0.05f);
            }
        }
    }

    @Test
    void emptyTextIsOneEmptyLine() {
        assertThat(set("", 50)).containsExactly("");
    }

    private List<String> set(String text, float width) {
        return typesetter.lines(text, Style.BODY, width).stream().map(Line::text).toList();
    }
}
