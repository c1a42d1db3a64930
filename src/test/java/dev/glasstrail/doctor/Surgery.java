package dev.glasstrail.doctor;

import dev.glasstrail.aws.AwsClients;
import dev.glasstrail.aws.Patience;
import dev.glasstrail.settings.Settings;
import dev.glasstrail.settings.SettingsFile;
import dev.glasstrail.trail.ReadPlan;
import dev.glasstrail.trail.ReadRequest;
import dev.glasstrail.trail.Reading;
import dev.glasstrail.trail.TrailException;
import dev.glasstrail.trail.TrailSource;
import dev.glasstrail.trail.files.TrailBucket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A doctor, an AWS and a folder with settings, on a Tuesday morning.
final class Surgery implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-17T08:41:12Z");

    static {
        System.setProperty("aws.accessKeyId", TrailBucket.IDENTITY);
        System.setProperty("aws.secretAccessKey", TrailBucket.CREDENTIAL);
    }

    private final Path folder;
    private final AwsAtHand aws = new AwsAtHand();
    private Duration clockAhead = Duration.ZERO;
    private String trino = "";

    Surgery(Path folder) throws IOException {
        this.folder = folder;
        Files.writeString(
                folder.resolve("people.csv"),
                "userId,userName,email\na-1,alice,alice@example.com\nb-2,bob,bob@example.com\n");
    }

    AwsAtHand aws() {
        return aws;
    }

    /// This machine's clock is ahead of AWS's.
    Surgery aheadBy(Duration duration) {
        clockAhead = duration;
        return this;
    }

    /// The cluster cannot be asked.
    Surgery withoutTrino(String why) {
        trino = why;
        return this;
    }

    /// The checks, a line each.
    String examine(String yaml) throws Exception {
        return diagnosis(yaml).checks().stream()
                .map(check ->
                        "%-8s %s: %s%s\n"
                                .formatted(
                                        check.state().word(),
                                        check.what(),
                                        check.state().detail(),
                                        check.state().fix().isEmpty()
                                                ? ""
                                                : "; " + check.state().fix()))
                .collect(Collectors.joining())
                .replace(aws.uri().toString(), "http://aws.example.com")
                .replace(folder.toString(), "/here");
    }

    /// The lines of things that begin with one of these words.
    static String lines(String all, String... things) {
        return all.lines()
                .filter(line -> Stream.of(things).anyMatch(line.substring(9)::startsWith))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    Diagnosis diagnosis(String yaml) throws Exception {
        Path file = folder.resolve("glasstrail.yaml");
        Files.writeString(file, yaml.replace("AT_HAND", aws.uri().toString()));
        Settings settings = SettingsFile.read(file, "glasstrail.yaml", Map.of());
        Clock clock = Clock.offset(Clock.systemUTC(), clockAhead);
        try (AwsClients own =
                        new AwsClients(
                                settings.aws().withoutRole(), Patience.WITHOUT_PAUSE, clock);
                AwsClients assumed =
                        new AwsClients(settings.aws(), Patience.WITHOUT_PAUSE, clock)) {
            Clock fixed = Clock.fixed(NOW, ZoneOffset.UTC);
            return new Doctor(settings, new Tools(own, assumed, Cluster::new, fixed, folder))
                    .examine();
        }
    }

    @Override
    public void close() {
        aws.close();
    }

    /// A Trino that answers, or does not.
    private final class Cluster implements TrailSource {

        @Override
        public String kind() {
            return "trino";
        }

        @Override
        public Reading read(ReadRequest request, Sink sink) {
            throw new AssertionError("nothing is read");
        }

        @Override
        public ReadPlan plan(ReadRequest request) throws TrailException {
            if (!trino.isEmpty()) {
                throw new TrailException(trino);
            }
            return new ReadPlan(
                    List.of("Asks the table.", "Reads the days of delivery."), List.of());
        }
    }
}
