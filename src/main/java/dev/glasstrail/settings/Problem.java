package dev.glasstrail.settings;

/// Something wrong with a settings file.
///
/// @param file as the person named it
/// @param line counted from 1
/// @param text one line: the key, the rule, what was found, the next step
public record Problem(String file, int line, String text) {

    /// The form that editors and terminals turn into a link.
    @Override
    public String toString() {
        return file + ":" + line + ": " + text;
    }
}
