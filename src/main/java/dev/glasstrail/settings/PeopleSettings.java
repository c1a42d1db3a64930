package dev.glasstrail.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Who the people behind the ids are.
///
/// @param file what `aws identitystore list-users` printed, or a CSV of user id and e-mail; null
///   for none
public record PeopleSettings(@Nullable Path file) {

    /// Nobody is known by more than the logs say.
    public static final PeopleSettings DEFAULTS = new PeopleSettings(null);
}
