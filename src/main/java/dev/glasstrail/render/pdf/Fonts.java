package dev.glasstrail.render.pdf;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.openpdf.text.pdf.BaseFont;

/// The faces of one document, loaded when first needed.
///
/// Never shared between documents: a face remembers the prefix of its subset, which has to be the
/// same in every run.
final class Fonts {

    private static final Face[] FALLBACKS = {Face.REGULAR, Face.HAN, Face.HANGUL};
    private static final int CACHED = 0x250;

    private final Map<Face, BaseFont> loaded = new EnumMap<>(Face.class);
    private final Map<Face, int[]> widths = new EnumMap<>(Face.class);

    BaseFont base(Face face) {
        return loaded.computeIfAbsent(face, Fonts::load);
    }

    /// The face that shows `codePoint`, `wanted` where it can; empty where none does.
    Optional<Face> showing(int codePoint, Face wanted) {
        if (has(wanted, codePoint)) {
            return Optional.of(wanted);
        }
        for (Face face : FALLBACKS) {
            if (face != wanted && has(face, codePoint)) {
                return Optional.of(face);
            }
        }
        return Optional.empty();
    }

    boolean has(Face face, int codePoint) {
        return width1000(face, codePoint) >= 0;
    }

    /// Width in points of a character that `face` has.
    float width(Face face, int codePoint, float size) {
        return width1000(face, codePoint) * size / 1000;
    }

    /// Width in points of text that `face` shows whole.
    float width(Face face, String text, float size) {
        long sum = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            sum += width1000(face, text.codePointAt(i));
        }
        return sum * size / 1000;
    }

    /// In thousandths of the size; -1 where the face has no glyph.
    private int width1000(Face face, int codePoint) {
        if (codePoint >= CACHED) {
            return measure(face, codePoint);
        }
        return widths.computeIfAbsent(face, this::measureCached)[codePoint];
    }

    private int[] measureCached(Face face) {
        int[] measured = new int[CACHED];
        for (int i = 0; i < CACHED; i++) {
            measured[i] = measure(face, i);
        }
        return measured;
    }

    private int measure(Face face, int codePoint) {
        BaseFont base = base(face);
        return base.charExists(codePoint) ? base.getWidth(codePoint) : -1;
    }

    private static BaseFont load(Face face) {
        try (InputStream in = Fonts.class.getResourceAsStream(face.resource())) {
            if (in == null) {
                throw new FileNotFoundException(
                        "font " + face.resource() + " is not on the class path; build again");
            }
            BaseFont font =
                    BaseFont.createFont(
                            face.resource(),
                            BaseFont.IDENTITY_H,
                            BaseFont.EMBEDDED,
                            BaseFont.NOT_CACHED,
                            in.readAllBytes(),
                            null);
            font.setSubset(true);
            // A CIDSet that is not exact fails PDF/A; none at all is allowed.
            font.setIncludeCidSet(false);
            font.setSecureRandom(new Unsurprising(face.name().hashCode()));
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Names a font subset alike in every run: the same report gives the same bytes.
    @SuppressWarnings("serial")
    private static final class Unsurprising extends SecureRandom {

        private final int start;
        private int calls;

        private Unsurprising(int start) {
            this.start = start;
        }

        @Override
        public double nextDouble() {
            calls++;
            return Math.floorMod(start + calls * 5, 26) / 26.0;
        }
    }
}
