package dev.glasstrail.trail.lookup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudtrail.model.Event;

/// One lookup in one account and region, which may be left and taken up again between two pages.
final class Question {

    private final History history;
    private final Lookup lookup;
    private final History.Span span;
    private Instant back;
    private @Nullable String token;
    private boolean ended;

    Question(History history, Lookup lookup, History.Span span) {
        this.history = history;
        this.lookup = lookup;
        this.span = span;
        this.back = span.to();
    }

    History history() {
        return history;
    }

    Lookup lookup() {
        return lookup;
    }

    /// How far back it came; the end of the stretch where it was not begun.
    Instant back() {
        return back;
    }

    /// Whether there is more to ask, and somebody who answers.
    boolean isOpen() {
        return !ended && history.failure().isEmpty();
    }

    /// The next page, newest first; empty if the place does not give it.
    List<Event> next() throws InterruptedException {
        Optional<History.Page> page = history.page(lookup, span, token);
        if (page.isEmpty()) {
            return List.of();
        }
        back = page.get().reached(back);
        token = page.get().next();
        ended = token == null;
        return page.get().events();
    }
}
