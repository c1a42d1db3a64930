package dev.glasstrail.render.pdf;

/// A column of a table.
///
/// @param width in points, gaps to its neighbours included
record Column(String title, float width, Align align) {

    static Column left(String title, float width) {
        return new Column(title, width, Align.LEFT);
    }

    static Column right(String title, float width) {
        return new Column(title, width, Align.RIGHT);
    }
}
