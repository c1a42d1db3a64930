package dev.glasstrail.trail.files;

import dev.glasstrail.aws.BucketFolder;
import dev.glasstrail.trail.Reading.Place;
import dev.glasstrail.trail.Reading.Shortfall;
import dev.glasstrail.trail.TrailException;
import dev.glasstrail.trail.files.LayoutFolder.Level;
import java.util.ArrayList;
import java.util.List;

/// Finds the regions' folders of CloudTrail's layout at or below a folder of a bucket, asking for
/// no log file.
///
/// Above `AWSLogs` anything may lie, so the search is bounded there, and what looks like a part of
/// the layout is searched for an `AWSLogs` too; below it the names tell what each folder is. Used
/// once.
final class LayoutSearch {

    /// Folders between the bucket's and `AWSLogs`.
    private static final int DEEPEST = 3;

    private static final int MOST_LISTED_ABOVE = 100;
    private static final int MOST_ENTRIES_ABOVE = 10_000;
    private static final int MOST_STRAYS = 1_000;
    private static final int MOST_NAMED = 5;

    private final BucketListing listing;
    private final BucketFolder root;
    private final Places wanted;
    private final List<LayoutFolder> regions = new ArrayList<>();
    private final List<StoredFile> strays = new ArrayList<>();
    private final List<LayoutFolder> aside = new ArrayList<>();
    private boolean found;
    private boolean cut;
    private int listedAbove;

    LayoutSearch(BucketListing listing, BucketFolder root, Places wanted) {
        this.listing = listing;
        this.root = root;
        this.wanted = wanted;
    }

    /// What there is of CloudTrail's layout.
    ///
    /// @param found whether there is any
    /// @param regions wanted ones, each with all its days or those that the bucket's folder is of
    /// @param strays files that lie in the folders on the way
    /// @param remarks what was not looked into
    record Layout(
            boolean found,
            List<LayoutFolder> regions,
            List<StoredFile> strays,
            List<Shortfall> remarks) {}

    Layout layout() throws TrailException, InterruptedException {
        LayoutFolder start = LayoutFolder.of(root);
        if (start.level() == Level.ABOVE) {
            above(start);
        } else {
            down(start);
        }
        return new Layout(found, regions, strays, found ? remarks() : List.of());
    }

    private void above(LayoutFolder start) throws TrailException, InterruptedException {
        List<LayoutFolder> level = List.of(start);
        for (int depth = 0; depth <= DEEPEST && !level.isEmpty(); depth++) {
            List<LayoutFolder> next = new ArrayList<>();
            for (LayoutFolder folder : level) {
                next.addAll(unknownIn(folder));
            }
            level = next;
        }
        aside.addAll(level);
    }

    /// The folders in one above the layout that may have it further down; none beside the layout.
    private List<LayoutFolder> unknownIn(LayoutFolder folder)
            throws TrailException, InterruptedException {
        if (listedAbove == MOST_LISTED_ABOVE) {
            aside.add(folder);
            return List.of();
        }
        listedAbove++;
        List<LayoutFolder> children = children(folder, MOST_ENTRIES_ABOVE);
        List<LayoutFolder> unknown =
                children.stream().filter(child -> child.level() == Level.ABOVE).toList();
        if (unknown.size() == children.size()) {
            return unknown;
        }
        aside.addAll(unknown);
        for (LayoutFolder child : children) {
            if (child.level() != Level.ABOVE) {
                down(child);
            }
        }
        return List.of();
    }

    private void down(LayoutFolder folder) throws TrailException, InterruptedException {
        if (folder.settled() && wanted.leaveOut(folder.place())) {
            found = true;
            return;
        }
        switch (folder.level()) {
            case LOGS, ORGANISATION, ACCOUNT, TRAIL -> {
                found |= folder.settled() && folder.level() == Level.TRAIL;
                into(folder);
            }
            case REGION -> region(folder);
            case ASIDE, ABOVE -> {
                if (!folder.isBesideTrail()) {
                    aside.add(folder);
                }
            }
        }
    }

    private void into(LayoutFolder folder) throws TrailException, InterruptedException {
        if (folder.settled()) {
            for (LayoutFolder child : children(folder, Integer.MAX_VALUE)) {
                down(child);
            }
            return;
        }
        List<LayoutFolder> children = children(folder, MOST_ENTRIES_ABOVE);
        boolean isAllUnknown = children.stream().allMatch(child -> child.level() == Level.ABOVE);
        for (LayoutFolder child : children) {
            if (isAllUnknown) {
                above(child);
            } else if (!isOther(child)) {
                down(child);
            }
        }
    }

    /// Whether it has the logs of an account that is not wanted. The account's own folder may lead
    /// to those of another, as long as no `AWSLogs` is on the way to it.
    private boolean isOther(LayoutFolder child) {
        boolean isOther =
                child.level() == Level.REGION
                        && wanted.leaveOut(new Place(child.place().account(), ""));
        found |= isOther;
        return isOther;
    }

    private void region(LayoutFolder folder) throws TrailException, InterruptedException {
        if (!folder.settled() && folder.isWholeRegion() && isOnlyPrefix(folder)) {
            return;
        }
        found = true;
        if (!wanted.leaveOut(folder.place())) {
            regions.add(folder);
        }
    }

    /// Whether what looks like a region holds something else instead of dates, as the prefix of a
    /// trail may.
    private boolean isOnlyPrefix(LayoutFolder folder) throws TrailException, InterruptedException {
        boolean hasDates = false;
        boolean hasOthers = false;
        for (LayoutFolder child : children(folder, MOST_ENTRIES_ABOVE)) {
            if (child.level() == Level.REGION) {
                hasDates = true;
            } else {
                hasOthers = true;
                down(child);
            }
        }
        return hasOthers && !hasDates;
    }

    private List<LayoutFolder> children(LayoutFolder folder, int most)
            throws TrailException, InterruptedException {
        List<LayoutFolder> children = new ArrayList<>();
        listing.level(
                folder.prefix(),
                new BucketListing.Listener() {
                    private int entries;

                    @Override
                    public boolean object(String key, StoredFile file) {
                        if (strays.size() < MOST_STRAYS) {
                            strays.add(file);
                        } else {
                            cut = true;
                        }
                        return goOn();
                    }

                    @Override
                    public boolean folder(String name) {
                        children.add(folder.child(name));
                        return goOn();
                    }

                    private boolean goOn() {
                        cut |= ++entries == most;
                        return entries < most;
                    }
                });
        return children;
    }

    private List<Shortfall> remarks() {
        List<Shortfall> remarks = new ArrayList<>();
        if (!aside.isEmpty()) {
            List<String> names =
                    aside.stream()
                            .limit(MOST_NAMED)
                            .map(folder -> Reason.plain(root.nameOf(folder.prefix())))
                            .toList();
            remarks.add(
                    new Shortfall(
                            "FOLDERS_NOT_LISTED",
                            "%s holds folders that are not of CloudTrail's layout and were not read (%s%s); if logs lie in them, give each folder that holds AWSLogs a run of its own."
                                    .formatted(
                                            root,
                                            String.join(", ", names),
                                            aside.size() > MOST_NAMED
                                                    ? ", " + (aside.size() - MOST_NAMED) + " more"
                                                    : "")));
        }
        if (cut) {
            remarks.add(
                    new Shortfall(
                            "OBJECTS_NOT_LISTED",
                            "%s holds more objects and folders beside CloudTrail's layout than are looked at, and the rest was not read; give the folder that holds AWSLogs."
                                    .formatted(root)));
        }
        return remarks;
    }
}
