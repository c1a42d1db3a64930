package dev.glasstrail.demo.story;

import java.util.List;

/// Secrets that people put into parameters. They open nothing; no output may show them.
public final class PlantedSecrets {

    static final String DATABASE_PASSWORD = "Kestrel-Example-Orders-71";

    private PlantedSecrets() {}

    /// Every planted text, for tests that look for it in what was made.
    public static List<String> all() {
        return List.of(DATABASE_PASSWORD);
    }
}
