package dev.glasstrail.settings;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Replaces `${ENV:NAME}` in values by environment variables.
///
/// It happens after the file was taken apart, so a variable cannot bring in keys of its own.
///
/// @param environment handed in, never read from the process here
record References(Map<String, String> environment) {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]*)(}?)");
    private static final Pattern NAME = Pattern.compile("ENV:([A-Za-z_][A-Za-z0-9_]*)");

    References {
        environment = Map.copyOf(environment);
    }

    /// The text with every reference replaced.
    ///
    /// @throws IllegalArgumentException if one is written wrongly or its variable is not set
    String resolve(String key, String text) {
        return REFERENCE
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(value(key, found)));
    }

    private String value(String key, MatchResult found) {
        Matcher name = NAME.matcher(found.group(1));
        if (found.group(2).isEmpty() || !name.matches()) {
            throw new IllegalArgumentException(
                    "%s has \"%s\", which is no reference; write ${ENV:NAME} with the name of an environment variable"
                            .formatted(key, found.group()));
        }
        String value = environment.get(name.group(1));
        if (value == null) {
            throw new IllegalArgumentException(
                    "%s needs the environment variable %s, which is not set; set it or write the value into the file"
                            .formatted(key, name.group(1)));
        }
        return value;
    }
}
