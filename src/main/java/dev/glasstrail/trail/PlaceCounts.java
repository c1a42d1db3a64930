package dev.glasstrail.trail;

import dev.glasstrail.trail.Reading.Place;
import dev.glasstrail.trail.Reading.Seen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What was seen of each account and region.
///
/// Both stand in hostile records, so their number is limited. The first in order are kept, which
/// are the same ones whatever the order of reading: one that was left out never comes back.
public final class PlaceCounts {

    /// More accounts and regions than any organisation has.
    public static final int MOST_PLACES = 10_000;

    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{1,12}");
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,40}");

    private final int most;
    private final TreeMap<Place, Count> counts = new TreeMap<>();
    private boolean full;
    private Place lastPlace = new Place("", "");
    private @Nullable Count last;

    /// @param most places that are told apart
    public PlaceCounts(int most) {
        this.most = most;
    }

    /// Counts the file that was read for the places that its records name, because paths may spell
    /// a place in another way; for the place of its path where it names none.
    public void countFile(Place ofPath) {
        if (counts.isEmpty() && !ofPath.region().isEmpty()) {
            count(ofPath);
        }
        counts.values().forEach(count -> count.files++);
    }

    /// Counts a record for the place that it names.
    public void record(TrailEvent event) {
        Instant time = event.call().time();
        place(event.key().recipientAccountId(), event.call().region()).add(1, time, time);
    }

    /// Adds what was seen elsewhere.
    public void addAll(PlaceCounts others) {
        full |= others.full;
        others.counts.forEach((place, other) -> {
            Count count = count(place);
            count.files += other.files;
            if (other.records > 0) {
                count.add(other.records, other.first, other.lastTime);
            }
        });
    }

    /// Whether some places were left out.
    public boolean isFull() {
        return full;
    }

    /// Ascending by place.
    public List<Seen> seen() {
        List<Seen> seen = new ArrayList<>(counts.size());
        counts.forEach((place, count) -> seen.add(count.of(place)));
        return seen;
    }

    /// Ascending by place, with places of which nothing was seen: one that was asked for and gave
    /// no record may be quiet, or its logs may be missing.
    ///
    /// @param asked places that were asked for
    /// @param gaps places of which nothing, or not everything, could be read
    public List<Seen> seen(Collection<Place> asked, Collection<Seen> gaps) {
        Map<Place, Seen> coverage = new TreeMap<>();
        asked.forEach(place -> coverage.put(place, Seen.missing(place, "")));
        seen().forEach(seen -> coverage.put(seen.place(), seen));
        gaps.forEach(gap -> coverage.merge(gap.place(), gap, PlaceCounts::with));
        return List.copyOf(coverage.values());
    }

    private static Seen with(Seen seen, Seen gap) {
        return new Seen(
                seen.place(), seen.files(), seen.records(), seen.first(), seen.last(), gap.gap());
    }

    /// Neighbours in a file mostly share their place, which saves looking it up.
    private Count place(String account, String region) {
        Count known = last;
        if (known != null
                && lastPlace.account().equals(account)
                && lastPlace.region().equals(region)) {
            return known;
        }
        lastPlace = new Place(account, region);
        Count count = count(plain(lastPlace));
        last = count;
        return count;
    }

    private Count count(Place place) {
        Count known = counts.get(place);
        if (known != null) {
            return known;
        }
        Count count = new Count();
        counts.put(place, count);
        if (counts.size() > most) {
            counts.pollLastEntry();
            full = true;
        }
        return count;
    }

    private static Place plain(Place place) {
        return new Place(
                ACCOUNT.matcher(place.account()).matches() ? place.account() : "",
                REGION.matcher(place.region()).matches() ? place.region() : "");
    }

    private static final class Count {

        private long files;
        private long records;
        private Instant first = Instant.EPOCH;
        private Instant lastTime = Instant.EPOCH;

        void add(long more, Instant earliest, Instant latest) {
            if (records == 0 || earliest.isBefore(first)) {
                first = earliest;
            }
            if (records == 0 || latest.isAfter(lastTime)) {
                lastTime = latest;
            }
            records += more;
        }

        Seen of(Place place) {
            return new Seen(place, files, records, first, lastTime, "");
        }
    }
}
