package dev.glasstrail.trail.athena;

import dev.glasstrail.aws.AwsClients;
import dev.glasstrail.trail.Progress;
import dev.glasstrail.trail.TrailException;
import dev.glasstrail.trail.sql.RowReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.athena.model.ColumnInfo;
import software.amazon.awssdk.services.athena.model.Datum;
import software.amazon.awssdk.services.athena.model.GetQueryResultsRequest;
import software.amazon.awssdk.services.athena.model.GetQueryResultsResponse;
import software.amazon.awssdk.services.athena.model.Row;

/// Reads a result page by page from Athena.
final class ResultPages {

    /// The most that Athena gives, the row of names among them.
    private static final int ROWS_PER_PAGE = 1000;

    private final AwsClients aws;
    private final String query;
    private final String id;

    /// @param query its name and id, for messages
    ResultPages(AwsClients aws, String query, String id) {
        this.aws = aws;
        this.query = query;
        this.id = id;
    }

    /// Reads the whole result. How many bytes it has nobody knows.
    ///
    /// @throws TrailException if a page does not come
    void read(RowReader rows, Progress progress) throws TrailException, InterruptedException {
        progress.started(0);
        try {
            String token = readPage("", rows, progress);
            while (!token.isEmpty()) {
                token = readPage(token, rows, progress);
            }
        } finally {
            progress.finished();
        }
    }

    /// @param token of the page; `""` for the first
    /// @return the token of the next page; `""` after the last
    private String readPage(String token, RowReader rows, Progress progress)
            throws TrailException, InterruptedException {
        GetQueryResultsResponse page = page(token, rows.rows());
        List<String> names =
                page.resultSet().resultSetMetadata().columnInfo().stream()
                        .map(ColumnInfo::name)
                        .toList();
        List<Row> all = page.resultSet().rows();
        if (token.isEmpty()) {
            rows.header(names);
            // The first row of the first page repeats the names, and of no other page.
            all = all.subList(Math.min(1, all.size()), all.size());
        }
        for (Row row : all) {
            if (Thread.interrupted()) {
                throw new InterruptedException("given up between two rows");
            }
            if (row.data().size() != names.size()) {
                throw new TrailException(
                        "the row after %d rows of the query %s has %d fields instead of %d; report it as a fault%s"
                                .formatted(
                                        rows.rows(),
                                        query,
                                        row.data().size(),
                                        names.size(),
                                        QueryRunner.goOn(id)));
            }
            rows.row(values(row));
        }
        progress.read(0, all.size());
        return page.nextToken() == null ? "" : page.nextToken();
    }

    private GetQueryResultsResponse page(String token, long rowsBefore)
            throws TrailException, InterruptedException {
        GetQueryResultsRequest.Builder request =
                GetQueryResultsRequest.builder().queryExecutionId(id).maxResults(ROWS_PER_PAGE);
        if (!token.isEmpty()) {
            request.nextToken(token);
        }
        try {
            return aws.athena().getQueryResults(request.build());
        } catch (SdkException failure) {
            throw Calls.failed(
                    "the result of the query %s cannot be read on after %d rows"
                            .formatted(query, rowsBefore),
                    "athena:GetQueryResults",
                    QueryRunner.goOn(id),
                    failure);
        }
    }

    /// NULL is a value that is absent.
    private static List<@Nullable String> values(Row row) {
        List<@Nullable String> values = new ArrayList<>(row.data().size());
        for (Datum datum : row.data()) {
            values.add(datum.varCharValue());
        }
        return Collections.unmodifiableList(values);
    }
}
