/// From files to their place: what is delivered, where to, and the receipt for it.
@NullMarked
package dev.glasstrail.delivery;

import org.jspecify.annotations.NullMarked;
