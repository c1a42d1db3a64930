/// The report as data: every figure computed once, every list in a stated order.
///
/// [AuditReport] is what all renderers lay out. The names of its components are the names in
/// `report.json`, so a change here is a change of the published format. Nothing in this package
/// reads a log or writes a file.
@NullMarked
package dev.glasstrail.report;

import org.jspecify.annotations.NullMarked;
