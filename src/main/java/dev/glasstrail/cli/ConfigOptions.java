package dev.glasstrail.cli;

import dev.glasstrail.settings.Settings;
import dev.glasstrail.settings.SettingsException;
import dev.glasstrail.settings.SettingsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The flag that names the settings file.
final class ConfigOptions {

    private static final String USUAL_FILE = "config/glasstrail.yaml";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "A settings file, instead of config/glasstrail.yaml.")
    private @Nullable String config;

    /// The file as the person named it, or the usual one, whether it exists or not.
    String name() {
        return config == null ? USUAL_FILE : config;
    }

    /// Reads the file. The usual one need not exist, one that somebody names has to.
    Settings read(Surroundings surroundings) throws SettingsException {
        Path file = surroundings.workingDirectory().resolve(name());
        if (config == null && !Files.exists(file)) {
            return Settings.DEFAULTS;
        }
        return SettingsFile.read(file, name(), surroundings.environment());
    }
}
