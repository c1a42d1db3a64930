package dev.glasstrail.trail.athena;

import dev.glasstrail.aws.AwsClients;
import dev.glasstrail.aws.AwsFailures;
import dev.glasstrail.trail.Progress;
import dev.glasstrail.trail.TrailException;
import dev.glasstrail.trail.sql.RowReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.athena.model.EncryptionOption;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.ResultConfiguration;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/// Streams the result of a query: its CSV from S3, or page by page from Athena where that is not to
/// be had, which is many times slower. A row is handed on once, whichever way.
final class Results {

    private static final int ROWS_BETWEEN_TELLINGS = 1000;

    private final AwsClients aws;
    private final Pacing pacing;

    Results(AwsClients aws, Pacing pacing) {
        this.aws = aws;
        this.pacing = pacing;
    }

    /// Reads the whole result.
    ///
    /// @param query its name and id
    /// @throws TrailException if it does not come whole
    void read(String query, QueryExecution execution, RowReader rows, Progress progress)
            throws TrailException, InterruptedException {
        Optional<ResultObject> object = object(query, execution);
        if (object.isEmpty()) {
            new ResultPages(aws, query, execution.queryExecutionId()).read(rows, progress);
            return;
        }
        try (ResultObject csv = object.get()) {
            progress.started(csv.length());
            try {
                read(csv, rows, progress);
            } finally {
                progress.finished();
            }
        } catch (InterruptedIOException _) {
            Thread.interrupted();
            throw new InterruptedException("given up while reading the result of " + query);
        } catch (IOException | SdkException failure) {
            throw new TrailException(
                    "the result of the query %s cannot be read to its end: %s%s; if it ends like this again, start a new run"
                            .formatted(
                                    query,
                                    Calls.shown(String.valueOf(failure.getMessage())),
                                    QueryRunner.goOn(execution.queryExecutionId())),
                    failure);
        }
    }

    private static void read(ResultObject csv, RowReader rows, Progress progress)
            throws IOException, TrailException, InterruptedException {
        CsvRows lines = new CsvRows(csv);
        rows.header(lines.names());
        long told = 0;
        long toldRows = 0;
        while (lines.next()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("given up between two rows");
            }
            rows.row(lines.values());
            if (lines.rows() - toldRows == ROWS_BETWEEN_TELLINGS) {
                progress.read(csv.position() - told, lines.rows() - toldRows);
                told = csv.position();
                toldRows = lines.rows();
            }
        }
        progress.read(csv.position() - told, lines.rows() - toldRows);
    }

    /// The CSV; empty where Athena keeps the result itself, encrypted it so that S3 cannot open it,
    /// or S3 denies it.
    private Optional<ResultObject> object(String query, QueryExecution execution)
            throws TrailException, InterruptedException {
        Optional<S3Place> named = S3Place.of(location(execution));
        if (named.isEmpty()) {
            return Optional.empty();
        }
        S3Place place = named.get();
        try {
            return Optional.of(new ResultObject(aws.s3(), place, pacing));
        } catch (NoSuchKeyException failure) {
            throw new TrailException(
                    "the result of the query %s is gone from %s; start a new run, which scans again"
                            .formatted(query, place),
                    failure);
        } catch (SdkException failure) {
            if (AwsFailures.isDenied(failure)) {
                return Optional.empty();
            }
            throw Calls.failed(
                    "the result of the query %s cannot be read from %s".formatted(query, place),
                    "s3:GetObject",
                    QueryRunner.goOn(execution.queryExecutionId()),
                    failure);
        }
    }

    private static String location(QueryExecution execution) {
        ResultConfiguration result = execution.resultConfiguration();
        if (result == null || result.outputLocation() == null) {
            return "";
        }
        boolean closed =
                result.encryptionConfiguration() != null
                        && result.encryptionConfiguration().encryptionOption()
                                == EncryptionOption.CSE_KMS;
        return closed ? "" : result.outputLocation();
    }
}
