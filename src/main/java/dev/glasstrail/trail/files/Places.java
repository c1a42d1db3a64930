package dev.glasstrail.trail.files;

import dev.glasstrail.trail.Reading.Place;
import java.util.List;

/// The accounts and regions whose logs are wanted of a bucket, and expected in it.
///
/// @param accounts ids; empty means all that the bucket holds
/// @param regions such as `eu-central-1`; empty likewise
public record Places(List<String> accounts, List<String> regions) {

    /// Whatever the bucket holds.
    public static final Places ALL = new Places(List.of(), List.of());

    public Places {
        accounts = List.copyOf(accounts);
        regions = List.copyOf(regions);
    }

    /// Whether a place that a path names is none of these. What a path does not name, or spells in
    /// a way of its own, is not held against it.
    boolean leaveOut(Place place) {
        return isOther(accounts, place.account()) || isOther(regions, place.region());
    }

    private static boolean isOther(List<String> wanted, String name) {
        return !wanted.isEmpty()
                && !name.isEmpty()
                && wanted.stream().noneMatch(one -> bare(one).equals(bare(name)));
    }

    /// Copies of a bucket spell regions without hyphens at times.
    private static String bare(String name) {
        return name.replace("-", "");
    }
}
