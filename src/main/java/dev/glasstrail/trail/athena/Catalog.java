package dev.glasstrail.trail.athena;

import dev.glasstrail.aws.AwsClients;
import dev.glasstrail.trail.TrailException;
import dev.glasstrail.trail.sql.Projection;
import dev.glasstrail.trail.sql.TrailTable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.athena.model.Column;
import software.amazon.awssdk.services.athena.model.GetTableMetadataRequest;
import software.amazon.awssdk.services.athena.model.MetadataException;
import software.amazon.awssdk.services.athena.model.TableMetadata;

/// Asks Athena what it knows of the table and the workgroup. Costs nothing.
final class Catalog {

    private static final String PERMISSION = "athena:GetTableMetadata and glue:GetTable";

    private final AwsClients aws;
    private final AthenaTable table;

    Catalog(AwsClients aws, AthenaTable table) {
        this.aws = aws;
        this.table = table;
    }

    /// @param today the last day that a projection up to now has
    TrailTable table(LocalDate today) throws TrailException, InterruptedException {
        TableMetadata metadata = metadata();
        Map<String, String> columns = new LinkedHashMap<>();
        metadata.columns().forEach(column -> add(columns, column));
        metadata.partitionKeys().forEach(column -> add(columns, column));
        return new TrailTable(
                table.quoted(), columns, Projection.of(Map.copyOf(metadata.parameters()), today));
    }

    Workgroup workgroup() throws TrailException, InterruptedException {
        return Workgroup.of(
                Calls.call(
                        "the workgroup %s cannot be read".formatted(table.workgroup()),
                        "athena:GetWorkGroup",
                        () ->
                                aws.athena()
                                        .getWorkGroup(
                                                request -> request.workGroup(table.workgroup()))
                                        .workGroup()),
                table);
    }

    private TableMetadata metadata() throws TrailException, InterruptedException {
        String what = "the table %s cannot be looked up".formatted(table.shown());
        try {
            return aws.athena().getTableMetadata(request()).tableMetadata();
        } catch (MetadataException failure) {
            throw unknown(what, failure);
        } catch (SdkException failure) {
            throw Calls.failed(what, PERMISSION, "", failure);
        }
    }

    /// Athena hands on what the data catalog answered, whatever it was, under one error code.
    private TrailException unknown(String what, MetadataException failure)
            throws InterruptedException {
        String message = Calls.message(failure);
        if (message.contains("accessdenied") || message.contains("not authorized")) {
            return new TrailException(
                    what
                            + ": the data catalog denies access; allow "
                            + PERMISSION
                            + " to the identity that `glasstrail doctor` names",
                    failure);
        }
        if (message.contains("not found")
                || message.contains("notfound")
                || message.contains("does not exist")) {
            return new TrailException(
                    "there is no table %s; give source.athena.database and table, or make it with `glasstrail setup athena-table`"
                            .formatted(table.shown()),
                    failure);
        }
        return Calls.failed(what, PERMISSION, "", failure);
    }

    private GetTableMetadataRequest request() {
        return GetTableMetadataRequest.builder()
                .catalogName(table.catalog())
                .databaseName(table.database())
                .tableName(table.name())
                .workGroup(table.workgroup())
                .build();
    }

    private static void add(Map<String, String> columns, Column column) {
        columns.put(
                column.name().toLowerCase(Locale.ROOT),
                Optional.ofNullable(column.type()).orElse(""));
    }
}
