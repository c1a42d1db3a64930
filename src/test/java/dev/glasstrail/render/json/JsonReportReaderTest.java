package dev.glasstrail.render.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glasstrail.report.ActionRow;
import dev.glasstrail.report.AuditReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReportReaderTest {

    @TempDir private Path parent;
    private Path folder;

    @BeforeEach
    void openFolder() throws IOException {
        folder = Files.createDirectory(parent.resolve("r1"));
    }

    @Test
    void aReportReadBackAndWrittenAgainHasTheSameBytes() throws Exception {
        String hostile = "\u0000\u001b\u2028\ud800\ud83d\ude00 é \"\\";
        List<ActionRow> rows =
                List.of(
                        SampleReport.action(
                                "a", "2026-11-09T02:12:00Z", "{\"n\":1.50,\"m\":[]}", null),
                        SampleReport.action(
                                "b", "2026-11-09T02:12:01Z", "not json " + hostile, hostile),
                        SampleReport.action("c", "2026-11-09T02:12:02Z", "\"5\"", null),
                        SampleReport.action("d", "2026-11-09T02:12:02Z", "null", null),
                        SampleReport.action("e", "2026-11-09T02:12:03Z", null, null));

        for (AuditReport report : List.of(SampleReport.plain(), SampleReport.of(hostile, rows))) {
            Path first = Files.createTempDirectory(parent, "first");
            Path second = Files.createTempDirectory(parent, "second");
            var written = new JsonReport().render(report, first);

            assertThat(new JsonReport().render(new JsonReport().read(first), second))
                    .isEqualTo(written);
        }
    }

    @Test
    void whatIsReadBackIsTheReport() throws Exception {
        new JsonReport().render(SampleReport.plain(), folder);
        AuditReport read = new JsonReport().read(folder);

        assertThat(read.sessions()).isEqualTo(SampleReport.plain().sessions());
        assertThat(read.totals()).isEqualTo(SampleReport.plain().totals());
        assertThat(read.source()).isEqualTo(SampleReport.plain().source());
        assertThat(read.actions().size()).isEqualTo(2);
        assertThat(read.actions().of(SampleReport.SESSION).getFirst())
                .isEqualTo(SampleReport.plain().actions().of(SampleReport.SESSION).getFirst());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "glasstrail/report/1 | glasstrail/report/9 | report.json: schema is \"glasstrail/report/9\","
                        + " this version reads \"glasstrail/report/1\"",
                "\"revision\": 1 | \"revision\": null | report.json at window.revision: ",
                "\"revision\": 1 | \"revision\": 1.5 | report.json at window.revision: ",
                "\"revision\": 1, | `` | at window.revision: Missing creator property 'revision'",
                "\"revision\": 1, | \"revision\": 1, \"more\": 2, | Unrecognized field \"more\"",
                "\"revision\": 1, | \"revision\": 1, \"revision\": 2, | Duplicate field 'revision'",
                "\"label\": \"2026-W46\" | \"label\": null | report.json at window.label: ",
                "\"from\": \"2026-11-09T00:00:00Z\" | \"from\": \"Monday\" | want a time such as 2026-11-09T02:11:00Z",
                "\"severity\": \"high\" | \"severity\": \"huge\" | report.json at uses[0].severity: ",
                "\"guards\": [ | \"actions\": 1, \"guards\": [ | without a member \"actions\"",
                "\"mfa\": \"no\" | \"mfa\": \"no | report.json: Illegal unquoted character"
            })
    void aReportOfAnotherFormIsRefusedInOneLine(String good, String bad, String message)
            throws Exception {
        new JsonReport().render(SampleReport.plain(), folder);
        Path file = folder.resolve("report.json");
        String text = Files.readString(file);
        assertThat(text).contains(good);
        Files.writeString(file, text.replaceFirst(Pattern.quote(good), bad));

        assertThatThrownBy(() -> new JsonReport().read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(message)
                .hasMessageStartingWith("report.json");
    }

    @Test
    void aDamagedLineOfTheActionsIsNamed() throws Exception {
        new JsonReport().render(SampleReport.plain(), folder);
        Path file = folder.resolve("actions.jsonl");
        Files.writeString(file, Files.readString(file) + "{\"sessionId\":1}\n");

        assertThatThrownBy(() -> new JsonReport().read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("actions.jsonl line 3");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> new JsonReport().read(folder))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("actions.jsonl");
    }
}
