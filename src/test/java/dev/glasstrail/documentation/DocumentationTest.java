package dev.glasstrail.documentation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.cli.Cli;
import dev.glasstrail.cli.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DocumentationTest {

    private static final Path ROOT = Path.of("");

    @TempDir Path planted;

    static List<Path> documents() throws IOException {
        try (Stream<Path> top = Files.list(ROOT.toAbsolutePath());
                Stream<Path> docs = Files.walk(Path.of("src/docs").toAbsolutePath())) {
            return Stream.concat(top, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void whatADocumentNamesExists(Path document) throws IOException {
        assertThat(new Claims(ROOT, DocumentationTest::help).check(document)).isEmpty();
    }

    @Test
    void whatDoesNotExistIsFound() throws IOException {
        Files.createDirectories(planted.resolve("src/docs"));
        Files.writeString(planted.resolve("pom.xml"), "<profile><id>proof</id></profile>");
        Files.writeString(planted.resolve("src/Known.java"), "final class Known {}");
        Path document = planted.resolve("src/docs/claims.md");
        Files.writeString(
                document,
                """
                Known: `Known`, `src/docs/claims.md`, `pom.xml`, `mvn verify -Pproof`, `reports/out/x`.
                See [this](claims.md#known) and [that](gone.md).
                Look at `Unknown`, `src/gone/Gone.java` and `GONE.md`.
                Run `mvn test -Dtest=GoneTest -Pgone`.

                ```sh
                ./glasstrail report --week 2026-W46   # fine
                ./glasstrail report --weeks 2026-W46
                ./glasstrail gone
                ```
                """);

        List<String> complaints =
                new Claims(planted, name -> name.equals("report") ? "  --week=<week>" : "")
                        .check(document);

        assertThat(complaints)
                .containsExactly(
                        "the link gone.md leads nowhere",
                        "there is no type Unknown",
                        "there is no file src/gone/Gone.java",
                        "there is no file GONE.md",
                        "there is no profile gone: mvn test -Dtest=GoneTest -Pgone",
                        "there is no test GoneTest: mvn test -Dtest=GoneTest -Pgone",
                        "report has no option --weeks: ./glasstrail report --weeks 2026-W46",
                        "there is no command gone: ./glasstrail gone");
    }

    private static String help(String subcommand) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(bytes, true, UTF_8);
        Surroundings nothing =
                new Surroundings(
                        stream,
                        stream,
                        Map.of(),
                        ROOT.toAbsolutePath(),
                        Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                        false);
        int code = Cli.run(new String[] {subcommand, "--help"}, nothing);
        return code == 0 ? bytes.toString(UTF_8) : "";
    }
}
