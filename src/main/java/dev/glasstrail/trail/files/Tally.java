package dev.glasstrail.trail.files;

import dev.glasstrail.trail.PlaceCounts;
import dev.glasstrail.trail.Reading;
import dev.glasstrail.trail.Reading.FileKind;
import dev.glasstrail.trail.Reading.InputFile;
import dev.glasstrail.trail.Reading.Notes;
import dev.glasstrail.trail.Reading.Place;
import dev.glasstrail.trail.Reading.Seen;
import dev.glasstrail.trail.Reading.Shortfall;
import dev.glasstrail.trail.Reading.Unreadable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Adds up what all files held, the same sum in whatever order they come. Called by several
/// threads.
final class Tally {

    static final int MOST_UNREADABLE = 10_000;

    /// As AWS spells one; the records of a folder that is spelled otherwise name theirs.
    private static final Pattern REGION = Pattern.compile("[a-z]{2,5}(-[a-z]+)+-[0-9]");

    private final Map<FileKind, Long> kinds = new EnumMap<>(FileKind.class);
    private final TreeSet<Unreadable> unreadable = new TreeSet<>();
    private final PlaceCounts places = new PlaceCounts(PlaceCounts.MOST_PLACES);
    private final List<InputFile> inputs = new ArrayList<>();
    private final Set<Place> held = new TreeSet<>();
    private final List<Shortfall> remarks = new ArrayList<>();
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

    /// A place that has a folder of its own.
    synchronized void place(Place place) {
        held.add(place);
    }

    /// Whether no place is known to have a folder of its own.
    synchronized boolean hasNoPlace() {
        return held.isEmpty();
    }

    synchronized void remark(Shortfall remark) {
        remarks.add(remark);
    }

    synchronized long count(FileKind first, FileKind... more) {
        long sum = kinds.getOrDefault(first, 0L);
        for (FileKind kind : more) {
            sum += kinds.getOrDefault(kind, 0L);
        }
        return sum;
    }

    /// The sum.
    ///
    /// @param wanted places that are missed where there is nothing of them
    /// @param store in words
    synchronized Reading reading(Places wanted, String store) {
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
        return new Reading(
                records,
                bytes,
                kinds,
                all,
                coverage(wanted, store),
                inputs,
                new Notes(remarks, List.of()));
    }

    /// A folder without a log of these days is told too: its silence may be a trail's end.
    private List<Seen> coverage(Places wanted, String store) {
        Set<Place> known = new TreeSet<>(held);
        places.seen().forEach(seen -> known.add(seen.place()));
        return places.seen(
                held.stream().filter(place -> REGION.matcher(place.region()).matches()).toList(),
                ExpectedPlaces.missing(wanted, known, store));
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
