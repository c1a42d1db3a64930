package dev.glasstrail.trail;

import java.util.regex.Pattern;

/// A pattern over a whole text, case-sensitive: `*` is any run of characters, `?` is one, all else
/// is itself.
///
/// @param text as the user wrote it
public record Glob(String text, Pattern compiled) {

    /// Compiles a glob.
    ///
    /// @throws IllegalArgumentException if the text is blank, which would watch nothing
    public static Glob of(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(
                    "a pattern is blank; give a name, an ARN or a glob such as *-break-glass");
        }
        StringBuilder regex = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return new Glob(text, Pattern.compile(regex.toString(), Pattern.DOTALL));
    }

    /// Whether the whole of `candidate` fits.
    public boolean matches(String candidate) {
        return !candidate.isEmpty() && compiled.matcher(candidate).matches();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Glob glob && glob.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
