package dev.glasstrail.render.pdf;

/// A rectangle on the page in points, from the lower left corner of the sheet.
record Box(float left, float bottom, float right, float top) {

    static Box below(float left, float top, float width, float height) {
        return new Box(left, top - height, left + width, top);
    }

    float width() {
        return right - left;
    }

    float height() {
        return top - bottom;
    }

    Box inset(float by) {
        return new Box(left + by, bottom + by, right - by, top - by);
    }
}
