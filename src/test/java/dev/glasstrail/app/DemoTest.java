package dev.glasstrail.app;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.run.RunOutcome;
import dev.glasstrail.trail.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole program on its own demo, without the command line.
final class DemoTest {

    @TempDir Path temporary;

    @Test
    void theDemoIsTheSameBytesWhateverTheLocaleTheZoneTheClockAndTheFolder() throws Exception {
        RunOutcome.Delivered first = demo("first", "2026-11-17T06:00:00Z");
        RunOutcome.Delivered second = elsewhere(() -> demo("second", "2031-02-03T04:05:06Z"));

        assertThat(digests(second.folder())).isEqualTo(digests(first.folder()));
        assertThat(digests(first.folder())).hasSize(8).containsKey("manifest.json");
    }

    private RunOutcome.Delivered demo(String folder, String now) throws InterruptedException {
        Clock clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
        RunOutcome outcome = new Glasstrail(clock).demo(temporary.resolve(folder), Progress.NONE);
        assertThat(outcome).isInstanceOf(RunOutcome.Delivered.class);
        return (RunOutcome.Delivered) outcome;
    }

    /// Runs where digits, months and midnight are others.
    private static RunOutcome.Delivered elsewhere(Run run) throws InterruptedException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            return run.go();
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    /// The files of a report by name, but for the one that says who made it and when.
    private static Map<String, String> digests(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.endsWith("run.json"))
                    .collect(
                            toMap(
                                    file -> file.getFileName().toString(),
                                    DemoTest::sha256,
                                    (one, other) -> one,
                                    TreeMap::new));
        }
    }

    private static String sha256(Path file) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @FunctionalInterface
    private interface Run {
        RunOutcome.Delivered go() throws InterruptedException;
    }
}
