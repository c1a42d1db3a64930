package dev.glasstrail.demo.story;

import java.util.List;

/// Everything that people did, in and around the week.
public final class Stories {

    private Stories() {}

    /// The stories, uses of break-glass first.
    public static List<Story> all() {
        return List.of(new DatabaseRestore());
    }
}
