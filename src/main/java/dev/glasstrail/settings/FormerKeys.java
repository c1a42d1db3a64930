package dev.glasstrail.settings;

import java.util.Map;
import java.util.Optional;

/// Keys that an earlier version had, so that an old file is told what to change.
///
/// @param renamed the old key to the new one
/// @param retired the old key to what to do instead, one clause
record FormerKeys(Map<String, String> renamed, Map<String, String> retired) {

    /// The first version has none.
    static final FormerKeys OF_EARLIER_VERSIONS = new FormerKeys(Map.of(), Map.of());

    FormerKeys {
        renamed = Map.copyOf(renamed);
        retired = Map.copyOf(retired);
    }

    /// What to say about a key; empty where no version ever had it.
    Optional<String> advice(String path) {
        String newName = renamed.get(path);
        if (newName != null) {
            return Optional.of("%s is now called %s; rename it".formatted(path, newName));
        }
        return Optional.ofNullable(retired.get(path))
                .map(instead -> "%s is gone; %s".formatted(path, instead));
    }
}
