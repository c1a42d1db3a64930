package dev.glasstrail.report;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// JSON that somebody wrapped in Base64, which hides a secret from the eye only.
final class WrappedText {

    /// The first letters of every JSON object or list in Base64, whatever follows.
    private static final Pattern WRAPPED =
            Pattern.compile(
                    "(?<![\\w+/=.-])[eW][w-z0-9+/_-][A-Za-z0-9+/_-]{10,}+={0,2}+(?![\\w.])");

    private WrappedText() {}

    /// Each wrapped text that holds a secret masked whole.
    static String mask(String text) {
        Matcher wrapped = WRAPPED.matcher(text);
        StringBuilder masked = new StringBuilder();
        int copied = 0;
        while (wrapped.find()) {
            String inner = decoded(wrapped.group());
            if (inner != null && ParameterMask.holdsSecret(inner)) {
                masked.append(text, copied, wrapped.start()).append(Redaction.MASK);
                copied = wrapped.end();
            }
        }
        return copied == 0 ? text : masked.append(text, copied, text.length()).toString();
    }

    /// What the whole text decodes to, line breaks aside; null where that is no start of JSON.
    static @Nullable String decoded(String text) {
        String standard = text.replaceAll("\\s++", "").replace('-', '+').replace('_', '/');
        int end = standard.indexOf('=');
        String letters = end < 0 ? standard : standard.substring(0, end);
        if (letters.length() < 12) {
            return null;
        }
        // One letter too many says that it was cut off there.
        int whole = letters.length() % 4 == 1 ? letters.length() - 1 : letters.length();
        try {
            byte[] bytes = Base64.getDecoder().decode(letters.substring(0, whole));
            String inner = new String(bytes, StandardCharsets.UTF_8).strip();
            return inner.startsWith("{") || inner.startsWith("[") ? inner : null;
        } catch (IllegalArgumentException e) {
            // Not Base64 then; it is masked as text.
            return null;
        }
    }
}
