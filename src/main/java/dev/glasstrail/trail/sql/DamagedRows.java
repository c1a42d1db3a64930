package dev.glasstrail.trail.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.glasstrail.trail.Reading.Place;
import dev.glasstrail.trail.Reading.Unreadable;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The rows that could not be read, or not whole.
///
/// Rows come in no order, so a row is named by its eventID, or by a digest of what it holds where
/// it has none: the same name in every run. The first names in order are kept.
final class DamagedRows {

    private static final int MOST_NAMED = 1_000;
    private static final Place NOWHERE = new Place("", "");
    private static final Pattern EVENT_ID = Pattern.compile("[0-9A-Za-z-]{1,64}");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{1,12}");
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,40}");

    private final List<String> columns;
    private final TreeSet<Unreadable> named = new TreeSet<>();
    private long unnamed;

    /// @param columns of the rows, in order
    DamagedRows(List<String> columns) {
        this.columns = columns;
    }

    /// A row that gave no record.
    void lost(List<@Nullable String> values, String reason) {
        add(new Unreadable(name(values), reason, 0, place(values), time(values)));
    }

    /// A row that gave a record that may not be what it should be.
    void doubtful(List<@Nullable String> values, String reason) {
        add(new Unreadable(name(values), reason, 1, NOWHERE, Instant.EPOCH));
    }

    /// Ascending by name.
    List<Unreadable> unreadable() {
        List<Unreadable> all = new ArrayList<>(named);
        if (unnamed > 0) {
            all.addFirst(
                    new Unreadable(
                            ".",
                            unnamed + " more rows could not be read and are not listed",
                            0,
                            NOWHERE,
                            Instant.EPOCH));
        }
        return all;
    }

    private void add(Unreadable row) {
        if (named.add(row) && named.size() > MOST_NAMED) {
            named.pollLast();
            unnamed++;
        }
    }

    private String name(List<@Nullable String> values) {
        String eventId = value(values, "eventid");
        return EVENT_ID.matcher(eventId).matches() ? "event " + eventId : "row " + digest(values);
    }

    private Place place(List<@Nullable String> values) {
        String account = value(values, "recipientaccountid");
        String region = value(values, "awsregion");
        return ACCOUNT.matcher(account).matches() && REGION.matcher(region).matches()
                ? new Place(account, region)
                : NOWHERE;
    }

    private Instant time(List<@Nullable String> values) {
        try {
            return Instant.parse(value(values, "eventtime"));
        } catch (DateTimeException _) {
            // Then nobody knows when.
            return Instant.EPOCH;
        }
    }

    private String value(List<@Nullable String> values, String column) {
        int at = columns.indexOf(column);
        String value = at < values.size() ? values.get(at) : null;
        return value == null ? "" : value;
    }

    private static String digest(List<@Nullable String> values) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (String value : values) {
                sha256.update((value == null ? "-" : "+" + value).getBytes(UTF_8));
                sha256.update((byte) 0);
            }
            return HexFormat.of().formatHex(sha256.digest(), 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
