package dev.glasstrail.doctor;

import dev.glasstrail.aws.AwsClients;
import dev.glasstrail.aws.BucketFolder;
import dev.glasstrail.settings.AthenaSettings;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.athena.model.EngineVersion;
import software.amazon.awssdk.services.athena.model.ManagedQueryResultsConfiguration;
import software.amazon.awssdk.services.athena.model.ResultConfiguration;
import software.amazon.awssdk.services.athena.model.WorkGroup;
import software.amazon.awssdk.services.athena.model.WorkGroupConfiguration;
import software.amazon.awssdk.services.athena.model.WorkGroupState;

/// The workgroup that runs the queries: whether it can, what it limits, where it puts results.
///
/// @param athena the settings
/// @param clients with the identity that will query
record AthenaChecks(AthenaSettings athena, AwsClients clients) {

    private static final String ENGINE = "Athena engine version 3";
    private static final Subject BUCKET = new Subject("results-bucket", "bucket of results");
    private static final String UNKNOWN = "the workgroup is not known";

    void check(Chart chart, Caller caller) throws InterruptedException {
        Optional<WorkGroup> found =
                chart.ask(
                        new Subject("workgroup", "workgroup " + athena.workgroup()),
                        new Means(
                                "athena:GetWorkGroup",
                                "name one of this region in source.athena.workgroup, or make it"
                                        + " with config/aws/athena-table.yaml"),
                        () ->
                                clients.athena()
                                        .getWorkGroup(
                                                request -> request.workGroup(athena.workgroup()))
                                        .workGroup(),
                        this::workgroup);
        WorkGroupConfiguration configuration =
                found.map(WorkGroup::configuration)
                        .or(() -> found.map(_ -> WorkGroupConfiguration.builder().build()))
                        .orElse(null);
        chart.judge(
                new Subject("engine", "query engine"),
                configuration,
                UNKNOWN,
                AthenaChecks::engine);
        chart.judge(
                new Subject("bytes-limit", "bytes limit"),
                configuration,
                UNKNOWN,
                this::bytesLimit);
        chart.judge(
                new Subject("results", "place of results"), configuration, UNKNOWN, this::results);
        if (configuration == null) {
            chart.judge(BUCKET, null, UNKNOWN, _ -> new State.Ok(""));
        } else {
            output(chart, placeOfResults(configuration), caller);
        }
    }

    private State workgroup(WorkGroup group) {
        return group.state() == WorkGroupState.ENABLED
                ? new State.Ok("is enabled")
                : new State.Failed(
                        "is " + group.stateAsString(),
                        "enable it: aws athena update-work-group --state ENABLED --work-group "
                                + athena.workgroup());
    }

    private static State engine(WorkGroupConfiguration configuration) {
        EngineVersion version = configuration.engineVersion();
        String effective =
                version == null ? "" : Objects.toString(version.effectiveEngineVersion(), "");
        if (effective.equals(ENGINE)) {
            return new State.Ok(effective);
        }
        return effective.isEmpty()
                ? new State.Warning(
                        "the workgroup does not tell its version", "see to it that it is " + ENGINE)
                : new State.Failed(
                        effective,
                        "the SQL is made for " + ENGINE + "; choose it in the workgroup");
    }

    private State bytesLimit(WorkGroupConfiguration configuration) {
        Long limit = configuration.bytesScannedCutoffPerQuery();
        return limit == null
                ? new State.Warning(
                        "%s lets a query scan any amount; source.athena.budget stops one only once Athena tells what it scanned"
                                .formatted(athena.workgroup()),
                        "set BytesScannedCutoffPerQuery in the workgroup")
                : new State.Ok("%,d bytes a query".formatted(limit));
    }

    private State results(WorkGroupConfiguration configuration) {
        if (isManaged(configuration)) {
            return new State.Ok("Athena keeps them itself, for 24 hours");
        }
        String place = placeOfResults(configuration);
        if (place.isEmpty()) {
            return new State.Failed(
                    "neither the workgroup nor the settings name one",
                    "give source.athena.output, or set the workgroup's");
        }
        if (isEnforced(configuration)
                && !athena.output().isEmpty()
                && !athena.output().equals(place)) {
            return new State.Warning(
                    "%s, which the workgroup enforces; source.athena.output is not heeded"
                            .formatted(place),
                    "take source.athena.output out of the settings");
        }
        return new State.Ok(place);
    }

    /// Where results are really put; `""` where Athena keeps them or nobody names a place.
    private String placeOfResults(WorkGroupConfiguration configuration) {
        if (isManaged(configuration)) {
            return "";
        }
        ResultConfiguration results = configuration.resultConfiguration();
        String groups = results == null ? "" : Objects.toString(results.outputLocation(), "");
        return !isEnforced(configuration) && !athena.output().isEmpty() ? athena.output() : groups;
    }

    private static boolean isEnforced(WorkGroupConfiguration configuration) {
        return Boolean.TRUE.equals(configuration.enforceWorkGroupConfiguration());
    }

    private static boolean isManaged(WorkGroupConfiguration configuration) {
        ManagedQueryResultsConfiguration managed = configuration.managedQueryResultsConfiguration();
        return managed != null && Boolean.TRUE.equals(managed.enabled());
    }

    /// Whether results can be written shows with the first query: nothing is written here.
    private void output(Chart chart, String place, Caller caller) throws InterruptedException {
        if (place.isEmpty()) {
            chart.judge(BUCKET, null, "no place in S3 is used", _ -> new State.Ok(""));
            return;
        }
        BucketFolder bucket = BucketFolder.of(place);
        chart.ask(
                BUCKET,
                new Means(
                        "s3:GetBucketLocation", "name a bucket that exists, in " + caller.region()),
                () ->
                        clients.s3()
                                .getBucketLocation(request -> request.bucket(bucket.bucket()))
                                .locationConstraintAsString(),
                constraint -> region(bucket, constraint, caller.region()));
    }

    private static State region(BucketFolder bucket, String constraint, String wanted) {
        String region = BucketRegion.of(constraint);
        return region.equals(wanted)
                ? new State.Ok(
                        "%s is in %s; that it can be written shows with the first query"
                                .formatted(bucket.bucket(), region))
                : new State.Failed(
                        "%s is in %s, and Athena is asked in %s"
                                .formatted(bucket.bucket(), region, wanted),
                        "name a bucket in " + wanted);
    }
}
