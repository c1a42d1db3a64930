package dev.glasstrail.session;

import dev.glasstrail.trail.TrailEvent;
import java.util.Comparator;

/// A record that a session made, and why it is counted to that session.
public record Act(TrailEvent event, Join join) {

    static final Comparator<Act> ORDER =
            Comparator.comparing((Act act) -> act.event().call().time())
                    .thenComparing(act -> act.event().key());

    /// The evidence that ties a record to its session, in words for people.
    public enum Join {
        KEY("principal, session name and creation date"),
        TIME("session name and time, the record has no session context"),
        BY_SERVICE("principal and time, a service acted for the session"),
        ACCESS_KEY("long-term access key");

        private final String words;

        Join(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }
}
