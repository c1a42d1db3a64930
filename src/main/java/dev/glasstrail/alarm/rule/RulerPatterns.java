package dev.glasstrail.alarm.rule;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.glasstrail.alarm.EventPatterns;
import dev.glasstrail.alarm.Mismatch;
import dev.glasstrail.trail.TrailEvent;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.event.ruler.JsonRuleCompiler;
import software.amazon.event.ruler.Machine;

/// Event patterns by event-ruler, the library that EventBridge itself matches with.
public final class RulerPatterns implements EventPatterns {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// Whether one event matches one pattern.
    ///
    /// @param pattern JSON, as deployed
    /// @param event JSON, as EventBridge hands it over
    /// @throws IllegalArgumentException if one of them cannot be read
    public static boolean matches(String pattern, String event) {
        String fault = JsonRuleCompiler.check(pattern);
        if (fault != null) {
            throw new IllegalArgumentException("its event pattern is none: " + oneLine(fault));
        }
        try {
            Machine machine = Machine.builder().build();
            machine.addRule(pattern, pattern);
            return !machine.rulesForJSONEvent(JSON.readTree(event)).isEmpty();
        } catch (IOException failure) {
            throw new IllegalArgumentException(
                    "its event pattern is none: " + oneLine(String.valueOf(failure.getMessage())),
                    failure);
        }
    }

    @Override
    public EventPatterns.Compiled compile(Collection<String> patterns) {
        Machine machine = Machine.builder().build();
        Map<String, Alternatives> understood = new LinkedHashMap<>();
        Map<String, String> faults = new TreeMap<>();
        for (String pattern : new TreeSet<>(patterns)) {
            String fault = add(machine, pattern, understood);
            if (!fault.isEmpty()) {
                faults.put(pattern, fault);
            }
        }
        Map<String, Reach> reaches = new HashMap<>();
        understood.forEach((pattern, one) -> reaches.put(pattern, one.reach()));
        return new Ready(machine, understood, reaches, faults);
    }

    /// @return why the pattern cannot be understood; `""` if it was added
    private static String add(
            Machine machine, String pattern, Map<String, Alternatives> understood) {
        if (pattern.isBlank()) {
            return "it has no event pattern, and runs on a schedule alone";
        }
        String fault = JsonRuleCompiler.check(pattern);
        if (fault != null) {
            return "its event pattern is none: " + oneLine(fault);
        }
        try {
            understood.put(pattern, Alternatives.of(pattern));
            machine.addRule(pattern, pattern);
            return "";
        } catch (IOException | RuntimeException failure) {
            understood.remove(pattern);
            return "its event pattern is none: " + oneLine(String.valueOf(failure.getMessage()));
        }
    }

    private static String oneLine(String text) {
        return text.lines().findFirst().orElse("").strip();
    }

    private record Ready(
            Machine machine,
            Map<String, Alternatives> understood,
            Map<String, Reach> reaches,
            Map<String, String> faults)
            implements EventPatterns.Compiled {

        @Override
        public Reach reach(String pattern) {
            return get(reaches, pattern);
        }

        @Override
        public Set<String> matching(TrailEvent event) {
            List<String> matching = machine.rulesForJSONEvent(BusEvent.of(event));
            return Set.copyOf(matching);
        }

        @Override
        public Mismatch mismatch(String pattern, TrailEvent event) {
            return get(understood, pattern).mismatch(BusEvent.of(event));
        }

        private static <T> T get(Map<String, T> known, String pattern) {
            T found = known.get(pattern);
            if (found == null) {
                throw new IllegalArgumentException("not one of the patterns: " + pattern);
            }
            return found;
        }
    }
}
