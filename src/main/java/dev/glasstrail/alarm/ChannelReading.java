package dev.glasstrail.alarm;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The channel as it was read.
///
/// @param span the stretch of time of which every message was read; null if none is known to be
/// @param messages ascending by time, then id
/// @param unread ascending
public record ChannelReading(
        @Nullable Span span, List<ChannelMessage> messages, List<Unread> unread) {

    /// A channel that nobody named.
    public static final ChannelReading NONE = new ChannelReading(null, List.of(), List.of());

    public ChannelReading {
        messages =
                messages.stream()
                        .sorted(
                                Comparator.comparing(ChannelMessage::at)
                                        .thenComparing(ChannelMessage::id))
                        .toList();
        unread = unread.stream().sorted().distinct().toList();
    }

    /// A stretch of time, UTC.
    ///
    /// @param from inclusive
    /// @param to exclusive
    public record Span(Instant from, Instant to) {

        /// Whether all of another stretch lies in it.
        public boolean covers(Instant otherFrom, Instant otherTo) {
            return !otherFrom.isBefore(from) && !otherTo.isAfter(to);
        }
    }

    /// Whether every message of a stretch of time was read.
    public boolean covers(Instant from, Instant to) {
        return span != null && span.covers(from, to);
    }
}
