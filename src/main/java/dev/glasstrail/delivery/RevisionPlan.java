package dev.glasstrail.delivery;

import java.util.regex.Pattern;

/// The place of one delivery.
///
/// @param job first part of the place, such as `weekly`
/// @param label of the window, such as `2026-W46`
/// @param revision from 1
/// @param existing a revision of this number is there already: the same bytes are expected, and
///   anything else is refused
public record RevisionPlan(String job, String label, int revision, boolean existing) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    public RevisionPlan {
        requireName("job", job);
        requireName("label", label);
        if (revision < 1) {
            throw new IllegalArgumentException("revision is " + revision + ", it counts from 1");
        }
    }

    private static void requireName(String what, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "%s is \"%s\": want letters, digits, dots, dashes and underscores, a letter or digit first"
                            .formatted(what, name));
        }
    }
}
