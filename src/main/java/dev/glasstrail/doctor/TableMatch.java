package dev.glasstrail.doctor;

import dev.glasstrail.trail.sql.Projection;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.athena.model.TableMetadata;

/// Whether the trail's table leads to the trail's logs.
///
/// @param today in UTC
record TableMatch(LocalDate today) {

    private static final Pattern LOG =
            Pattern.compile(
                    "(?:.*/)?(?<account>[0-9]{12})/CloudTrail/(?<region>[a-z0-9-]+)/(?<year>[0-9]{4})/(?<month>0[1-9]|1[0-2])/(?<day>0[1-9]|[12][0-9]|3[01])/[^/]+");

    /// Compares the table with what lies in the bucket: queries give no rows, and no error, where
    /// it looks in another place.
    ///
    /// @param table null where it is not known
    /// @param logs null where none could be listed
    void check(Chart chart, @Nullable TableMetadata table, @Nullable FoundLogs logs) {
        boolean canCompare = table != null && logs != null && !logs.key().isEmpty();
        chart.judge(
                new Subject("table-place", "where the table looks"),
                canCompare ? table : null,
                "no log was found to compare with",
                known -> place(known, Objects.requireNonNull(logs)));
        chart.judge(
                new Subject("table-accounts", "accounts of the table"),
                canCompare ? table : null,
                "no log was found to compare with",
                known -> accounts(known, Objects.requireNonNull(logs)));
    }

    private State place(TableMetadata table, FoundLogs logs) {
        Matcher log = LOG.matcher(logs.key());
        String template = TableChecks.template(table);
        if (!log.matches() || !template.contains("${")) {
            return new State.Skipped("its partitions each name a place of their own");
        }
        String day =
                table.parameters()
                        .getOrDefault("projection.timestamp.format", Projection.DAY_FORMAT);
        String looked =
                template.replace("${account}", log.group("account"))
                        .replace("${region}", log.group("region"))
                        .replace("${timestamp}", day(log, day));
        String found = "s3://%s/%s".formatted(logs.place().bucket(), logs.key());
        String folder = looked.endsWith("/") ? looked : looked + "/";
        return found.startsWith(folder)
                ? new State.Ok("the log file lies there")
                : new State.Failed(
                        "it looks in %s, and the log file is %s, so that queries give no rows, without an error"
                                .formatted(folder, found),
                        "make it anew with `glasstrail setup athena-table`, with source.bucket naming "
                                + folderOfAccounts(found, log));
    }

    private static String day(Matcher log, String format) {
        LocalDate day =
                LocalDate.of(
                        Integer.parseInt(log.group("year")),
                        Integer.parseInt(log.group("month")),
                        Integer.parseInt(log.group("day")));
        try {
            return DateTimeFormatter.ofPattern(format, Locale.ROOT).format(day);
        } catch (DateTimeException | IllegalArgumentException _) {
            return format;
        }
    }

    private static String folderOfAccounts(String found, Matcher log) {
        return found.substring(0, found.indexOf("/" + log.group("account") + "/CloudTrail/"));
    }

    private State accounts(TableMetadata table, FoundLogs logs) {
        List<String> named = Projection.of(Map.copyOf(table.parameters()), today).accounts();
        TreeSet<String> lacking = new TreeSet<>(logs.accounts());
        named.forEach(lacking::remove);
        if (named.isEmpty()) {
            return new State.Ok("whichever is asked for");
        }
        if (lacking.isEmpty()) {
            return new State.Ok(
                    logs.isCut()
                            ? "all that one listing of the bucket shows"
                            : "all %d in the bucket".formatted(logs.accounts().size()));
        }
        return new State.Warning(
                "logs of %s lie in the bucket, and the table does not read them"
                        .formatted(String.join(", ", lacking)),
                "add them to source.accounts and to projection.account.values, unless no glass is there");
    }
}
