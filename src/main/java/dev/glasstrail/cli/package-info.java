/// The command line: parse, call, print, exit code.
///
/// Nothing else prints. Whatever comes from logs, settings or arguments is escaped by [Terminal]
/// before it is printed. Results go to standard output, complaints and progress to standard error.
@NullMarked
package dev.glasstrail.cli;

import org.jspecify.annotations.NullMarked;
