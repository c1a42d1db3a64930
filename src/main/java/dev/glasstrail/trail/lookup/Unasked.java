package dev.glasstrail.trail.lookup;

import dev.glasstrail.trail.OpeningCalls;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What a scan had no calls left for.
///
/// @param questions that were not asked to their end
/// @param used calls that the run had made by then
/// @param most calls that it may make
record Unasked(List<Question> questions, int used, int most) {

    private static final int MOST_NAMED = 5;

    Unasked {
        questions = List.copyOf(questions);
    }

    boolean isEmpty() {
        return questions.isEmpty();
    }

    /// For the whole scan: how many, and the weightiest of them, each once over all places.
    String sentence() {
        Map<Lookup, List<Question>> byLookup =
                questions.stream()
                        .sorted(Comparator.comparingInt(question -> weight(question.lookup())))
                        .collect(
                                Collectors.groupingBy(
                                        Question::lookup, LinkedHashMap::new, Collectors.toList()));
        int more = byLookup.size() - MOST_NAMED;
        return "%,d of the %,d lookups that a run may make were used%s before all was looked up: %s not made to the end, %s%s; raise source.lookup.max-lookups, or read the trail itself."
                .formatted(
                        used,
                        most,
                        used < most ? " and the rest kept for the sessions that were found" : "",
                        count(questions.size()),
                        byLookup.values().stream()
                                .limit(MOST_NAMED)
                                .map(Unasked::named)
                                .collect(Collectors.joining(", ")),
                        more > 0 ? " and %,d others".formatted(left(byLookup)) : "");
    }

    /// For one account and region; `""` where all was asked.
    String gap(History history) {
        long here = questions.stream().filter(question -> question.history() == history).count();
        return here == 0
                ? ""
                : "%s not made to the end for want of calls, of which source.lookup.max-lookups lets a run make %,d"
                        .formatted(count(here), most);
    }

    private static String count(long lookups) {
        return "%,d %s".formatted(lookups, lookups == 1 ? "lookup was" : "lookups were");
    }

    private static int left(Map<Lookup, List<Question>> byLookup) {
        return byLookup.values().stream().skip(MOST_NAMED).mapToInt(Collection::size).sum();
    }

    private static String named(List<Question> same) {
        Instant latest =
                same.stream().map(Question::back).max(Comparator.naturalOrder()).orElseThrow();
        return "%s in %s before %s"
                .formatted(
                        same.getFirst().lookup(),
                        same.size() == 1
                                ? same.getFirst().history().place().account()
                                        + " "
                                        + same.getFirst().history().place().region()
                                : "%,d places".formatted(same.size()),
                        latest);
    }

    /// People first, then openings, changes, and the rest.
    private static int weight(Lookup lookup) {
        return switch (lookup.key()) {
            case USERNAME -> 0;
            case EVENT_NAME -> OpeningCalls.names().contains(lookup.value()) ? 1 : 3;
            case RESOURCE_NAME -> lookup.value().contains(":role/") ? 1 : 3;
            case READ_ONLY -> 2;
            default -> 3;
        };
    }
}
