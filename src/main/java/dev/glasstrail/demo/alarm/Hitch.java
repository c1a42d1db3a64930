package dev.glasstrail.demo.alarm;

import dev.glasstrail.demo.story.Script;
import java.util.Arrays;

/// What goes wrong with the alarm of one opening.
enum Hitch {
    NONE("", ""),
    /// Slack refuses the message for good; the event ends in the dead-letter queue.
    NOT_DELIVERED("chain-across-accounts", "AssumeRoleWithSAML"),
    /// Slack asks for patience; the message comes more than seven minutes later.
    LATE("command-line-login", "AssumeRoleWithSAML"),
    /// The message comes, but CloudWatch never gets the count of the event.
    NOT_COUNTED("made-and-undone", "AssumeRoleWithSAML"),
    /// The alarm saw an opening that is in none of the logs.
    NOT_LOGGED("lost-opening", "AssumeRole");

    private final String story;
    private final String label;

    Hitch(String story, String label) {
        this.story = story;
        this.label = label;
    }

    /// What went wrong with the alarm of an opening.
    static Hitch of(long seed, String eventId) {
        return Arrays.stream(values())
                .filter(hitch -> hitch != NONE && hitch.eventId(seed).equals(eventId))
                .findFirst()
                .orElse(NONE);
    }

    /// The opening that it happens to.
    String eventId(long seed) {
        return Script.eventId(seed, story, label);
    }
}
