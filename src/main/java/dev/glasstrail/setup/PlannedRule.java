package dev.glasstrail.setup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// A rule of the alarm as it is to be deployed.
///
/// Texts may hold [#PREFIX] and [#CHANNEL], which the template's parameters fill in.
///
/// @param name without the prefix, in lower case with hyphens
/// @param about what it rings for, one line
/// @param pattern the event pattern
/// @param paths by variable of the template: where its value stands in an event
/// @param template what Slack is sent, JSON with variables in angle brackets
record PlannedRule(
        String name, String about, ObjectNode pattern, Map<String, String> paths, String template) {

    /// Stands for what all names begin with.
    static final String PREFIX = "${Prefix}";

    /// Stands for the id of Slack's channel.
    static final String CHANNEL = "${Channel}";

    /// EventBridge takes no longer pattern, in characters of its JSON.
    static final int LONGEST_PATTERN = 2048;

    private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*(-[0-9]+)?");

    PlannedRule {
        paths = Collections.unmodifiableMap(new TreeMap<>(paths));
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a rule cannot be called \"%s\"".formatted(name));
        }
    }

    /// Whether EventBridge takes a pattern, even if whoever hands it over writes a space behind
    /// each comma and colon.
    static boolean fits(ObjectNode pattern) {
        String compact = pattern.toString();
        long separators = compact.chars().filter(c -> c == ',' || c == ':').count();
        return compact.length() + separators <= LONGEST_PATTERN;
    }
}
