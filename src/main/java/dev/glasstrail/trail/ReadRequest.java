package dev.glasstrail.trail;

import java.time.Instant;
import java.util.List;

/// What to read.
///
/// @param from the earliest event time wanted, UTC
/// @param to the first event time no longer wanted
/// @param needs which records; a record is wanted if any need wants it. Sources ask from several
///   threads
/// @param progress told how far reading has come
public record ReadRequest(Instant from, Instant to, List<Need> needs, Progress progress) {

    public ReadRequest {
        needs = List.copyOf(needs);
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("nothing lies between " + from + " and " + to);
        }
    }

    /// Whether a record lies in the stretch of time and some need wants it.
    public boolean wants(TrailEvent event) {
        return !event.call().time().isBefore(from)
                && event.call().time().isBefore(to)
                && needs.stream().anyMatch(need -> need.wants(event));
    }
}
