package dev.glasstrail.doctor;

import dev.glasstrail.aws.BucketFolder;
import dev.glasstrail.settings.AthenaSettings;
import dev.glasstrail.settings.AwsSettings;
import dev.glasstrail.settings.Settings;
import dev.glasstrail.settings.SourceSettings;
import dev.glasstrail.settings.SourceSettings.Kind;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        BucketFolder ofTable = athena(caller).orElse(null);
        BucketFolder place = namesBucket() ? BucketFolder.of(source.files().bucket()) : ofTable;
        chart.needs(isOf(Kind.S3) || isOf(Kind.ATHENA));
        bucket(place);
        if (isOf(Kind.LOOKUP)) {
            chart.needs(true);
            new HistoryChecks(tools.clients(), source.partitions(), settings.aws().reader())
                    .check(chart, caller);
        } else {
            new TrailChecks(tools.clients(), settings.aws().reader(), accounts, now)
                    .check(chart, caller, place == null ? "" : place.bucket());
        }
    }

    /// The account at hand is asked without a role of its own.
    private List<String> others(Caller caller) {
        return source.partitions().accounts().stream()
                .filter(account -> !account.equals(caller.account()))
                .toList();
    }

    private Optional<BucketFolder> athena(Caller caller) throws InterruptedException {
        if (!isOf(Kind.ATHENA) && !namesAthena()) {
            return Optional.empty();
        }
        chart.needs(isOf(Kind.ATHENA));
        new AthenaChecks(source.athena(), tools.clients()).check(chart, caller);
        return new TableChecks(
                        source.athena(),
                        source.partitions(),
                        tools.clients(),
                        LocalDate.ofInstant(now, ZoneOffset.UTC))
                .check(chart);
    }

    private void bucket(@Nullable BucketFolder place) throws InterruptedException {
        if (place != null) {
            new LogBucketChecks(tools.clients(), source.partitions()).check(chart, place);
        } else if (isOf(Kind.S3)) {
            chart.add(
                    new Subject("log-bucket", "logs"),
                    new State.Failed(
                            "no bucket is named",
                            "give --logs s3://bucket/prefix, or set source.bucket"));
        }
    }
}
