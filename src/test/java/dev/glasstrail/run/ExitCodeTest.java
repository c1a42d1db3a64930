package dev.glasstrail.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExitCodeTest {

    private static final Path README = Path.of("README.md");
    private static final String HEADING = "## Exit codes";

    @Test
    void theNumbersAreAnInterfaceAndStayWhatTheyAre() {
        assertThat(ExitCode.values())
                .extracting(code -> code.number() + " " + code)
                .containsExactly(
                        "0 MADE",
                        "1 FINDINGS",
                        "2 ARGUMENTS",
                        "3 SETTINGS",
                        "4 SOURCE_FAILED",
                        "5 VERIFICATION_FAILED",
                        "10 NOT_SETTLED",
                        "11 INCOMPLETE",
                        "12 DELIVERY_FAILED",
                        "70 BUG",
                        "130 INTERRUPTED",
                        "143 TERMINATED");
    }

    @Test
    void theReadmeHasTheSameTable() throws IOException {
        assumeThat(README).exists();

        assertThat(table(Files.readString(README))).isEqualTo(rows());
    }

    @Test
    void aTableThatSaysSomethingElseIsNoticed() {
        String planted =
                """
                ## Exit codes

                | code | meaning |
                |---|---|
                | 0 | all is well |

                ## Limits

                | 1 | one |
                """;

        assertThat(table(planted)).isEqualTo(List.of("| 0 | all is well |"));
        assertThat(table(planted)).isNotEqualTo(rows());
        assertThat(table("# Glasstrail\n")).isEmpty();
    }

    private static List<String> rows() {
        return Arrays.stream(ExitCode.values())
                .map(code -> "| %d | %s |".formatted(code.number(), code.meaning()))
                .toList();
    }

    /// The rows below the heading that begin with a number.
    private static List<String> table(String readme) {
        return readme.lines()
                .dropWhile(line -> !line.equals(HEADING))
                .skip(1)
                .takeWhile(line -> !line.startsWith("#"))
                .filter(line -> line.matches("\\| [0-9]+ \\|.*"))
                .toList();
    }
}
