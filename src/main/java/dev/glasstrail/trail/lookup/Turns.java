package dev.glasstrail.trail.lookup;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Questions that are asked in turns, a page each, so that one with many pages does not use up the
/// calls of the others.
final class Turns {

    private final Deque<Question> waiting = new ArrayDeque<>();

    /// It waits behind all others.
    void add(Question question) {
        waiting.add(question);
    }

    /// Whose turn it is, if anybody's; it is out of the row then.
    Optional<Question> next() {
        while (!waiting.isEmpty() && !waiting.getFirst().isOpen()) {
            waiting.removeFirst();
        }
        return Optional.ofNullable(waiting.pollFirst());
    }

    /// It keeps its turn.
    void giveBack(Question question) {
        waiting.addFirst(question);
    }
}
