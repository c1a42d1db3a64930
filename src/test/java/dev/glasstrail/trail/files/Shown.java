package dev.glasstrail.trail.files;

import dev.glasstrail.trail.MadeRecord;
import dev.glasstrail.trail.Reading;
import dev.glasstrail.trail.Reading.FileKind;
import dev.glasstrail.trail.TrailException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// A whole reading as text, to be compared with a text block.
final class Shown {

    private Shown() {}

    /// Reads the week of the made-up records, and shows the ids handed on and all that was found.
    static String week(FilesTrailSource source, long bytesStored)
            throws TrailException, InterruptedException {
        List<String> ids = new ArrayList<>();
        Reading reading =
                source.read(MadeRecord.request(), event -> ids.add(event.key().eventId()));
        ids.sort(null);
        return "handed on " + ids + "\n" + reading(reading, bytesStored);
    }

    static String reading(Reading reading, long bytesStored) {
        StringBuilder text = new StringBuilder();
        text.append("records ").append(reading.records());
        text.append(reading.bytes() == bytesStored ? ", all bytes\n" : ", some bytes\n");
        new TreeMap<FileKind, Long>(reading.files())
                .forEach((kind, count) -> text.append(count + " " + kind + "\n"));
        for (Reading.Unreadable one : reading.unreadable()) {
            text.append(one.name() + " " + one.reason() + "; " + one.recordsRead() + " read");
            text.append(
                    one.place().account().isEmpty() && one.place().region().isEmpty()
                            ? "\n"
                            : ", of " + words(one.place()) + " at " + one.deliveredAround() + "\n");
        }
        for (Reading.Seen seen : reading.coverage()) {
            text.append("seen " + words(seen.place()) + ": " + seen.files() + " files, ");
            text.append(seen.records() + " records, " + seen.first() + " to " + seen.last() + "\n");
        }
        reading.notes()
                .shortfalls()
                .forEach(one -> text.append(one.code() + " " + one.text() + "\n"));
        return text.toString();
    }

    private static String words(Reading.Place place) {
        return place.account() + " " + place.region();
    }
}
