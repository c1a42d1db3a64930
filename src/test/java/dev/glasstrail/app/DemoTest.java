package dev.glasstrail.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.aws.Sleeper;
import dev.glasstrail.demo.DemoFates;
import dev.glasstrail.demo.story.PlantedSecrets;
import dev.glasstrail.report.AlarmSection;
import dev.glasstrail.report.AuditReport;
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
import java.util.HashMap;
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
        assertThat(verdicts(here.report())).containsExactlyElementsOf(fates());
        assertThat(here.report().alarm().channel().unknown())
                .extracting(AlarmSection.QuotedRow::eventId)
                .containsExactly(DemoFates.SURPLUS.eventId());
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

    /// What was written into the alarm's files, and what the report makes of it.
    private static List<String> fates() {
        return DemoFates.OF_THE_WEEK.stream()
                .map(row ->
                        row.story()
                                + " "
                                + row.label()
                                + " "
                                + switch (row.fate()) {
                                    case RANG, RANG_UNCOUNTED -> "RANG null";
                                    case RANG_LATE -> "RANG_LATE null";
                                    case SILENT_DISABLED -> "SILENT RULE_DISABLED";
                                    case SILENT_NOT_DELIVERED -> "SILENT DELIVERY_FAILED";
                                    case NOT_MATCHED_REGION_SEGMENT, NOT_COVERED_CALL ->
                                            "NOT_COVERED PATTERN_MISSES";
                                    case NOT_COVERED_PLACE -> "NOT_COVERED NO_RULE_HERE";
                                })
                .toList();
    }

    private static List<String> verdicts(AuditReport report) {
        Map<String, String> names = new HashMap<>();
        report.sessions().stream()
                .flatMap(session -> session.openings().stream())
                .forEach(opening ->
                        opening.copies().forEach(copy -> names.put(copy, opening.eventId())));
        return DemoFates.OF_THE_WEEK.stream()
                .map(row ->
                        row.story()
                                + " "
                                + row.label()
                                + " "
                                + verdict(report, names.getOrDefault(row.eventId(), row.eventId())))
                .toList();
    }

    private static String verdict(AuditReport report, String eventId) {
        return report.alarm().openings().stream()
                .filter(opening -> opening.eventId().equals(eventId))
                .map(opening -> opening.verdict() + " " + opening.rules().getFirst().cause())
                .findFirst()
                .orElse("missing");
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
