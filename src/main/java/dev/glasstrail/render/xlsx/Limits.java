package dev.glasstrail.render.xlsx;

/// What one sheet and one cell can hold.
///
/// @param rows in one sheet, its header included
/// @param characters in one cell, in UTF-16 units
/// @param links in one sheet; cells beyond hold their text without a link
record Limits(int rows, int characters, int links) {

    /// The limits of the file format and of the programs that read it.
    static final Limits EXCEL = new Limits(1_048_576, 32_767, 65_530);

    /// Room for the longest escape of one character.
    private static final int LEAST_CHARACTERS = 16;

    Limits {
        if (rows < 2) {
            throw new IllegalArgumentException(
                    "a sheet of " + rows + " rows has no room below its header; give 2 or more");
        }
        if (characters < LEAST_CHARACTERS) {
            throw new IllegalArgumentException(
                    "a cell of "
                            + characters
                            + " characters cannot hold an escape; give 16 or more");
        }
        if (links < 0) {
            throw new IllegalArgumentException("a sheet cannot hold " + links + " links");
        }
    }
}
