package dev.glasstrail.render.pdf;

import org.jspecify.annotations.Nullable;

/// A piece of text in one style, as the author or the log wrote it; escaping happens when it is
/// set.
///
/// @param target name of the place in the document that it leads to; null for plain text
record Span(String text, Style style, @Nullable String target) {

    static Span of(String text, Style style) {
        return new Span(text, style, null);
    }

    static Span link(String text, Style style, String target) {
        return new Span(text, style.in(Ink.DATA), target);
    }
}
