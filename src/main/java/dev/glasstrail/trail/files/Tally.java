package dev.glasstrail.trail.files;

import dev.glasstrail.trail.PlaceCounts;
import dev.glasstrail.trail.Reading;
import dev.glasstrail.trail.Reading.FileKind;
import dev.glasstrail.trail.Reading.InputFile;
import dev.glasstrail.trail.Reading.Place;
import dev.glasstrail.trail.Reading.Unreadable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Adds up what all files held, the same sum in whatever order they come. Called by several
/// threads.
final class Tally {

    static final int MOST_UNREADABLE = 10_000;

    private final Map<FileKind, Long> kinds = new EnumMap<>(FileKind.class);
    private final TreeSet<Unreadable> unreadable = new TreeSet<>();
    private final PlaceCounts places = new PlaceCounts(PlaceCounts.MOST_PLACES);
    private final List<InputFile> inputs = new ArrayList<>();
    private long records;
    private long bytes;
    private long unnamed;

    synchronized void add(FileResult result) {
        count(result.kind());
        records += result.records();
        bytes += result.bytes();
        places.addAll(result.places());
        result.unreadable().forEach(this::name);
        inputs.addAll(result.input());
    }

    synchronized void count(FileKind kind) {
        kinds.merge(kind, 1L, Long::sum);
    }

    synchronized void unreachable(String name, String reason) {
        count(FileKind.UNREADABLE);
        LogPath path = LogPath.parse(name);
        name(new Unreadable(name, reason, 0, path.place(), path.delivered()));
    }

    synchronized long count(FileKind first, FileKind... more) {
        long sum = kinds.getOrDefault(first, 0L);
        for (FileKind kind : more) {
            sum += kinds.getOrDefault(kind, 0L);
        }
        return sum;
    }

    synchronized Reading reading() {
        List<Unreadable> all = new ArrayList<>(unreadable);
        inputs.sort(null);
        if (unnamed > 0) {
            all.addFirst(whole(unnamed + " more could not be read and are not listed"));
        }
        if (places.isFull()) {
            all.addFirst(
                    whole(
                            "names more accounts and regions than the first "
                                    + PlaceCounts.MOST_PLACES
                                    + ", which are listed"));
        }
        return new Reading(records, bytes, kinds, all, places.seen(), inputs, Reading.Notes.NONE);
    }

    private void name(Unreadable one) {
        unreadable.add(one);
        if (unreadable.size() > MOST_UNREADABLE) {
            unreadable.pollLast();
            unnamed++;
        }
    }

    private static Unreadable whole(String reason) {
        return new Unreadable(".", reason, 0, new Place("", ""), Instant.EPOCH);
    }
}
