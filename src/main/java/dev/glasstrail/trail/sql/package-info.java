/// The SQL of the folder `queries`, made ready for one table and one request, and its rows read
/// back into records.
///
/// Shared by the sources that ask an engine, Athena and Trino, whose dialects agree on all that is
/// used here. The statement narrows, coarsely; [RowReader] decides exactly, with the same code as
/// for every other source.
@NullMarked
package dev.glasstrail.trail.sql;

import org.jspecify.annotations.NullMarked;
