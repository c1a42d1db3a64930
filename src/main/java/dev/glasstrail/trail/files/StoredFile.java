package dev.glasstrail.trail.files;

/// A file of a [LogStore].
///
/// @param name relative to the store, parts joined by `/`
/// @param size bytes as stored, when it was listed
record StoredFile(String name, long size) {}
