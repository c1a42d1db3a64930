package dev.glasstrail.trail.trino;

import dev.glasstrail.trail.TrailException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Puts a failure of the cluster or the way to it into one line, without the secrets that the
/// driver may repeat.
final class Failures {

    private static final int SHOWN = 300;

    private final Cluster cluster;

    Failures(Cluster cluster) {
        this.cluster = cluster;
    }

    /// @param what cannot be done, such as `the query openings failed`
    TrailException failed(String what, Exception failure) {
        return new TrailException(what + " (" + cluster + "): " + reason(failure), bare(failure));
    }

    /// @param what ran out of time
    TrailException late(String what) {
        return new TrailException(
                "%s (%s): it was stopped after %s; give it longer in source.trino.deadline, or read less"
                        .formatted(what, cluster, cluster.deadline()));
    }

    /// Whether the cluster answered, and with an error; else it was not reached, or the way to it
    /// broke.
    static boolean isAnswer(SQLException failure) {
        return failure.getErrorCode() != 0;
    }

    /// Whether the thread was interrupted while it waited for the driver.
    static boolean isInterruption(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .anyMatch(cause -> cause instanceof InterruptedException);
    }

    private String reason(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return "the host is not known; check source.trino.url and the network";
            }
            if (cause instanceof ConnectException || cause instanceof SocketTimeoutException) {
                return "no connection; check source.trino.url, the network and whether the cluster runs";
            }
        }
        String message = shown(String.valueOf(failure.getMessage()));
        String lower = message.toLowerCase(Locale.ROOT);
        if (isRefusedLogin(failure, lower)) {
            return "the cluster refuses the user %s; check source.trino.user and source.trino.password"
                    .formatted(cluster.login());
        }
        if (lower.contains("access denied")) {
            return message + "; allow the user " + cluster.login() + " to read the table";
        }
        if (lower.contains("does not exist")) {
            return message + "; check source.trino.catalog, schema and table";
        }
        return message + "; look the query up in the cluster's own list of queries";
    }

    /// Only before the cluster took the query: later messages hold the query's id, in which such a
    /// number means nothing.
    private static boolean isRefusedLogin(Exception failure, String message) {
        boolean isAnswer = failure instanceof SQLException answer && isAnswer(answer);
        return !isAnswer && (message.contains("authentication failed") || message.contains("401"));
    }

    /// The driver's exception holds what it was given: only where it stood is kept.
    private Exception bare(Exception failure) {
        SQLException bare = new SQLException(shown(String.valueOf(failure.getMessage())));
        bare.setStackTrace(failure.getStackTrace());
        return bare;
    }

    private String shown(String message) {
        String plain = message;
        for (String secret : secrets()) {
            plain = plain.replace(secret, "***");
        }
        plain = plain.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return plain.length() > SHOWN ? plain.substring(0, SHOWN) + "…" : plain;
    }

    /// The address with its properties, the properties, and the password, longest first.
    private List<String> secrets() {
        String url = cluster.url();
        int query = url.indexOf('?');
        Stream<String> properties =
                query < 0
                        ? Stream.of()
                        : Stream.concat(
                                Stream.of(url, url.substring(query + 1)),
                                Arrays.stream(url.substring(query + 1).split("&", -1))
                                        .flatMap(one -> Stream.of(one, valueOf(one))));
        return Stream.concat(Stream.of(cluster.login().password()), properties)
                .filter(secret -> secret.length() > 3 && !secret.equalsIgnoreCase("true"))
                .distinct()
                .sorted((one, other) -> other.length() - one.length())
                .toList();
    }

    private static String valueOf(String property) {
        return property.substring(property.indexOf('=') + 1);
    }
}
