package dev.glasstrail.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.glasstrail.doctor.Diagnosis;
import dev.glasstrail.report.AuditReport;
import dev.glasstrail.report.SampleReports;
import dev.glasstrail.run.RunOutcome;
import dev.glasstrail.run.RunRequest;
import dev.glasstrail.settings.Settings;
import dev.glasstrail.settings.SourceSettings;
import dev.glasstrail.setup.AlarmCoverage;
import dev.glasstrail.trail.Progress;
import dev.glasstrail.trail.ReadPlan;
import dev.glasstrail.trail.TrailException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Launches command lines in a folder of their own, on a Tuesday morning, with made-up audits
/// behind them.
final class Launch implements Audits {

    /// Tuesday of week 47.
    static final Instant NOW = Instant.parse("2026-11-17T08:41:12.345Z");

    final List<RunRequest> requests = new ArrayList<>();
    final List<Path> demos = new ArrayList<>();
    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    final List<RunRequest> plans = new ArrayList<>();
    private Answer answer;
    private ReadPlan plan = new ReadPlan(List.of(), List.of());
    final List<Settings> examined = new ArrayList<>();
    AlarmCoverage coverage = new AlarmCoverage(List.of());
    private Diagnosis diagnosis = new Diagnosis(SourceSettings.Kind.FILES, NOW, List.of());
    private @Nullable String refusal;

    Launch(Path folder) {
        this.folder = folder;
        this.answer = progress -> delivered(SampleReports.week());
    }

    /// What the program behind the command line does.
    interface Answer {
        RunOutcome to(Progress progress) throws InterruptedException;
    }

    /// What a command line left behind.
    record Outcome(int code, String out, String err) {}

    Launch answering(Answer other) {
        answer = other;
        return this;
    }

    Launch planning(ReadPlan other) {
        plan = other;
        return this;
    }

    Launch finding(Diagnosis other) {
        diagnosis = other;
        return this;
    }

    Launch refusing(String message) {
        refusal = message;
        return this;
    }

    Launch environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Launch config(String yaml) throws IOException {
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(folder.resolve("config/glasstrail.yaml"), yaml);
        return this;
    }

    /// A report with three files under the working directory.
    RunOutcome delivered(AuditReport report) {
        try {
            Path made = folder.resolve("reports/out/on-demand/2026-W46/r1");
            Files.createDirectories(made.resolve("uses"));
            Files.writeString(made.resolve("usage-report.pdf"), "");
            Files.writeString(made.resolve("report.json"), "");
            return new RunOutcome.Delivered(report, made, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs a command line, its arguments apart by spaces, without anybody watching.
    Outcome run(String line) {
        return run(line, false);
    }

    Outcome run(String line, boolean terminal) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings =
                new Surroundings(
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(err, true, UTF_8),
                        environment,
                        folder,
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        terminal);
        int code =
                new Cli(surroundings, this)
                        .run(line.isEmpty() ? new String[0] : line.split(" ", -1));
        return new Outcome(code, out.toString(UTF_8), err.toString(UTF_8));
    }

    @Override
    public RunOutcome report(RunRequest request) throws InterruptedException {
        requests.add(request);
        return answer.to(request.progress());
    }

    @Override
    public ReadPlan plan(RunRequest request) throws TrailException {
        plans.add(request);
        if (refusal != null) {
            throw new TrailException(refusal);
        }
        return plan;
    }

    @Override
    public AlarmCoverage coverage(Settings settings) {
        examined.add(settings);
        return coverage;
    }

    @Override
    public Diagnosis examine(Settings settings, Path here) throws InterruptedException {
        examined.add(settings);
        return diagnosis;
    }

    @Override
    public RunOutcome demo(Path out, Progress progress) throws InterruptedException {
        demos.add(out);
        return answer.to(progress);
    }
}
