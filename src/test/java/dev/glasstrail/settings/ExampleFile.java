package dev.glasstrail.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The example of the settings file that people copy.
public final class ExampleFile {

    private ExampleFile() {}

    /// As it is.
    public static String text() {
        try {
            return Files.readString(Path.of("config/glasstrail.example.yaml"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// With the keys that it names and does not set.
    public static String whole() {
        return text().replaceAll("(?m)^( *)#(?=(  )?[a-z][a-z0-9-]*:)", "$1");
    }

    /// What [#whole()] sets.
    public static Settings settings() throws SettingsException {
        return Yaml.settings(whole());
    }
}
