package dev.glasstrail.app;

import dev.glasstrail.alarm.AlarmCheck;
import dev.glasstrail.alarm.AlertRules;
import dev.glasstrail.aws.AwsClients;
import dev.glasstrail.aws.Patience;
import dev.glasstrail.aws.Sleeper;
import dev.glasstrail.settings.AthenaSettings;
import dev.glasstrail.settings.FilesSettings;
import dev.glasstrail.settings.Secret;
import dev.glasstrail.settings.Settings;
import dev.glasstrail.settings.SourceSettings.Partitions;
import dev.glasstrail.settings.TrinoSettings;
import dev.glasstrail.trail.TrailSource;
import dev.glasstrail.trail.athena.AthenaTable;
import dev.glasstrail.trail.athena.AthenaTrailSource;
import dev.glasstrail.trail.athena.Budget;
import dev.glasstrail.trail.athena.RunKey;
import dev.glasstrail.trail.files.FileLimits;
import dev.glasstrail.trail.files.FilesTrailSource;
import dev.glasstrail.trail.files.Places;
import dev.glasstrail.trail.lookup.HistoryPlaces;
import dev.glasstrail.trail.lookup.LookupTrailSource;
import dev.glasstrail.trail.sql.Wanted;
import dev.glasstrail.trail.trino.Cluster;
import dev.glasstrail.trail.trino.TrinoTrailSource;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Supplier;

/// Makes the source and the alarm's check that the settings name, with the clients that they need,
/// and closes them.
final class Sources implements AutoCloseable {

    private final Settings settings;
    private final Supplier<String> runId;
    private final AwsClients aws;
    private final Clock clock;
    private final Sleeper sleeper;

    /// @param runId names the run to an engine, so that a run that is started again finds the
    ///   queries that it had begun; asked for when the first is about to begin
    /// @param sleeper waits for engines, and between calls that AWS limits
    Sources(Settings settings, Supplier<String> runId, Clock clock, Sleeper sleeper) {
        this.settings = settings;
        this.runId = runId;
        this.clock = clock;
        this.sleeper = sleeper;
        this.aws = new AwsClients(settings.aws(), Patience.OF_A_JOB, clock);
    }

    Settings settings() {
        return settings;
    }

    TrailSource source() {
        return switch (settings.source().kind()) {
            case FILES -> files();
            case S3 -> bucket();
            case ATHENA -> athena();
            case TRINO -> trino();
            case LOOKUP -> lookup();
        };
    }

    /// The check of the alarm that the settings describe.
    AlarmCheck alarm() {
        return new Alarms(settings, aws, clock, sleeper).check();
    }

    /// The alert rules as they are deployed.
    AlertRules alarmRules() {
        return new Alarms(settings, aws, clock, sleeper).rules();
    }

    @Override
    public void close() {
        aws.close();
    }

    private TrailSource files() {
        FilesSettings files = settings.source().files();
        return new FilesTrailSource(
                Objects.requireNonNull(files.logs(), "a run names its logs"), limits(files));
    }

    private TrailSource bucket() {
        FilesSettings files = settings.source().files();
        Partitions wanted = settings.source().partitions();
        return FilesTrailSource.ofBucket(
                aws.s3(),
                files.bucket(),
                new Places(wanted.accounts(), wanted.regions()),
                limits(files),
                aws::clockAhead);
    }

    private TrailSource athena() {
        AthenaSettings athena = settings.source().athena();
        AthenaSettings.Budget budget = athena.budget();
        return new AthenaTrailSource(
                aws,
                new AthenaTable(
                        athena.workgroup(),
                        athena.catalog(),
                        athena.database(),
                        athena.table(),
                        athena.output()),
                wanted(),
                new Budget(
                        budget.deadline(),
                        budget.budget(),
                        switch (budget.overBudget()) {
                            case REFUSE -> Budget.Over.REFUSE;
                            case WARN -> Budget.Over.WARN;
                        }),
                new RunKey(runId),
                clock,
                sleeper);
    }

    TrailSource trino() {
        TrinoSettings trino = settings.source().trino();
        Secret password = trino.password();
        return new TrinoTrailSource(
                new Cluster(
                        trino.url(),
                        new Cluster.Login(trino.user(), password == null ? "" : password.value()),
                        new Cluster.TableName(
                                trino.table().catalog(),
                                trino.table().schema(),
                                trino.table().table()),
                        trino.deadline()),
                wanted(),
                clock);
    }

    private TrailSource lookup() {
        Partitions wanted = settings.source().partitions();
        return new LookupTrailSource(
                aws,
                new HistoryPlaces(
                        wanted.accounts(), wanted.regions(), !settings.aws().reader().isEmpty()),
                settings.source().lookup().maxLookups(),
                clock,
                sleeper);
    }

    private Wanted wanted() {
        return new Wanted(
                settings.source().partitions().accounts(),
                settings.source().partitions().regions(),
                settings.glass().accounts());
    }

    private static FileLimits limits(FilesSettings files) {
        return FileLimits.defaults().with(files.maxInflatedBytesPerFile(), files.threads());
    }
}
