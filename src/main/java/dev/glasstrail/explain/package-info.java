/// Whether a use was explained: what people said about it, and whether it fits.
///
/// No register and no channel is read yet; the stage stands in the flow and says so.
@NullMarked
package dev.glasstrail.explain;

import org.jspecify.annotations.NullMarked;
