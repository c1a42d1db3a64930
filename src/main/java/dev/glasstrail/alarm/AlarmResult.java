package dev.glasstrail.alarm;

import java.time.Instant;
import java.util.List;

/// What is known about the alarm.
public sealed interface AlarmResult {

    /// Nothing was looked at.
    ///
    /// @param why one sentence for people
    record NotChecked(String why) implements AlarmResult {}

    /// Rules, metrics and channel were looked at.
    ///
    /// @param openings every opening of a glass in the window, granted or refused, by time, then
    ///   event id
    /// @param rules ascending
    /// @param channel what was read of the channel
    /// @param assurance how the alarm was last proven
    /// @param unread what could not be read, ascending
    record Checked(
            List<OpeningReview> openings,
            List<RuleReview> rules,
            Channel channel,
            Assurance assurance,
            List<Unread> unread)
            implements AlarmResult {

        public Checked {
            openings = List.copyOf(openings);
            rules = List.copyOf(rules);
            unread = List.copyOf(unread);
        }
    }

    /// What was read of the channel.
    ///
    /// @param isRead whether every message that could be of the window's openings was read
    /// @param messages of bots in the window
    /// @param twice event ids that more than one message names, by time
    /// @param byPeople messages of people that name an opening's event, which prove nothing
    /// @param unknown bots' messages of the window that name an id which no record has, where
    ///   others name events
    record Channel(
            boolean isRead,
            int messages,
            List<String> twice,
            List<Quoted> byPeople,
            List<Quoted> unknown) {

        public Channel {
            twice = List.copyOf(twice);
            byPeople = List.copyOf(byPeople);
            unknown = List.copyOf(unknown);
        }
    }

    /// A message that names an event.
    record Quoted(Instant at, String author, String eventId) {}
}
