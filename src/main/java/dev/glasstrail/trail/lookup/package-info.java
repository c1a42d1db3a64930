/// Reads CloudTrail's event history with LookupEvents: 90 days of management events of one account
/// and region at a time, with nothing set up.
@NullMarked
package dev.glasstrail.trail.lookup;

import org.jspecify.annotations.NullMarked;
