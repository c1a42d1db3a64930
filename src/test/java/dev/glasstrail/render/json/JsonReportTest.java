package dev.glasstrail.render.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.glasstrail.render.Artifact;
import dev.glasstrail.report.ActionRow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonReportTest {

    private static final JsonMapper STRICT = new JsonMapper();

    @TempDir private Path folder;

    @Test
    void aReportIsWrittenAsItsGoldenFilesSay() throws Exception {
        List<Artifact> artifacts = new JsonReport().render(SampleReport.plain(), folder);

        assertThat(artifacts)
                .extracting(Artifact::name)
                .containsExactly(
                        "report.json",
                        "actions.jsonl",
                        "report.schema.json",
                        "actions.schema.json");
        assertThat(text("report.json")).isEqualTo(golden("sample.report.json"));
        assertThat(text("actions.jsonl")).isEqualTo(golden("sample.actions.jsonl"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(4);
        }
    }

    @Test
    void theSameReportGivesTheSameBytesOnAnyMachine() throws Exception {
        Path here = Files.createDirectory(folder.resolve("here"));
        Path there = Files.createDirectory(folder.resolve("there"));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        List<Artifact> first = new JsonReport().render(SampleReport.plain(), here);
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            assertThat(new JsonReport().render(SampleReport.plain(), there)).isEqualTo(first);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void whatAScreenWouldObeyIsEscapedAndHalfCharactersAreReplaced() throws Exception {
        String hostile =
                "\u0000\u001b[31m\u007f\u009b\u2028\u2029\u202e\u200f\ufeff\"\\</script>\ud83d\ude00\ud800x\udc00";
        String escapedPair = "{\"a\":\"\\ud800\",\"b\":\"\u2028\"}";
        new JsonReport()
                .render(
                        SampleReport.of(
                                hostile,
                                List.of(
                                        SampleReport.action(
                                                "e",
                                                "2026-11-09T02:12:00Z",
                                                escapedPair,
                                                hostile))),
                        folder);

        assertThat(text("report.json"))
                .contains(
                        "\"\\u0000\\u001B[31m\\u007F\\u009B\\u2028\\u2029\\u202E\\u200F\\uFEFF"
                                + "\\\"\\\\</script>\ud83d\ude00\ufffdx\ufffd\"");
        assertThat(text("actions.jsonl"))
                .contains("\"parameters\":{\"a\":\"\ufffd\",\"b\":\"\\u2028\"}}");
        assertThat(STRICT.readTree(text("report.json")).at("/sessions/0/sessionName").asText())
                .isEqualTo(hostile.replaceAll("\ud800x\udc00", "\ufffdx\ufffd"));
        assertThat(text("actions.jsonl").lines()).hasSize(1);
    }

    @Test
    void parametersAreWrittenAsTheDocumentTheyAre() throws Exception {
        List<String> parameters =
                List.of(
                        "{ \"a\" : [ 1.50 , 1e400, -0 ],\n\"b\":null}",
                        "{\"a\":1,\"a\":2}",
                        "\"text\"",
                        "12345678901234567890.10",
                        "not json",
                        "{\"cut\":",
                        "{} {}",
                        "",
                        "[".repeat(600) + "]".repeat(600));
        List<ActionRow> rows =
                parameters.stream()
                        .map(p -> SampleReport.action("e", "2026-11-09T02:12:00Z", p, null))
                        .toList();
        new JsonReport().render(SampleReport.of("x", rows), folder);

        assertThat(
                        text("actions.jsonl")
                                .lines()
                                .map(line -> line.substring(line.indexOf("\"parameters\":") + 13)))
                .containsExactly(
                        "{\"a\":[1.50,1e400,-0],\"b\":null}}",
                        "\"{\\\"a\\\":1,\\\"a\\\":2}\"}",
                        "\"text\"}",
                        "12345678901234567890.10}",
                        "\"not json\"}",
                        "\"{\\\"cut\\\":\"}",
                        "\"{} {}\"}",
                        "\"\"}",
                        "\"" + "[".repeat(600) + "]".repeat(600) + "\"}");
    }

    @Test
    void aReportWithoutAnyActionHasAnEmptyActionsFile() throws Exception {
        new JsonReport().render(SampleReport.of("x", List.of()), folder);

        assertThat(text("actions.jsonl")).isEmpty();
    }

    @Test
    void linesEndWithLineFeedsAndTheFileWithOne() throws Exception {
        new JsonReport().render(SampleReport.plain(), folder);

        for (String name : List.of("report.json", "actions.jsonl", "report.schema.json")) {
            assertThat(text(name)).endsWith("}\n").doesNotContain("\r").doesNotContain("\n\n");
        }
        JsonNode report = STRICT.readTree(text("report.json"));
        assertThat(report.has("actions")).isFalse();
    }

    private String text(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = JsonReportTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
