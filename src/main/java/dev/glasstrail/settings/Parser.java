package dev.glasstrail.settings;

import org.jspecify.annotations.Nullable;

/// Makes a value of its text.
@FunctionalInterface
public interface Parser<T extends @Nullable Object> {

    /// Reads a text.
    ///
    /// @param key what people call the value, such as `source.logs` or `--logs`
    /// @throws IllegalArgumentException with one line for people
    T parse(String key, String text);
}
