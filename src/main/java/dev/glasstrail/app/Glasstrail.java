package dev.glasstrail.app;

import dev.glasstrail.alarm.rule.RulerPatterns;
import dev.glasstrail.aws.AwsClients;
import dev.glasstrail.aws.Patience;
import dev.glasstrail.aws.Sleeper;
import dev.glasstrail.delivery.Bundle;
import dev.glasstrail.delivery.folder.FolderDelivery;
import dev.glasstrail.demo.DemoOrganisation;
import dev.glasstrail.doctor.Diagnosis;
import dev.glasstrail.doctor.Doctor;
import dev.glasstrail.doctor.Tools;
import dev.glasstrail.evidence.IntegrityCheck;
import dev.glasstrail.explain.Explanations;
import dev.glasstrail.render.Renderer;
import dev.glasstrail.render.json.JsonReport;
import dev.glasstrail.render.pdf.PdfReport;
import dev.glasstrail.render.xlsx.XlsxReport;
import dev.glasstrail.report.Directory;
import dev.glasstrail.run.Audit;
import dev.glasstrail.run.AuditRun;
import dev.glasstrail.run.RunOutcome;
import dev.glasstrail.run.RunRequest;
import dev.glasstrail.settings.AlarmSettings;
import dev.glasstrail.settings.FilesSettings;
import dev.glasstrail.settings.GlassSettings;
import dev.glasstrail.settings.PeopleFile;
import dev.glasstrail.settings.ReportSettings;
import dev.glasstrail.settings.ReportSettings.Format;
import dev.glasstrail.settings.Settings;
import dev.glasstrail.settings.SettingsException;
import dev.glasstrail.settings.SourceSettings;
import dev.glasstrail.setup.AlarmCoverage;
import dev.glasstrail.trail.Progress;
import dev.glasstrail.trail.ReadPlan;
import dev.glasstrail.trail.TrailException;
import dev.glasstrail.window.AuditWindow;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/// The program without its command line.
public final class Glasstrail {

    private static final String DEMO = "demo";

    private final Clock clock;
    private final Sleeper sleeper;

    /// The program on the machine's own clock.
    public Glasstrail() {
        this(Clock.systemUTC(), Sleeper.ofThread());
    }

    Glasstrail(Clock clock, Sleeper sleeper) {
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /// Audits a window and delivers the report.
    ///
    /// @throws SettingsException if the file of people cannot be used
    /// @throws InterruptedException if the thread was interrupted; nothing half-made is left
    public RunOutcome report(RunRequest request) throws SettingsException, InterruptedException {
        Directory people = people(request.settings());
        UnfinishedRuns unfinished =
                new UnfinishedRuns(
                        request.settings().report().out(),
                        clock,
                        () -> UUID.randomUUID().toString());
        try (UnfinishedRuns.Run begun = unfinished.begin(request);
                Sources sources = new Sources(request.settings(), begun::id, clock, sleeper)) {
            return begun.ended(run(sources, people).run(request.with(begun.asOf())));
        } catch (IOException failure) {
            return new RunOutcome.DeliveryFailed(
                    "the run cannot be noted below %s: %s; give another folder with --out"
                            .formatted(request.settings().report().out(), failure.getMessage()));
        }
    }

    /// Says what a report would read and what that would cost, without reading it.
    ///
    /// @throws TrailException if the source could not be read at all
    /// @throws InterruptedException if the thread was interrupted
    public ReadPlan plan(RunRequest request) throws TrailException, InterruptedException {
        try (Sources sources = new Sources(request.settings(), () -> "dry-run", clock, sleeper)) {
            return run(sources, Directory.EMPTY).plan(request);
        }
    }

    private AuditRun run(Sources sources, Directory people) {
        ReportSettings report = sources.settings().report();
        return new AuditRun(
                new Audit(
                        sources.source(),
                        sources.alarm(),
                        Explanations.withoutRegister(),
                        IntegrityCheck.withoutDigests(),
                        people),
                report.formats().stream().map(Glasstrail::renderer).toList(),
                new FolderDelivery(report.out(), clock),
                Version.current(),
                new Bundle.RunNotes(clock.instant(), host(), System.getProperty("user.name", "")));
    }

    /// Checks each thing that the settings name, without changing anything.
    ///
    /// @param here where relative paths of the settings start, absolute
    /// @throws InterruptedException if the thread was interrupted
    public Diagnosis examine(Settings settings, Path here) throws InterruptedException {
        try (AwsClients own =
                        new AwsClients(settings.aws().withoutRole(), Patience.OF_A_PERSON, clock);
                AwsClients assumed = new AwsClients(settings.aws(), Patience.OF_A_PERSON, clock);
                Sources sources = new Sources(settings, () -> "", clock, sleeper)) {
            return new Doctor(settings, new Tools(own, assumed, sources::trino, clock, here))
                    .examine();
        }
    }

    /// Holds the alert rules as they are deployed against what the settings watch.
    ///
    /// @throws InterruptedException if the thread was interrupted
    public AlarmCoverage coverage(Settings settings) throws InterruptedException {
        try (Sources sources = new Sources(settings, () -> "", clock, sleeper)) {
            return AlarmCoverage.of(
                    settings.glass(), sources.alarmRules().read(), RulerPatterns::matches);
        }
    }

    /// Audits a bundled week of a made-up organisation. Its logs stay in `demo-logs` below `out`,
    /// its alarm in `demo-alarm` and its channel in `demo-slack`, so that anybody can try a report
    /// of their own on them.
    ///
    /// @param out folder that the report is put below, absolute
    /// @throws InterruptedException if the thread was interrupted; nothing half-made is left
    public RunOutcome demo(Path out, Progress progress)
            throws SettingsException, InterruptedException {
        DemoOrganisation organisation = DemoOrganisation.standard();
        Path logs = out.resolve("demo-logs");
        Path alarm = out.resolve("demo-alarm");
        Path slack = out.resolve("demo-slack");
        try {
            organisation.writeLogs(logs);
            organisation.writeAlarm(alarm);
            organisation.writeSlackExport(slack);
        } catch (IOException failure) {
            return new RunOutcome.DeliveryFailed(
                    "the logs of the made-up organisation cannot be written below %s: %s; give"
                                    .formatted(out, failure.getMessage())
                            + " another folder with --out");
        }
        Settings settings =
                Settings.DEFAULTS
                        .with(
                                new GlassSettings(
                                        organisation.watchedRoles(),
                                        organisation.watchedUsers(),
                                        true,
                                        List.of()))
                        .with(SourceSettings.DEFAULTS.with(FilesSettings.DEFAULTS.withLogs(logs)))
                        .with(
                                AlarmSettings.DEFAULTS
                                        .ofFolder(alarm)
                                        .withExport(slack, organisation.alertChannel()))
                        .with(new ReportSettings(out, DEMO, List.of(Format.values())));
        RunOutcome outcome = report(demo(settings, organisation, false, progress));
        return outcome instanceof RunOutcome.Refused
                ? report(demo(settings, organisation, true, progress))
                : outcome;
    }

    private static RunRequest demo(
            Settings settings, DemoOrganisation organisation, boolean force, Progress progress) {
        return new RunRequest(
                settings,
                new AuditWindow(organisation.from(), organisation.to()),
                organisation.asOf(),
                DEMO,
                force,
                false,
                progress);
    }

    private static Directory people(Settings settings) throws SettingsException {
        Path file = settings.people().file();
        if (file == null) {
            return Directory.EMPTY;
        }
        return new Directory(
                PeopleFile.read(file, file.toString()).stream()
                        .map(person ->
                                new Directory.Entry(
                                        person.userId(), person.userName(), person.email()))
                        .toList());
    }

    private static Renderer renderer(Format format) {
        return switch (format) {
            case PDF -> new PdfReport();
            case XLSX -> new XlsxReport();
            case JSON -> new JsonReport();
        };
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "unknown";
        }
    }
}
