/// Reads a trail through Amazon Athena: asks for the table, runs one statement, and streams its
/// result.
@NullMarked
package dev.glasstrail.trail.athena;

import org.jspecify.annotations.NullMarked;
