/// The report as a PDF to read, print, sign and keep.
///
/// Everything is drawn by hand on the page's content stream: it is the one way to tags that hold
/// (PDF/UA-1), to archival files (PDF/A-3) and to memory that does not grow with the number of
/// pages. Text from the logs is hostile: what a font cannot show, or what would deceive the eye, is
/// printed as an escape. The report is composed twice, first to count pages and rows, then to
/// write.
@NullMarked
package dev.glasstrail.render.pdf;

import org.jspecify.annotations.NullMarked;
