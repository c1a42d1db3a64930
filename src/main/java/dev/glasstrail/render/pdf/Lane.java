package dev.glasstrail.render.pdf;

import dev.glasstrail.report.ActionRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The actions of one service on a timeline.
///
/// @param errors refused and failed calls, which are in neither of the others
record Lane(String name, List<Instant> reads, List<Instant> writes, List<Instant> errors) {

    /// More services than this share the last lane.
    private static final int LANES = 9;

    private int size() {
        return reads.size() + writes.size() + errors.size();
    }

    /// The busiest services by name; where there are many, the quiet ones together, counted by
    /// name.
    ///
    /// @param actions by time
    static List<Lane> of(List<ActionRow> actions) {
        Map<String, Lane> byService = new TreeMap<>();
        for (ActionRow action : actions) {
            byService.computeIfAbsent(action.service(), Lane::named).add(action);
        }
        if (byService.size() <= LANES) {
            return List.copyOf(byService.values());
        }
        List<Lane> busiest =
                byService.values().stream()
                        .sorted(
                                Comparator.comparingInt(Lane::size)
                                        .reversed()
                                        .thenComparing(Lane::name))
                        .limit(LANES - 1)
                        .toList();
        Lane rest = named((byService.size() - busiest.size()) + " further services");
        for (ActionRow action : actions) {
            if (busiest.stream().noneMatch(lane -> lane.name.equals(action.service()))) {
                rest.add(action);
            }
        }
        List<Lane> lanes = new ArrayList<>(busiest);
        lanes.sort(Comparator.comparing(Lane::name));
        lanes.add(rest);
        return lanes;
    }

    private static Lane named(String name) {
        return new Lane(name, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    private void add(ActionRow action) {
        if (action.errorCode() != null) {
            errors.add(action.time());
        } else if (Boolean.TRUE.equals(action.readOnly())) {
            reads.add(action.time());
        } else {
            writes.add(action.time());
        }
    }

    /// The lane in words, for those who cannot see it.
    String words() {
        return name
                + ": "
                + Words.count(reads.size(), "read")
                + ", "
                + Words.count(writes.size(), "write")
                + ", "
                + errors.size()
                + " refused or failed";
    }
}
