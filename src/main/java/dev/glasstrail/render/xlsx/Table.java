package dev.glasstrail.render.xlsx;

import java.util.List;

/// One kind of row and its columns: the content of one sheet, or of several where one is too short.
///
/// @param name of the first sheet
/// @param rows in the order of the report; read twice, so it must give the same rows again
/// @param frozenColumns how many columns stay in sight while scrolling right
/// @param paper it is printed on, such as [PrintSetup#A3_PAPERSIZE]
/// @param whenEmpty one sentence that stands where the rows would
record Table<R>(
        String name,
        List<Column<R>> columns,
        Iterable<R> rows,
        int frozenColumns,
        short paper,
        String whenEmpty) {

    Table {
        columns = List.copyOf(columns);
    }
}
