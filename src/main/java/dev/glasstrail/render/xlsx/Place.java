package dev.glasstrail.render.xlsx;

import org.apache.poi.ss.util.CellReference;

/// A cell that a link leads to.
///
/// @param row counted from 0
record Place(String sheet, int row) {

    /// The place as a link names it, such as `'Actions 2'!A17`.
    String reference() {
        return new CellReference(sheet, row, 0, false, false).formatAsString();
    }
}
