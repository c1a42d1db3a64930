package dev.glasstrail.alarm;

import dev.glasstrail.alarm.OpeningReview.ByRule;
import dev.glasstrail.alarm.Verdict.NotCovered;
import dev.glasstrail.alarm.Verdict.Unprovable;
import dev.glasstrail.trail.Reading.Place;
import dev.glasstrail.window.AuditWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// All that was heard, held against all that the witnesses tell.
final class Review {

    private static final Comparator<Heard> BY_TIME =
            Comparator.comparing(Heard::at).thenComparing(Heard::key);

    private final AuditWindow window;
    private final Heardings heardings;
    private final RuleHistories histories;
    private final Told told;
    private final AlarmOptions options;
    private final Map<String, List<Heard>> byEventId = new HashMap<>();
    private final Map<RuleId, RuleCounts> counts = new TreeMap<>();
    private final MetricIndex metrics;
    private final Mentioned mentioned;

    /// What the trail gave.
    ///
    /// @param openings of the window, by time
    /// @param heard every record that matched a pattern or opens a glass
    /// @param faults patterns that cannot be applied, with the reason
    /// @param reaches what records the other patterns can match
    record Heardings(
            List<Opened> openings,
            Collection<Heard> heard,
            Map<String, String> faults,
            Map<String, EventPatterns.Reach> reaches) {}

    /// What the witnesses told.
    record Told(MetricReading metrics, ChannelReading channel) {}

    Review(
            AuditWindow window,
            Heardings heardings,
            RuleHistories histories,
            Told told,
            AlarmOptions options) {
        this.window = window;
        this.heardings = heardings;
        this.histories = histories;
        this.told = told;
        this.options = options;
        this.metrics = new MetricIndex(told.metrics());
        count();
        Set<String> known = new HashSet<>(byEventId.keySet());
        heardings.openings().forEach(opened -> known.addAll(opened.records()));
        this.mentioned =
                new Mentioned(told.channel(), known, heardings.openings(), options.deliveryDelay());
    }

    /// @param asOf when the report is made, UTC
    /// @param unread what could not be read of the rules
    AlarmResult.Checked result(Instant asOf, List<Unread> unread) {
        List<OpeningReview> openings = heardings.openings().stream().map(this::review).toList();
        Comparing comparing = new Comparing(window, heardings, histories, metrics);
        List<RuleReview> rules =
                histories.all().stream()
                        .map(history -> comparing.review(history, countsOf(history)))
                        .toList();
        List<Unread> all = new ArrayList<>(unread);
        all.addAll(told.metrics().unread());
        all.addAll(told.channel().unread());
        return new AlarmResult.Checked(
                openings,
                rules,
                channel(),
                assurance(openings, asOf),
                all.stream().sorted().distinct().toList());
    }

    /// An alarm that rang is proven; where it rang for nobody, a drill must do.
    private Assurance assurance(List<OpeningReview> openings, Instant asOf) {
        return openings.stream()
                .filter(opening -> opening.overall().rank() < 2)
                .map(OpeningReview::at)
                .max(Instant::compareTo)
                .<Assurance>map(Assurance.ByOpening::new)
                .orElseGet(() -> options.drill().assurance(asOf));
    }

    private AlarmResult.Channel channel() {
        int messages =
                (int)
                        told.channel().messages().stream()
                                .filter(ChannelMessage::isBot)
                                .filter(message -> window.contains(message.at()))
                                .count();
        boolean isRead =
                told.channel().covers(window.from(), window.to().plus(options.deliveryDelay()));
        return new AlarmResult.Channel(
                isRead,
                messages,
                mentioned.twice(),
                mentioned.byPeople(),
                mentioned.unknown().stream().filter(one -> window.contains(one.at())).toList());
    }

    /// Each rule's records, and these against its counts.
    private void count() {
        Map<Place, List<Heard>> byPlace = new HashMap<>();
        for (Heard record : heardings.heard()) {
            byEventId.computeIfAbsent(record.key().eventId(), _ -> new ArrayList<>(1)).add(record);
            byPlace.computeIfAbsent(record.place(), _ -> new ArrayList<>()).add(record);
        }
        byPlace.values().forEach(records -> records.sort(BY_TIME));
        for (RuleHistory history : histories.all()) {
            List<Heard> expected =
                    byPlace.getOrDefault(history.id().place(), List.of()).stream()
                            .filter(record -> Expected.of(history, record))
                            .toList();
            counts.put(
                    history.id(),
                    new RuleCounts(history.id(), metrics, expected, options.deliveryDelay()));
        }
    }

    private RuleCounts countsOf(RuleHistory history) {
        return Objects.requireNonNull(counts.get(history.id()), "every rule was counted");
    }

    private OpeningReview review(Opened opened) {
        List<ByRule> all = new ArrayList<>();
        for (Heard record : records(opened)) {
            for (RuleHistory history : histories.in(record.place())) {
                Verdict verdict =
                        new Judge(history, countsOf(history), mentioned, options, opened, record)
                                .verdict(heardings.faults());
                all.add(new ByRule(history.id(), record.place(), verdict));
            }
            if (histories.in(record.place()).isEmpty()) {
                all.add(new ByRule(null, record.place(), ofNoRule(record)));
            }
        }
        if (all.isEmpty()) {
            all.add(
                    new ByRule(
                            null,
                            Unread.NOWHERE,
                            new Unprovable(Cause.RECORD_NOT_READ, "no record of it was held")));
        }
        return new OpeningReview(opened.eventId(), opened.at(), telling(opened, all));
    }

    private List<Heard> records(Opened opened) {
        return opened.records().stream()
                .flatMap(id -> byEventId.getOrDefault(id, List.of()).stream())
                .sorted(BY_TIME)
                .toList();
    }

    private Verdict ofNoRule(Heard record) {
        if (!histories.isLookedAt(record.place())) {
            return new Unprovable(Cause.RULES_NOT_READ, "nobody looked there");
        }
        return switch (histories.ofNone(record.place(), record.at())) {
            case Fact.Known<RuleState> known ->
                    new NotCovered(Cause.NO_RULE_HERE, "none, " + known.because());
            case Fact.Unknown<RuleState> unknown ->
                    new Unprovable(Cause.RULE_STATE_UNKNOWN, unknown.because());
        };
    }

    /// The rules that should have rung; where there is none, the one that came closest.
    private List<ByRule> telling(Opened opened, List<ByRule> all) {
        List<ByRule> telling =
                new ArrayList<>(
                        all.stream()
                                .filter(one -> !(one.verdict() instanceof NotCovered))
                                .toList());
        if (telling.isEmpty()) {
            telling.add(all.stream().min(Comparator.comparingInt(Review::distance)).orElseThrow());
        }
        Optional<Mentioned.Mention> mention = mentioned.of(opened);
        boolean isToldByRule = telling.stream().anyMatch(one -> one.verdict().rank() < 2);
        if (mention.isPresent() && !isToldByRule) {
            telling.add(
                    0,
                    new ByRule(
                            null,
                            telling.getFirst().place(),
                            Judge.rang(mention.get(), opened.at(), options.lateAfter())));
        }
        return telling;
    }

    /// How far a rule is from covering an opening: the fewer fields fail, the nearer.
    private static int distance(ByRule one) {
        return switch (one.verdict()) {
            case NotCovered missed ->
                    switch (missed.cause()) {
                        case READ_ONLY_LEFT_OUT -> 0;
                        case PATTERN_MISSES -> 1 + missed.text().split("; ", -1).length;
                        default -> 1_000;
                    };
            case Verdict.Rang _, Verdict.RangLate _, Verdict.Silent _, Verdict.Unprovable _ -> 0;
        };
    }
}
