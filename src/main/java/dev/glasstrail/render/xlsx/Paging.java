package dev.glasstrail.render.xlsx;

/// Which sheet and row each row of a table lands on: `Actions`, then `Actions 2` and so on.
///
/// @param name of the first sheet
/// @param rowsPerSheet with the header
record Paging(String name, int rowsPerSheet) {

    /// The place of a row of the table, counted from 0.
    Place place(long index) {
        int capacity = rowsPerSheet - 1;
        return new Place(sheetName((int) (index / capacity)), 1 + (int) (index % capacity));
    }

    /// The name of a sheet of the table, counted from 0.
    String sheetName(int sheet) {
        return sheet == 0 ? name : name + " " + (sheet + 1);
    }
}
