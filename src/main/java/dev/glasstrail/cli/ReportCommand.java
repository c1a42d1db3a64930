package dev.glasstrail.cli;

import dev.glasstrail.run.RunRequest;
import dev.glasstrail.settings.PeopleSettings;
import dev.glasstrail.settings.Settings;
import dev.glasstrail.settings.SettingsException;
import dev.glasstrail.window.AuditWindow;
import dev.glasstrail.window.WindowException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Audits a window of time.
@Command(
        name = "report",
        customSynopsis = {
            "glasstrail report --week WEEK [FLAGS]",
            "       glasstrail report --last LENGTH [FLAGS]",
            "       glasstrail report --from TIME --to TIME [FLAGS]"
        },
        header = "Audits every use of emergency access in a window of time.",
        description = {
            "",
            "Reads CloudTrail's logs, finds each time someone used a watched role, user or root, follows role chains into other accounts, and writes a report that names the evidence for each statement. What could not be read or proven is in the report too.",
            "",
            "Settings come from config/glasstrail.yaml in the working directory where there is one, or from --config. Flags win over it."
        },
        footer = {
            "",
            "Examples:",
            "  Last week, with everything from config/glasstrail.yaml:",
            "    glasstrail report --last 1w",
            "  One week without any file, from a copy of the trail's bucket:",
            "    aws s3 sync s3://your-trail-bucket logs",
            "    glasstrail report --week 2026-W46 --logs logs --role '*-break-glass' --root",
            "  The same week by Amazon Athena; first what that would read and cost:",
            "    glasstrail setup athena-table",
            "    glasstrail report --week 2026-W46 --source athena --role '*-break-glass' --dry-run",
            "  A first look at an account without a trail:",
            "    glasstrail report --last 7d --source lookup --role '*-break-glass' --root",
            "  One night, as a PDF alone, as it would have looked the next morning:",
            "    glasstrail report --from 2026-11-12T20:00Z --to 2026-11-13T06:00Z \\",
            "        --as-of 2026-11-13T08:00Z --format pdf",
            "  In a scheduler: nothing before the logs are complete, and fail on findings:",
            "    glasstrail report --last 1w --settled-only --fail-on findings"
        })
final class ReportCommand implements Callable<Integer>, Traced {

    private final Surroundings surroundings;
    private final Audits audits;

    @Mixin private WindowOptions window = new WindowOptions();

    @Mixin private GlassOptions glass = new GlassOptions();

    @Mixin private SourceOptions source = new SourceOptions();

    @Mixin private AwsOptions aws = new AwsOptions();

    @Mixin private OutputOptions output = new OutputOptions();

    @Mixin private ConfigOptions config = new ConfigOptions();

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description =
                    "The time of making, a date or a time with its zone. Every age in the report counts from it. Default: now.")
    private @Nullable String asOf;

    @Option(
            names = "--dry-run",
            description =
                    "Print what would be read, the SQL and what it would cost, and read nothing.")
    private boolean dryRun;

    @Mixin private CommonOptions common = new CommonOptions();

    ReportCommand(Surroundings surroundings, Audits audits) {
        this.surroundings = surroundings;
        this.audits = audits;
    }

    @Override
    public boolean stacktrace() {
        return common.stacktrace();
    }

    @Override
    public Integer call() throws SettingsException, InterruptedException {
        List<FailOn> failOn = arguments(output::failOn);
        RunRequest request = request();
        if (dryRun) {
            return new DryRun(surroundings).tell(() -> audits.plan(request)).number();
        }
        return new Ending(surroundings, failOn).tell(audits.report(request)).number();
    }

    private RunRequest request() throws SettingsException {
        Instant madeAt = arguments(this::madeAt);
        AuditWindow wanted = arguments(() -> wanted(madeAt));
        Settings file = config.read(surroundings);
        Settings settings = arguments(() -> settings(file));
        return new RunRequest(
                settings,
                wanted,
                madeAt,
                settings.report().job(),
                output.force(),
                output.settledOnly(),
                BarProgress.in(surroundings));
    }

    /// Whatever the flags make impossible is an argument's fault.
    private static <T> T arguments(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException | WindowException e) {
            throw new ArgumentException(String.valueOf(e.getMessage()));
        }
    }

    private AuditWindow wanted(Instant madeAt) {
        AuditWindow wanted = window.window(madeAt);
        wanted.checkBegunBy(madeAt);
        return wanted;
    }

    private Instant madeAt() {
        return asOf == null
                ? surroundings.clock().instant().truncatedTo(ChronoUnit.SECONDS)
                : AuditWindow.asOf(asOf);
    }

    private Settings settings(Settings file) {
        Path here = surroundings.workingDirectory();
        Settings settings =
                file.with(glass.over(file.glass()))
                        .with(source.over(file.source(), here))
                        .with(aws.over(file.aws()))
                        .with(people(file.people(), here))
                        .with(output.over(file.report(), here));
        String where = config.name();
        if (settings.glass().watchesNothing()) {
            throw new ArgumentException(
                    "nothing is watched; give --role, --user or --root, or glass in " + where);
        }
        if (!settings.source().namesItsLogs()) {
            throw new ArgumentException(
                    "no logs are named; give %s in %s"
                            .formatted(
                                    SourceOptions.whatIsMissing(settings.source().kind()), where));
        }
        return settings;
    }

    private static PeopleSettings people(PeopleSettings file, Path here) {
        return file.file() == null ? file : new PeopleSettings(here.resolve(file.file()));
    }
}
