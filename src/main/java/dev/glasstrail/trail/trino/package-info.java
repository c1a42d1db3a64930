/// CloudTrail records out of a Trino cluster, over JDBC.
@NullMarked
package dev.glasstrail.trail.trino;

import org.jspecify.annotations.NullMarked;
