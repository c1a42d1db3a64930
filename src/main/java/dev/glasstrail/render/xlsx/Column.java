package dev.glasstrail.render.xlsx;

import dev.glasstrail.report.Severity;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// One column of a [Table].
///
/// @param title the header; a column of times names the zone in it
/// @param width in characters of the body font
/// @param align where the header stands, which is where its values stand
/// @param wraps whether long text grows the row
/// @param value what a row holds in it
record Column<R>(
        String title, int width, Align align, boolean wraps, Function<R, CellValue> value) {

    /// Where values stand in their column.
    enum Align {
        LEFT,
        RIGHT
    }

    static <R> Column<R> text(String title, int width, Function<R, @Nullable String> text) {
        return cell(title, width, row -> CellValue.text(text.apply(row)));
    }

    static <R> Column<R> prose(String title, int width, Function<R, @Nullable String> text) {
        return new Column<>(title, width, Align.LEFT, true, row -> CellValue.text(text.apply(row)));
    }

    static <R> Column<R> number(String title, int width, ToLongFunction<R> number) {
        return new Column<>(
                title,
                width,
                Align.RIGHT,
                false,
                row -> new CellValue.Count(number.applyAsLong(row)));
    }

    /// A whole number where there is one; nothing where none is known.
    static <R> Column<R> count(String title, Function<R, @Nullable Long> count) {
        return new Column<>(
                title,
                11,
                Align.RIGHT,
                false,
                row -> {
                    Long number = count.apply(row);
                    return number == null ? CellValue.NOTHING : new CellValue.Count(number);
                });
    }

    static <R> Column<R> time(String title, Function<R, @Nullable Instant> at) {
        return cell(title + " (UTC)", 20, row -> CellValue.time(at.apply(row)));
    }

    static <R> Column<R> weight(Function<R, @Nullable Severity> severity) {
        return cell("Severity", 12, row -> CellValue.weight(severity.apply(row)));
    }

    static <R> Column<R> cell(String title, int width, Function<R, CellValue> value) {
        return new Column<>(title, width, Align.LEFT, false, value);
    }
}
