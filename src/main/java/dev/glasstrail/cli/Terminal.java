package dev.glasstrail.cli;

import dev.glasstrail.trail.Unseen;

/// Text that is safe to print and as wide as it looks.
final class Terminal {

    private Terminal() {}

    /// Writes every character that a terminal would obey or hide by its number: control characters,
    /// direction marks, line separators, lone surrogates, characters for private use.
    ///
    /// A session name is chosen by the person under audit. Unescaped it could clear the screen,
    /// recolour a finding or turn a file name around.
    static String escape(String text) {
        return Unseen.escaped(text);
    }

    /// Columns that an escaped text takes: two for East Asian characters, none for accents that
    /// join the character before.
    static int width(String escaped) {
        return escaped.codePoints().map(Terminal::width).sum();
    }

    private static int width(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return switch (Character.UnicodeScript.of(character)) {
            case HAN, HANGUL, HIRAGANA, KATAKANA -> 2;
            default -> isWide(character) ? 2 : 1;
        };
    }

    private static boolean isWide(int character) {
        return (character >= 0x3000 && character <= 0x303E)
                || (character >= 0xFF01 && character <= 0xFF60)
                || (character >= 0x1F300 && character <= 0x1FAFF);
    }
}
