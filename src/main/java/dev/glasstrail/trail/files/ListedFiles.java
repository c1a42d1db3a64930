package dev.glasstrail.trail.files;

import dev.glasstrail.trail.Reading.Place;
import dev.glasstrail.trail.Reading.Seen;
import dev.glasstrail.trail.Reading.Shortfall;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/// What a listing says of the files that would be read, without reading any.
final class ListedFiles implements LogStore.Visitor {

    private static final int MOST_NAMED = 20;

    private final DeliveryDays days;
    private final List<String> folders = new ArrayList<>();
    private final TreeSet<Place> places = new TreeSet<>();
    private final List<Shortfall> remarks = new ArrayList<>();
    private long foldersInAll;
    private long files;
    private long archived;
    private long bytes;

    ListedFiles(DeliveryDays days) {
        this.days = days;
    }

    /// The sum of the sizes, as stored.
    long bytes() {
        return bytes;
    }

    /// Sentences for people.
    ///
    /// @param store in words
    List<String> lines(String store, Places wanted) {
        List<String> lines = new ArrayList<>();
        lines.add(
                String.format(
                        Locale.ROOT,
                        "Reads %,d files, %,d bytes as stored, below %s.",
                        files,
                        bytes,
                        store));
        if (archived > 0) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "%,d of them lie in GLACIER or DEEP_ARCHIVE: those that are not"
                                    + " restored before the run cannot be read.",
                            archived));
        }
        if (foldersInAll > 0) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "Lists %,d folders of CloudTrail's layout, from the deliveries of %s"
                                    + " to those of %s: %s.",
                            foldersInAll,
                            days.first(),
                            days.last(),
                            named()));
            lines.add(
                    "Does not list digests, Insight events and the logs of other services, which"
                            + " lie in folders of their own.");
            for (Seen gap : ExpectedPlaces.missing(wanted, places, store)) {
                lines.add(
                        String.format(
                                Locale.ROOT,
                                "Cannot read account %s, region %s: %s.",
                                orAny(gap.place().account()),
                                orAny(gap.place().region()),
                                gap.gap()));
            }
        }
        remarks.forEach(remark -> lines.add(remark.text()));
        return lines;
    }

    @Override
    public void file(StoredFile file) {
        if (!days.leaveOut(LogPath.parse(file.name()))) {
            files++;
            archived += file.isArchived() ? 1 : 0;
            bytes += file.size();
        }
    }

    @Override
    public void other(String name) {}

    @Override
    public void unreachable(String name, String reason) {}

    @Override
    public void folder(String name, Place place) {
        places.add(place);
        foldersInAll++;
        if (folders.size() < MOST_NAMED) {
            folders.add(name.isEmpty() ? "itself" : Reason.plain(name));
        }
    }

    @Override
    public void remark(Shortfall remark) {
        remarks.add(remark);
    }

    private String named() {
        String names = String.join(", ", folders);
        return foldersInAll > folders.size()
                ? String.format(
                        Locale.ROOT, "%s and %,d more", names, foldersInAll - folders.size())
                : names;
    }

    private static String orAny(String name) {
        return name.isEmpty() ? "any" : name;
    }
}
