package dev.glasstrail.trail.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glasstrail.trail.Need;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QueryFilesTest {

    private static final Path FOLDER = Path.of("queries");

    @Test
    void thereIsOneFileForEachNeedAndOneFrame() throws IOException {
        List<String> expected =
                Stream.concat(
                                Stream.of("records.sql"),
                                Arrays.stream(Need.class.getPermittedSubclasses())
                                        .map(need -> fileOf(need.getSimpleName())))
                        .sorted()
                        .toList();

        assertThat(names()).isEqualTo(expected);
    }

    @Test
    void eachSaysWhatItAnswersWhatItReadsAndWhatItCosts() throws IOException {
        for (String name : names()) {
            assertThat(header(text(name)))
                    .as(name)
                    .containsSubsequence("-- Answers: ", "-- Reads: ", "-- Costs: ")
                    .startsWith("-- Answers: ");
        }
    }

    @Test
    void theCheckOfTheHeaderSeesAMissingPart() {
        assertThat(header("-- Answers: a\n-- Reads: b\nTRUE -- Costs: c\n"))
                .doesNotContain("-- Costs: ");
    }

    /// Some clients cut a statement at each semicolon, and take an apostrophe in a comment for the
    /// beginning of a text.
    @Test
    void noneHasWhatAClientCouldStumbleOver() throws IOException {
        for (String name : names()) {
            assertThat(text(name))
                    .as(name)
                    .doesNotContain(";", "?", "`", "->", "\t", "\"$path\"")
                    .matches(text -> text.chars().allMatch(c -> c < 128), "is plain ASCII")
                    .matches(
                            text -> text.lines().allMatch(line -> line.length() <= 100),
                            "has lines of 100 characters at the most");
            assertThat(text(name).lines().filter(line -> line.strip().startsWith("--")))
                    .as(name)
                    .noneMatch(line -> line.contains("'") || line.contains("${"));
        }
    }

    @Test
    void aValueThatNothingSetsIsABug() {
        QueryFile file = new QueryFile("planted", "x = ${unset}");
        QueryFile any = new QueryFile("planted", "x LIKE ${any unset}");

        assertThatThrownBy(() -> file.with(new Values()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a query names ${unset}, which nothing sets");
        assertThatThrownBy(() -> any.with(new Values()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a query names ${any unset}, which nothing sets");
    }

    @Test
    void aFileThatIsNotInTheProgramIsABug() {
        assertThatThrownBy(() -> QueryFile.read("none"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("queries/none.sql is not in the program");
    }

    @Test
    void whatAValueHoldsIsNotReadAgain() {
        QueryFile file = new QueryFile("planted", "x IN (${list}) OR y LIKE ${any pattern}");
        Values values =
                new Values()
                        .list("list", List.of("${list}", "$1\\"))
                        .any("pattern", List.of("${any pattern}"));

        assertThat(file.with(values))
                .isEqualTo("x IN ('$1\\', '${list}') OR y LIKE '${any pattern}'");
    }

    @Test
    void aLineWithAnUnknownValueIsLeftOut() {
        QueryFile file = new QueryFile("planted", "TRUE\nAND x IN (${list})\nAND y = ${one}");

        assertThat(file.with(new Values().unknown("list").literal("one", "1")))
                .isEqualTo("TRUE\nAND y = '1'");
    }

    private static String fileOf(String need) {
        return need.replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT) + ".sql";
    }

    private static String header(String text) {
        return String.join("\n", text.lines().takeWhile(line -> line.startsWith("--")).toList());
    }

    private static String text(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name));
    }

    private static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
