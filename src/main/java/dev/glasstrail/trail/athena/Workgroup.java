package dev.glasstrail.trail.athena;

import dev.glasstrail.trail.TrailException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.athena.model.EngineVersion;
import software.amazon.awssdk.services.athena.model.ManagedQueryResultsConfiguration;
import software.amazon.awssdk.services.athena.model.ResultConfiguration;
import software.amazon.awssdk.services.athena.model.WorkGroup;
import software.amazon.awssdk.services.athena.model.WorkGroupConfiguration;
import software.amazon.awssdk.services.athena.model.WorkGroupState;

/// What a workgroup says of the queries that it runs.
///
/// @param name of the workgroup
/// @param engine its version as Athena tells it; `""` where it does not
/// @param bytesPerQuery beyond which the workgroup ends a query; 0 for no limit
/// @param place where results are put
record Workgroup(String name, String engine, long bytesPerQuery, Place place) {

    /// Where results are put.
    sealed interface Place {

        /// Athena keeps them itself, for a day.
        record Managed() implements Place {}

        /// The workgroup says where.
        ///
        /// @param location an address in S3
        /// @param ignored the place in the settings, which the workgroup overrules; `""` for none
        record OfWorkgroup(String location, String ignored) implements Place {}

        /// The query says where, as the settings have it.
        ///
        /// @param location an address in S3
        record OfSettings(String location) implements Place {}
    }

    /// @throws TrailException if the workgroup is switched off or results have no place
    static Workgroup of(WorkGroup answer, AthenaTable table) throws TrailException {
        if (answer.state() == WorkGroupState.DISABLED) {
            throw new TrailException(
                    "the workgroup %s is switched off; enable it or give another one as source.athena.workgroup"
                            .formatted(table.workgroup()));
        }
        WorkGroupConfiguration configuration =
                Optional.ofNullable(answer.configuration())
                        .orElseGet(() -> WorkGroupConfiguration.builder().build());
        return new Workgroup(
                table.workgroup(),
                engine(configuration.engineVersion()),
                Optional.ofNullable(configuration.bytesScannedCutoffPerQuery()).orElse(0L),
                place(configuration, table));
    }

    /// The version of an engine; `""` where there is none.
    static String engine(@org.jspecify.annotations.Nullable EngineVersion version) {
        return Optional.ofNullable(version).map(EngineVersion::effectiveEngineVersion).orElse("");
    }

    /// What it means for a query, one sentence each.
    List<String> lines(Budget budget) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "The workgroup %s runs it%s."
                        .formatted(name, engine.isEmpty() ? "" : " on " + engine));
        lines.add(
                switch (place) {
                    case Place.Managed() ->
                            "Athena keeps the result itself, for a day (managed query results).";
                    case Place.OfWorkgroup(String location, String ignored) ->
                            "The result is written to %s, as the workgroup says%s."
                                    .formatted(
                                            location,
                                            ignored.isEmpty()
                                                    ? ""
                                                    : "; source.athena.output, "
                                                            + ignored
                                                            + ", is overruled");
                    case Place.OfSettings(String location) ->
                            "The result is written to %s.".formatted(location);
                });
        if (bytesPerQuery > 0) {
            lines.add(
                    "The workgroup ends a query that scans more than %s%s."
                            .formatted(
                                    Amounts.bytes(bytesPerQuery),
                                    bytesPerQuery < budget.bytes()
                                            ? ", which is less than the budget allows"
                                            : ""));
        }
        return lines;
    }

    private static Place place(WorkGroupConfiguration configuration, AthenaTable table)
            throws TrailException {
        boolean managed =
                Optional.ofNullable(configuration.managedQueryResultsConfiguration())
                        .map(ManagedQueryResultsConfiguration::enabled)
                        .orElse(false);
        if (managed) {
            return new Place.Managed();
        }
        boolean enforced =
                Optional.ofNullable(configuration.enforceWorkGroupConfiguration()).orElse(false);
        String own =
                Optional.ofNullable(configuration.resultConfiguration())
                        .map(ResultConfiguration::outputLocation)
                        .orElse("");
        if (!enforced && !table.output().isEmpty()) {
            return new Place.OfSettings(table.output());
        }
        if (!own.isEmpty()) {
            return new Place.OfWorkgroup(own, table.output().equals(own) ? "" : table.output());
        }
        throw new TrailException(
                enforced
                        ? "the workgroup %s enforces its settings and names no place for results; give it an output location"
                                .formatted(table.workgroup())
                        : "neither source.athena.output nor the workgroup %s names a place for results; give one, s3://bucket/prefix/"
                                .formatted(table.workgroup()));
    }
}
