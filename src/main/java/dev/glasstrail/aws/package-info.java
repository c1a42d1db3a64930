/// How AWS is reached: credentials, regions, retries, endpoints, and what is said when it fails.
///
/// Clients are made here and nowhere else, so that every call is made with the same identity, the
/// same patience and the same eye on the clock.
@NullMarked
package dev.glasstrail.aws;

import org.jspecify.annotations.NullMarked;
