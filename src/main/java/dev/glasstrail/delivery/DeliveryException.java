package dev.glasstrail.delivery;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A delivery that did not take place. The message is one line: the thing, the rule, what was
/// found, the next step.
public final class DeliveryException extends Exception {

    private static final long serialVersionUID = 1L;

    /// Why it did not take place.
    public enum Reason {
        /// Another report lies there.
        DIFFERS,
        /// Another run delivered this revision in the meantime.
        OVERTAKEN,
        /// The disk is full or the quota used up.
        NO_ROOM,
        /// The operating system does not let this user write there.
        NOT_ALLOWED,
        /// There is no such place and none can be made: a file in the way, a name too long.
        NO_PLACE,
        /// Anything else that a disk can do.
        BROKEN
    }

    private final Reason reason;
    private final transient Path place;

    public DeliveryException(Reason reason, Path place, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.place = place;
    }

    public Reason reason() {
        return reason;
    }

    /// What could not be written, or lies there already.
    public Path place() {
        return place;
    }
}
