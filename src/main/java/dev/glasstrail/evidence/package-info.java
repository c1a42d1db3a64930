/// Whether the logs can be trusted: digests, coverage, and what seals a report.
///
/// No digest is verified yet; the stage stands in the flow and says so.
@NullMarked
package dev.glasstrail.evidence;

import org.jspecify.annotations.NullMarked;
