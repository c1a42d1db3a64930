package dev.glasstrail.alarm;

import dev.glasstrail.alarm.AlarmResult.Quoted;
import dev.glasstrail.alarm.Verdict.Proof;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which messages of the channel speak of which openings.
///
/// Only what a bot posted counts: a person can write any event id into a channel.
final class Mentioned {

    private static final Pattern EVENT_ID =
            Pattern.compile(
                    "(?<![0-9a-fA-F-])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-fA-F-])");

    /// The clocks of AWS and of the channel differ.
    private static final Duration CLOCK_SLACK = Duration.ofMinutes(1);

    private final ChannelReading channel;
    private final Duration delay;
    private final Map<String, List<ChannelMessage>> byEventId = new LinkedHashMap<>();
    private final List<Quoted> byPeople = new ArrayList<>();
    private final List<Quoted> unknown = new ArrayList<>();
    private final List<ChannelMessage> nameless = new ArrayList<>();
    private final Map<String, ChannelMessage> bySessionName = new HashMap<>();

    /// A message that speaks of an opening.
    record Mention(Instant at, Proof proof) {}

    /// @param known event ids of every record that a rule may have reported
    /// @param delay longest time from an opening to its message
    Mentioned(
            ChannelReading channel,
            Set<String> known,
            Collection<Opened> openings,
            Duration delay) {
        this.channel = channel;
        this.delay = delay;
        for (ChannelMessage message : channel.messages()) {
            sort(message, known);
        }
        nameless.forEach(message -> tie(message, openings));
    }

    private void sort(ChannelMessage message, Set<String> known) {
        Set<String> named = new TreeSet<>();
        Matcher matcher = EVENT_ID.matcher(message.text());
        while (matcher.find()) {
            named.add(matcher.group());
        }
        Set<String> all = new TreeSet<>(named);
        named.retainAll(known);
        if (!message.isBot()) {
            named.forEach(id -> byPeople.add(new Quoted(message.at(), message.author(), id)));
        } else if (named.isEmpty()) {
            nameless.add(message);
            all.forEach(id -> unknown.add(new Quoted(message.at(), message.author(), id)));
        } else {
            named.forEach(id -> byEventId.computeIfAbsent(id, _ -> new ArrayList<>()).add(message));
        }
    }

    /// A message without an event id is tied to an opening only if it can be of no other.
    private void tie(ChannelMessage message, Collection<Opened> openings) {
        List<Opened> candidates =
                openings.stream()
                        .filter(opened -> isInTime(opened.at(), message.at()))
                        .filter(opened -> names(message.text(), opened.sessionName()))
                        .toList();
        if (candidates.size() == 1) {
            bySessionName.putIfAbsent(candidates.getFirst().eventId(), message);
        }
    }

    private boolean isInTime(Instant opening, Instant message) {
        return !message.isBefore(opening.minus(CLOCK_SLACK))
                && !message.isAfter(opening.plus(delay));
    }

    /// As a word of its own: a name within another name is another name.
    private static boolean names(String text, String sessionName) {
        return sessionName.length() > 2
                && Pattern.compile(
                                "(?<![\\w+=,.@-])" + Pattern.quote(sessionName) + "(?![\\w+=@-])")
                        .matcher(text)
                        .find();
    }

    /// The first message that speaks of an opening.
    Optional<Mention> of(Opened opened) {
        Optional<Mention> named =
                opened.records().stream()
                        .flatMap(id -> byEventId.getOrDefault(id, List.of()).stream())
                        .map(ChannelMessage::at)
                        .filter(at -> !at.isBefore(opened.at().minus(CLOCK_SLACK)))
                        .min(Instant::compareTo)
                        .map(at -> new Mention(at, Proof.MESSAGE_WITH_EVENT_ID));
        ChannelMessage tied = bySessionName.get(opened.eventId());
        return named.isPresent() || tied == null
                ? named
                : Optional.of(new Mention(tied.at(), Proof.MESSAGE_WITH_SESSION_NAME));
    }

    /// Whether the channel proves that no message came: all of it was read, and no message of that
    /// time could be one that merely names no event.
    Absence absence(Opened opened) {
        Instant until = opened.at().plus(delay);
        if (!channel.covers(opened.at(), until)) {
            return Absence.NOT_READ;
        }
        boolean isAnyNameless =
                nameless.stream().anyMatch(message -> isInTime(opened.at(), message.at()));
        return isAnyNameless ? Absence.NAMELESS_MESSAGES : Absence.PROVEN;
    }

    /// What the channel says of a message that was not found.
    enum Absence {
        PROVEN,
        NAMELESS_MESSAGES,
        NOT_READ
    }

    /// Event ids that several messages name, by time of the first.
    List<String> twice() {
        return byEventId.entrySet().stream()
                .filter(entry -> new HashSet<>(ids(entry.getValue())).size() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> ids(List<ChannelMessage> messages) {
        return messages.stream().map(ChannelMessage::id).toList();
    }

    /// Bots' messages that name an id which no record has, by time; empty where messages name no
    /// events at all, for then any id may be in them.
    List<Quoted> unknown() {
        return byEventId.isEmpty() ? List.of() : unknown;
    }

    /// Messages of people that name an event, by time.
    List<Quoted> byPeople() {
        return byPeople;
    }
}
