package dev.glasstrail.trail.files;

import dev.glasstrail.aws.BucketFolder;
import dev.glasstrail.trail.Reading.Place;
import java.util.regex.Pattern;

/// A folder of a bucket and what it is in CloudTrail's layout, by the names on the way to it:
/// `[prefix/]AWSLogs/[o-…/]<account>/CloudTrail/<region>/yyyy/MM/dd/`.
///
/// @param prefix of the keys in it, ending in `/`; `""` for the whole bucket
/// @param level where it stands
/// @param place as far as the names tell it
/// @param region prefix of the region's own folder, where this is it or lies in it; else `""`
record LayoutFolder(String prefix, Level level, Place place, String region) {

    /// Where a folder stands in the layout.
    enum Level {
        /// Nothing of the layout is on the way to it.
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
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]+");
    private static final LayoutFolder BUCKET =
            new LayoutFolder("", Level.ABOVE, new Place("", ""), "");

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
        Level next =
                switch (level) {
                    case ABOVE -> top(name);
                    case LOGS, ORGANISATION -> {
                        Level known = top(name);
                        yield known == Level.ACCOUNT
                                        || (known == Level.ORGANISATION && level == Level.LOGS)
                                ? known
                                : Level.ASIDE;
                    }
                    case ACCOUNT -> matches(TRAIL, name, Level.TRAIL);
                    case TRAIL -> matches(REGION, name, Level.REGION);
                    case REGION -> Level.REGION;
                    case ASIDE -> Level.ASIDE;
                };
        boolean isRegion = level == Level.TRAIL && next == Level.REGION;
        return new LayoutFolder(
                below,
                next,
                new Place(
                        next == Level.ACCOUNT ? name : place.account(),
                        isRegion ? name : place.region()),
                isRegion ? below : region);
    }

    /// Whether it lies in an account's folder, where the logs of other services do.
    boolean isBesideTrail() {
        return level == Level.ASIDE && !place.account().isEmpty();
    }

    private static Level top(String name) {
        if (name.equals("AWSLogs")) {
            return Level.LOGS;
        }
        if (ORGANISATION.matcher(name).matches()) {
            return Level.ORGANISATION;
        }
        if (ACCOUNT.matcher(name).matches()) {
            return Level.ACCOUNT;
        }
        return TRAIL.matcher(name).matches() ? Level.TRAIL : Level.ABOVE;
    }

    private static Level matches(Pattern pattern, String name, Level level) {
        return pattern.matcher(name).matches() ? level : Level.ASIDE;
    }
}
