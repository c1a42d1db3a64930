/// Which stretch of time is audited, and whether it has settled.
///
/// Everything here is computed from arguments: nothing reads a clock. A window is half-open and in
/// UTC; sessions belong to the window in which they were created.
@NullMarked
package dev.glasstrail.window;

import org.jspecify.annotations.NullMarked;
