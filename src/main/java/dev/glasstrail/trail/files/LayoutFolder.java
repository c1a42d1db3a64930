package dev.glasstrail.trail.files;

import dev.glasstrail.aws.BucketFolder;
import dev.glasstrail.trail.Reading.Place;
import java.util.regex.Pattern;

/// A folder of a bucket and what it is in CloudTrail's layout, by the names on the way to it:
/// `[prefix/]AWSLogs/[o-…/]<account>/CloudTrail/<region>/yyyy/MM/dd/`.
///
/// The prefix is free, and people choose words of the layout for it: AWS Control Tower the id of
/// the organization, others an account's id or `CloudTrail`. Copies, on the other hand, leave
/// `AWSLogs` out. So names above an `AWSLogs` are taken for what they may be, and it settles what
/// they are.
///
/// @param prefix of the keys in it, ending in `/`; `""` for the whole bucket
/// @param level where it stands
/// @param settled whether it is `AWSLogs` or lies below it, so that its level is certain
/// @param place as far as the names tell it
/// @param region prefix of the region's own folder, where this is it or lies in it; else `""`
record LayoutFolder(String prefix, Level level, boolean settled, Place place, String region) {

    /// Where a folder stands in the layout.
    enum Level {
        /// Nothing tells what it is; `AWSLogs` may lie below it.
        ABOVE,
        /// `AWSLogs`.
        LOGS,
        /// `o-…`, of an organization's trail.
        ORGANISATION,
        /// An account's id.
        ACCOUNT,
        /// `CloudTrail`, or a sibling of it that holds records too.
        TRAIL,
        /// A region, or a year, month or day in one.
        REGION,
        /// Not CloudTrail's, or digests or Insight events.
        ASIDE
    }

    private static final Pattern ORGANISATION = Pattern.compile("o-[a-z0-9]{10,32}");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern TRAIL =
            Pattern.compile("CloudTrail(?!-Digest$|-Insight$)(?:-[A-Za-z]+)?");
    private static final Pattern ASIDE = Pattern.compile("CloudTrail-(?:Digest|Insight)");
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]+");
    private static final Pattern LIKE_A_REGION = Pattern.compile("[a-z]{2}[a-z-]+[0-9]{1,2}");
    private static final Pattern DATE = Pattern.compile("[0-9]{2}|[0-9]{4}");
    private static final Place NOWHERE = new Place("", "");
    private static final LayoutFolder BUCKET =
            new LayoutFolder("", Level.ABOVE, false, NOWHERE, "");

    static LayoutFolder of(BucketFolder folder) {
        LayoutFolder at = BUCKET;
        for (String name : folder.prefix().split("/", -1)) {
            at =
                    name.isEmpty() && at.prefix.length() == folder.prefix().length()
                            ? at
                            : at.child(name);
        }
        return at;
    }

    /// The folder of this name in this one.
    LayoutFolder child(String name) {
        String below = prefix + name + "/";
        Level next = settled ? next(name) : likely(name);
        return switch (next) {
            case ABOVE -> new LayoutFolder(below, next, false, NOWHERE, "");
            case LOGS -> new LayoutFolder(below, next, true, NOWHERE, "");
            case ACCOUNT -> new LayoutFolder(below, next, settled, new Place(name, ""), "");
            case REGION ->
                    level == Level.REGION
                            ? new LayoutFolder(below, next, settled, place, region)
                            : new LayoutFolder(
                                    below, next, settled, new Place(place.account(), name), below);
            case ORGANISATION, TRAIL, ASIDE ->
                    new LayoutFolder(below, next, settled, place, region);
        };
    }

    /// Whether it lies in an account's folder, where the logs of other services do.
    boolean isBesideTrail() {
        return level == Level.ASIDE && !place.account().isEmpty();
    }

    /// Whether it is a region's own folder, and none of the dates in it.
    boolean isWholeRegion() {
        return level == Level.REGION && prefix.equals(region);
    }

    /// At or below `AWSLogs` every name is one of the layout, or not CloudTrail's.
    private Level next(String name) {
        return switch (level) {
            case LOGS ->
                    matches(ORGANISATION, name)
                            ? Level.ORGANISATION
                            : orAside(ACCOUNT, name, Level.ACCOUNT);
            case ORGANISATION -> orAside(ACCOUNT, name, Level.ACCOUNT);
            case ACCOUNT -> orAside(TRAIL, name, Level.TRAIL);
            case TRAIL -> orAside(REGION, name, Level.REGION);
            case REGION -> Level.REGION;
            case ABOVE, ASIDE -> Level.ASIDE;
        };
    }

    /// What a name may be as long as no `AWSLogs` is on the way to it.
    private Level likely(String name) {
        if (name.equals("AWSLogs")) {
            return Level.LOGS;
        }
        if (level == Level.ASIDE || (level == Level.ACCOUNT && matches(ASIDE, name))) {
            return Level.ASIDE;
        }
        if ((level == Level.TRAIL && matches(LIKE_A_REGION, name))
                || (level == Level.REGION && matches(DATE, name))) {
            return Level.REGION;
        }
        if (matches(TRAIL, name)) {
            return Level.TRAIL;
        }
        if (matches(ACCOUNT, name)) {
            return Level.ACCOUNT;
        }
        return matches(ORGANISATION, name) ? Level.ORGANISATION : Level.ABOVE;
    }

    private static Level orAside(Pattern pattern, String name, Level level) {
        return matches(pattern, name) ? level : Level.ASIDE;
    }

    private static boolean matches(Pattern pattern, String name) {
        return pattern.matcher(name).matches();
    }
}
