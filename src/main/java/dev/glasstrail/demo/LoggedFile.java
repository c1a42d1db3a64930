package dev.glasstrail.demo;

import java.time.Instant;

/// A log file as a digest names it.
///
/// @param mark the time in its name
/// @param hash SHA-256 of the content before compression, in hex
/// @param oldest the time of its earliest record
/// @param newest the time of its latest record
record LoggedFile(Instant mark, String key, String hash, Instant oldest, Instant newest) {}
