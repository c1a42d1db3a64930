package dev.glasstrail.doctor;

import dev.glasstrail.aws.BucketFolder;
import dev.glasstrail.settings.AthenaSettings;
import dev.glasstrail.settings.AwsSettings;
import dev.glasstrail.settings.Settings;
import dev.glasstrail.settings.SourceSettings;
import dev.glasstrail.settings.SourceSettings.Kind;
import dev.glasstrail.trail.GlobalRegion;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.athena.model.TableMetadata;

/// Checks each thing that the settings name.
///
/// What the source of the settings does not use is checked too where the settings name it, and is a
/// warning at the most: a report can be made without it.
public final class Doctor {

    private final Settings settings;
    private final SourceSettings source;
    private final Tools tools;
    private final Chart chart = new Chart();
    private final Instant now;

    /// @param tools whose clients belong to the caller, who closes them
    public Doctor(Settings settings, Tools tools) {
        this.settings = settings;
        this.source = settings.source();
        this.tools = tools;
        this.now = tools.clock().instant();
    }

    /// Makes the checks, one after the other. Reads only, and changes nothing.
    ///
    /// @throws InterruptedException if the thread was interrupted
    public Diagnosis examine() throws InterruptedException {
        machine();
        if (asksAws()) {
            aws();
        }
        if (isOf(Kind.TRINO) || !source.trino().url().isEmpty()) {
            chart.needs(isOf(Kind.TRINO));
            chart.add(new Subject("trino", "Trino"), trino());
        }
        return new Diagnosis(source.kind(), now, chart.checks());
    }

    private void machine() {
        MachineChecks machine = new MachineChecks(tools.here());
        chart.add(new Subject("glass", "watched"), MachineChecks.glass(settings.glass()));
        Path logs = source.files().logs();
        if (isOf(Kind.FILES) || logs != null) {
            chart.needs(isOf(Kind.FILES));
            chart.add(
                    new Subject("logs", logs == null ? "logs" : "logs in " + logs),
                    machine.logs(logs));
        }
        chart.needs(true);
        Path people = settings.people().file();
        if (people != null) {
            chart.add(new Subject("people", "people"), machine.people(people));
        }
        chart.add(
                new Subject("out", "reports in " + settings.report().out()),
                machine.out(settings.report().out()));
    }

    private State trino() throws InterruptedException {
        return source.trino().url().isEmpty()
                ? new State.Failed("no cluster is named", "give --trino, or set source.trino.url")
                : new ClusterCheck(tools.trino().get(), now).check();
    }

    private boolean needsAws() {
        return switch (source.kind()) {
            case FILES, TRINO -> false;
            case S3, ATHENA, LOOKUP -> true;
        };
    }

    private boolean asksAws() {
        return needsAws() || namesAws();
    }

    /// Whether anything in AWS is named.
    private boolean namesAws() {
        return !settings.aws().equals(AwsSettings.DEFAULTS) || namesBucket() || namesAthena();
    }

    private boolean namesBucket() {
        return !source.files().bucket().isEmpty();
    }

    private boolean namesAthena() {
        return !source.athena().equals(AthenaSettings.DEFAULTS);
    }

    private boolean isOf(Kind kind) {
        return source.kind() == kind;
    }

    private void aws() throws InterruptedException {
        chart.needs(needsAws());
        IdentityChecks identity = new IdentityChecks(settings.aws(), tools.own(), tools.clients());
        // Nobody who could be told apart from another: what follows is skipped.
        Caller caller = identity.check(chart).orElse(new Caller("", "", ""));
        List<String> accounts = others(caller);
        chart.needs(isOf(Kind.LOOKUP));
        identity.readers(chart, accounts, caller);
        regions();
        TableMetadata table = athena(caller).orElse(null);
        BucketFolder place = place(table);
        chart.needs(isOf(Kind.S3) || isOf(Kind.ATHENA));
        FoundLogs logs = bucket(place).orElse(null);
        if (checksAthena()) {
            chart.needs(isOf(Kind.ATHENA));
            new TableMatch(today()).check(chart, table, logs);
            chart.needs(isOf(Kind.S3) || isOf(Kind.ATHENA));
        }
        if (isOf(Kind.LOOKUP)) {
            chart.needs(true);
            new HistoryChecks(tools.clients(), source.partitions(), settings.aws().reader())
                    .check(chart, caller);
        } else {
            new TrailChecks(
                            tools.clients(),
                            settings.aws().reader(),
                            accounts,
                            source.partitions().accounts(),
                            now)
                    .check(chart, caller, place);
        }
    }

    /// The account at hand is asked without a role of its own.
    private List<String> others(Caller caller) {
        return source.partitions().accounts().stream()
                .filter(account -> !account.equals(caller.account()))
                .toList();
    }

    private void regions() {
        GlobalRegion.missingFrom(source.partitions().regions())
                .ifPresent(region ->
                        chart.add(
                                new Subject("global-region", "regions that are read"),
                                new State.Warning(
                                        "they lack %s, where %s are recorded"
                                                .formatted(region, GlobalRegion.RECORDS),
                                        "add it to source.regions")));
    }

    /// Where Athena would read, which its policy lets be listed; for others what the settings name.
    private @Nullable BucketFolder place(@Nullable TableMetadata table) {
        Optional<BucketFolder> ofTable = Optional.ofNullable(table).flatMap(TableChecks::place);
        Optional<BucketFolder> named =
                namesBucket()
                        ? Optional.of(BucketFolder.of(source.files().bucket()))
                        : Optional.empty();
        return (isOf(Kind.ATHENA) ? ofTable.or(() -> named) : named.or(() -> ofTable)).orElse(null);
    }

    private boolean checksAthena() {
        return isOf(Kind.ATHENA) || namesAthena();
    }

    private TableChecks table() {
        return new TableChecks(
                source.athena(),
                source.partitions(),
                settings.glass().accounts(),
                tools.clients(),
                today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    private Optional<TableMetadata> athena(Caller caller) throws InterruptedException {
        if (!checksAthena()) {
            return Optional.empty();
        }
        chart.needs(isOf(Kind.ATHENA));
        new AthenaChecks(source.athena(), tools.clients()).check(chart, caller);
        return table().check(chart);
    }

    private Optional<FoundLogs> bucket(@Nullable BucketFolder place) throws InterruptedException {
        if (place != null) {
            return new LogBucketChecks(tools.clients(), source.partitions()).check(chart, place);
        }
        if (isOf(Kind.S3)) {
            chart.add(
                    new Subject("log-bucket", "logs"),
                    new State.Failed(
                            "no bucket is named",
                            "give --logs s3://bucket/prefix, or set source.bucket"));
        }
        return Optional.empty();
    }
}
