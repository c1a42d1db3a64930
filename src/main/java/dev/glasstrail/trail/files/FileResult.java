package dev.glasstrail.trail.files;

import dev.glasstrail.trail.Reading.FileKind;
import dev.glasstrail.trail.Reading.Unreadable;
import java.util.List;

/// What one file turned out to hold.
///
/// @param bytes read, as stored
/// @param places what was seen in it, of the stretch of time that was asked for
record FileResult(
        FileKind kind, long records, long bytes, List<Unreadable> unreadable, PlaceCounts places) {

    FileResult {
        unreadable = List.copyOf(unreadable);
    }
}
