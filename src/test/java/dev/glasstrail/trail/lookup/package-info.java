@NullMarked
package dev.glasstrail.trail.lookup;

import org.jspecify.annotations.NullMarked;
