package dev.glasstrail.settings;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;

/// Settings from text, for tests.
final class Yaml {

    private Yaml() {}

    static Settings settings(String yaml) throws SettingsException {
        return settings(yaml, Map.of());
    }

    static Settings settings(String yaml, Map<String, String> environment)
            throws SettingsException {
        return SettingsFile.parse(yaml, "g.yaml", environment, FormerKeys.OF_EARLIER_VERSIONS);
    }

    /// The problems of a file, one on each line.
    static String problems(String yaml) {
        return problems(yaml, FormerKeys.OF_EARLIER_VERSIONS);
    }

    static String problems(String yaml, FormerKeys formerKeys) {
        SettingsException refused =
                catchThrowableOfType(
                        SettingsException.class,
                        () -> SettingsFile.parse(yaml, "g.yaml", Map.of(), formerKeys));
        if (refused == null) {
            throw new AssertionError("the settings were read without a problem");
        }
        return String.join("\n", refused.problems().stream().map(Problem::toString).toList())
                + "\n";
    }
}
