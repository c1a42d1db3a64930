package dev.glasstrail.render.pdf;

/// Where a line stands in its box.
enum Align {
    LEFT,
    CENTER,
    RIGHT;

    /// The left edge of something `width` wide in a box.
    float start(float left, float right, float width) {
        return switch (this) {
            case LEFT -> left;
            case CENTER -> (left + right - width) / 2;
            case RIGHT -> right - width;
        };
    }
}
