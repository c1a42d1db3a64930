package dev.glasstrail.demo.cloudtrail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// When and where the copies of one record are delivered.
final class Delivery {

    private static final long MARK_SECONDS = 300;

    private final List<LogFolder> moreFolders = new ArrayList<>();
    private long extraMarks = -1;
    private int copies = 1;

    /// Marks that pass before the record is delivered; without a call the record's id decides.
    void after(long marks) {
        extraMarks = marks;
    }

    /// Once as early and once as late as delivery usually is.
    void twice() {
        extraMarks = 0;
        copies = 2;
    }

    void alsoIn(LogFolder folder) {
        moreFolders.add(folder);
    }

    List<Delivered> copies(LogFolder folder, Instant time, ObjectNode body) {
        long marks = extraMarks >= 0 ? extraMarks : chosenBy(body.path("eventID").asText());
        Instant first = markAtOrAfter(time).plusSeconds(marks * MARK_SECONDS);
        List<Delivered> delivered = new ArrayList<>();
        for (int i = 0; i < copies; i++) {
            delivered.add(new Delivered(folder, first.plusSeconds(i * MARK_SECONDS), body));
        }
        for (LogFolder other : moreFolders) {
            delivered.add(new Delivered(other, first, body));
        }
        return delivered;
    }

    /// The first mark at or after a time.
    private static Instant markAtOrAfter(Instant time) {
        long seconds = time.getEpochSecond();
        return Instant.ofEpochSecond(Math.ceilDiv(seconds, MARK_SECONDS) * MARK_SECONDS);
    }

    /// One record in four misses the first file: together that makes a lag of 0 to 600 s.
    private static long chosenBy(String eventId) {
        return "0123".indexOf(eventId.charAt(0)) >= 0 ? 1 : 0;
    }
}
