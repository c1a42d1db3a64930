package dev.glasstrail.render.xlsx;

import dev.glasstrail.report.Severity;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What one cell of a table holds, before it is styled.
sealed interface CellValue {

    /// An empty cell.
    Nothing NOTHING = new Nothing();

    /// Nothing is known or nothing applies.
    record Nothing() implements CellValue {}

    /// Text as recorded; it is made safe when it is written.
    record Text(String text) implements CellValue {}

    /// A whole number.
    record Count(long number) implements CellValue {}

    /// A point in time, shown in UTC.
    record Time(Instant at) implements CellValue {}

    /// A length of time.
    record Span(Duration length) implements CellValue {}

    /// A word of ours, coloured by what it means.
    record Chip(String word, Face face) implements CellValue {}

    /// Text that leads to another cell.
    ///
    /// @param tip what the reader will find there
    record Link(String text, Place target, String tip) implements CellValue {}

    /// Text, or nothing where it is absent or empty.
    static CellValue text(@Nullable String text) {
        return text == null || text.isEmpty() ? NOTHING : new Text(text);
    }

    /// A time, or nothing where it is absent.
    static CellValue time(@Nullable Instant at) {
        return at == null ? NOTHING : new Time(at);
    }

    /// A weight, or nothing where there is none.
    static CellValue weight(@Nullable Severity severity) {
        return severity == null ? NOTHING : new Chip(severity.toString(), Face.chip(severity));
    }

    /// A link, or plain text where there is nowhere to go.
    static CellValue link(@Nullable String text, @Nullable Place target, String tip) {
        return text == null || target == null ? text(text) : new Link(text, target, tip);
    }
}
