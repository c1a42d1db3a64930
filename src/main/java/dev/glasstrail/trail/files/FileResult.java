package dev.glasstrail.trail.files;

import dev.glasstrail.trail.PlaceCounts;
import dev.glasstrail.trail.Reading.FileKind;
import dev.glasstrail.trail.Reading.InputFile;
import dev.glasstrail.trail.Reading.Unreadable;
import java.util.List;

/// What one file turned out to hold.
///
/// @param bytes read, as stored
/// @param input what the file was; empty where it could not be read to its end
/// @param places what was seen in it, of the stretch of time that was asked for
record FileResult(
        FileKind kind,
        long records,
        List<InputFile> input,
        long bytes,
        List<Unreadable> unreadable,
        PlaceCounts places) {

    FileResult {
        input = List.copyOf(input);
        unreadable = List.copyOf(unreadable);
    }
}
