package dev.glasstrail.alarm;

import dev.glasstrail.session.Records;
import dev.glasstrail.trail.Glob;
import dev.glasstrail.trail.Need;
import dev.glasstrail.trail.Reading.Place;
import dev.glasstrail.trail.TrailEvent;
import dev.glasstrail.trail.Watch;
import dev.glasstrail.window.AuditWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The check of the alarm: rules, their metrics and the channel, beside what the trail says.
///
/// @param witnesses where they are read from
/// @param patterns understands the rules' patterns
/// @param names of the rules that make the alarm
/// @param options what is late
public record Alarm(
        Witnesses witnesses, EventPatterns patterns, List<Glob> names, AlarmOptions options)
        implements AlarmCheck {

    /// EventBridge tries for a day; a message may come as late.
    private static final Duration LONGEST_RETRY = Duration.ofHours(24);

    /// Counts before and after the window belong to records at its edges.
    private static final Duration EDGE = Duration.ofHours(1);

    public Alarm {
        names = List.copyOf(names);
    }

    /// Who can tell of the alarm.
    public record Witnesses(AlertRules rules, RuleMetrics metrics, AlertChannel channel) {}

    @Override
    public Listening begin(AuditWindow window, Instant asOf, Watch watch)
            throws InterruptedException {
        return new Ear(window, asOf, watch, witnesses.rules().read());
    }

    private final class Ear implements Listening {

        private final AuditWindow window;
        private final Instant asOf;
        private final RuleBook book;
        private final Map<String, String> faults = new HashMap<>();
        private final Map<String, EventPatterns.Reach> reaches = new HashMap<>();
        private final Replay replay;

        Ear(AuditWindow window, Instant asOf, Watch watch, RuleBook book) {
            this.window = window;
            this.asOf = asOf;
            this.book = book;
            Map<Place, Set<String>> byPlace = new HashMap<>();
            book.rules().forEach(rule -> add(rule.id(), rule.pattern(), byPlace));
            this.replay = new Replay(watch, compiled(byPlace), byPlace);
        }

        private static void add(RuleId id, String pattern, Map<Place, Set<String>> byPlace) {
            if (id.isOnDefaultBus() && !pattern.isEmpty()) {
                byPlace.computeIfAbsent(id.place(), _ -> new TreeSet<>()).add(pattern);
            }
        }

        private EventPatterns.Compiled compiled(Map<Place, Set<String>> byPlace) {
            Set<String> all = new TreeSet<>();
            byPlace.values().forEach(all::addAll);
            EventPatterns.Compiled compiled = patterns.compile(all);
            faults.putAll(compiled.faults());
            all.removeAll(compiled.faults().keySet());
            all.forEach(pattern -> reaches.put(pattern, compiled.reach(pattern)));
            return compiled;
        }

        @Override
        public List<Need> needs() {
            return needs(reaches.keySet());
        }

        private List<Need> needs(Set<String> ofPatterns) {
            Map<String, Set<String>> names = new TreeMap<>();
            ofPatterns.forEach(pattern -> reach(pattern).joinInto(names));
            return names.isEmpty() ? List.of() : List.of(new Need.RuleMatches(names));
        }

        private EventPatterns.Reach reach(String pattern) {
            return Objects.requireNonNull(reaches.get(pattern), "compiled");
        }

        /// A pattern that a rule had within the window is known only once the change was read.
        @Override
        public List<Need> furtherNeeds(Records first) {
            Map<Place, Set<String>> byPlace = new HashMap<>();
            Set<String> others = new HashSet<>();
            for (RuleChange change : changes(first)) {
                RuleEffect.pattern(change)
                        .filter(pattern -> !pattern.isEmpty())
                        .filter(pattern -> isNew(change.rule(), pattern))
                        .ifPresent(pattern -> {
                            add(change.rule(), pattern, byPlace);
                            others.add(pattern);
                        });
            }
            replay.turnTo(compiled(byPlace), byPlace);
            others.removeAll(faults.keySet());
            return needs(others);
        }

        private boolean isNew(RuleId id, String pattern) {
            return book.rules().stream()
                    .noneMatch(rule -> rule.id().equals(id) && rule.pattern().equals(pattern));
        }

        private List<RuleChange> changes(Records records) {
            return records.guardTouches().stream()
                    .flatMap(event -> RuleChange.of(event).stream())
                    .filter(change -> isOurs(change.rule()))
                    .toList();
        }

        private boolean isOurs(RuleId id) {
            return names.stream().anyMatch(glob -> glob.matches(id.name()));
        }

        @Override
        public void accept(TrailEvent event) {
            replay.accept(event);
        }

        @Override
        public AlarmResult result(Findings findings) throws InterruptedException {
            RuleHistories histories =
                    RuleHistories.of(
                            book,
                            changes(findings.records()),
                            new RuleHistories.Span(window.readingFrom(), window.readingTo(asOf)),
                            findings.reading());
            addReplays(findings.records(), histories);
            MetricReading metrics =
                    witnesses
                            .metrics()
                            .read(
                                    histories.ids(),
                                    window.from().minus(EDGE),
                                    earlier(
                                            window.to().plus(options.deliveryDelay()).plus(EDGE),
                                            asOf));
            ChannelReading channel =
                    witnesses
                            .channel()
                            .read(
                                    window.from().minus(EDGE),
                                    earlier(
                                            window.to()
                                                    .plus(LONGEST_RETRY)
                                                    .plus(options.deliveryDelay()),
                                            asOf));
            return new Review(
                            window,
                            new Review.Heardings(
                                    Opened.of(findings.correlation(), window),
                                    replay.heard(),
                                    faults,
                                    reaches),
                            histories,
                            new Review.Told(metrics, channel),
                            options)
                    .result(asOf, book.unread());
        }

        private static void addReplays(Records records, RuleHistories histories) {
            records.guardTouches().stream()
                    .filter(event -> event.call().is("events.amazonaws.com", "StartReplay"))
                    .filter(event -> !event.outcome().failed())
                    .forEach(event ->
                            histories.addReplay(
                                    new Place(
                                            event.key().recipientAccountId(),
                                            event.call().region()),
                                    event.call().time()));
        }

        private static Instant earlier(Instant one, Instant other) {
            return one.isBefore(other) ? one : other;
        }
    }
}
