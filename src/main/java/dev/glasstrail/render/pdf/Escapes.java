package dev.glasstrail.render.pdf;

import dev.glasstrail.trail.Unseen;
import java.util.Locale;

/// What of a text from the log may not be drawn as it is.
///
/// A person under audit chooses names that land in this report. Characters that are invisible, that
/// turn the direction of reading or that break lines are shown as a backslash, `u` and the
/// hexadecimal number in braces, in the way Rust and JavaScript write them.
final class Escapes {

    private Escapes() {}

    /// The escape of one code point, upper-case hexadecimal without leading zeros.
    static String of(int codePoint) {
        return "\\u{" + Integer.toHexString(codePoint).toUpperCase(Locale.ROOT) + "}";
    }

    /// Whether a code point must be escaped whatever the font holds.
    static boolean needed(int codePoint) {
        return Unseen.is(codePoint) || isBlank(codePoint);
    }

    private static boolean isBlank(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.SPACE_SEPARATOR -> codePoint != ' ' && codePoint != 0x3000;
            default -> invisible(codePoint);
        };
    }

    /// Whether text at `index` reads like an escape and must be told apart from one.
    static boolean looksLikeOne(String text, int index) {
        return text.startsWith("\\u{", index);
    }

    /// Characters of other categories that show nothing at all.
    private static boolean invisible(int codePoint) {
        return switch (codePoint) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0 -> true;
            default ->
                    within(codePoint, 0x180B, 0x180F)
                            || within(codePoint, 0xFE00, 0xFE0F)
                            || within(codePoint, 0xE0100, 0xE01EF);
        };
    }

    private static boolean within(int codePoint, int first, int last) {
        return codePoint >= first && codePoint <= last;
    }
}
