/// Tests of the Trino source, most of them over a real Trino.
@NullMarked
package dev.glasstrail.trail.trino;

import org.jspecify.annotations.NullMarked;
