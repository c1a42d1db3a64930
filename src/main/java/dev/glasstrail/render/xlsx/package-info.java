/// The report as a workbook for those who filter, sort and sample.
///
/// [XlsxReport] writes it. Every data sheet is a [Table]: one header row, one row for each thing,
/// typed cells. [TableWriter] puts a table on as many sheets as it needs; [SummarySheet] draws the
/// first page. Nothing here counts or sorts: figures and orders are those of the report.
@NullMarked
package dev.glasstrail.render.xlsx;

import org.jspecify.annotations.NullMarked;
