/// Tests of the statements and of how their rows become records.
@NullMarked
package dev.glasstrail.trail.sql;

import org.jspecify.annotations.NullMarked;
