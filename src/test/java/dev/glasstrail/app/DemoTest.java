package dev.glasstrail.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.aws.Sleeper;
import dev.glasstrail.demo.story.PlantedSecrets;
import dev.glasstrail.run.RunOutcome;
import dev.glasstrail.trail.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The main job as a newcomer runs it, from made-up logs to a folder.
final class DemoTest {

    private static final List<String> FILES =
            List.of(
                    "VERIFY.md",
                    "actions.jsonl",
                    "actions.schema.json",
                    "manifest.json",
                    "report.json",
                    "report.schema.json",
                    "run.json",
                    "usage-report.pdf",
                    "usage-report.xlsx");

    private static final String NOW = "2026-11-17T06:00:00Z";

    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @TempDir Path first;
    @TempDir Path second;

    @AfterEach
    void backHome() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    @Test
    void leavesOneWholeFolderTheSameEverywhereAndWithoutASecret() throws Exception {
        RunOutcome.Delivered here = demo(first, NOW);
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
        RunOutcome.Delivered there = demo(second, "2031-02-03T04:05:06Z");

        assertThat(contents(here.folder()).keySet()).containsExactlyElementsOf(FILES);
        assertThat(withoutRun(contents(there.folder())))
                .isEqualTo(withoutRun(contents(here.folder())));
        assertThat(secretsIn(here.folder())).isEmpty();
        assertThat(listing(first.resolve("demo"))).containsExactly("2026-W46", "2026-W46/r1");

        RunOutcome.Delivered again = demo(first, NOW);

        assertThat(again.alreadyThere()).isTrue();
        assertThat(again.folder()).isEqualTo(here.folder());
    }

    @Test
    void makesTheNextRevisionWhereAnotherReportLies() throws Exception {
        Path folder = demo(first, NOW).folder();
        Files.writeString(folder.resolve("report.json"), "of another version");

        RunOutcome.Delivered next = demo(first, NOW);

        assertThat(next.folder()).isEqualTo(folder.resolveSibling("r2"));
        assertThat(next.report().window().revision()).isEqualTo(2);
        assertThat(folder.resolve("report.json")).hasContent("of another version");
    }

    private static RunOutcome.Delivered demo(Path out, String now) throws Exception {
        Clock clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
        RunOutcome outcome = new Glasstrail(clock, Sleeper.ofThread()).demo(out, Progress.NONE);
        assertThat(outcome).isInstanceOf(RunOutcome.Delivered.class);
        return (RunOutcome.Delivered) outcome;
    }

    private static List<String> listing(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> Files.isDirectory(path) && !path.equals(folder))
                    .map(path -> folder.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                contents.put(
                        file.getFileName().toString(),
                        Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }

    private static Map<String, String> withoutRun(Map<String, String> contents) {
        contents.remove("run.json");
        return contents;
    }

    /// Looks into the texts and into the unpacked workbook; the PDF is laid out from the same
    /// texts.
    private static List<String> secretsIn(Path folder) throws IOException {
        Map<String, String> texts = contents(folder);
        try (ZipFile workbook = new ZipFile(folder.resolve("usage-report.xlsx").toFile())) {
            for (ZipEntry entry : Collections.list(workbook.entries())) {
                try (InputStream in = workbook.getInputStream(entry)) {
                    texts.put(
                            entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        List<String> found = new ArrayList<>();
        texts.forEach((name, text) ->
                PlantedSecrets.all().stream()
                        .filter(text::contains)
                        .forEach(secret -> found.add(name + ": " + secret)));
        return found;
    }
}
