package dev.glasstrail.render.pdf;

import org.jspecify.annotations.Nullable;

/// Text that one font shows in one go.
///
/// @param text safe to draw: every character has a glyph in `face`
/// @param x distance from the start of the line in points
/// @param width in points
record Piece(Face face, String text, Style style, float x, float width, @Nullable String target) {}
