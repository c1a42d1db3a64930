package dev.glasstrail.trail.lookup;

import dev.glasstrail.trail.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import software.amazon.awssdk.services.cloudtrail.model.Event;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttributeKey;

/// One scan: every lookup in every account and region, as long as calls are left.
///
/// Whatever has many pages is asked in turns with its like, and what the request names stops at
/// half of the calls until the sessions that it brought to light were looked up. Then all that is
/// left is taken up again where it was left.
final class Round {

    private final List<History> histories;
    private final History.Span span;
    private final Allowance allowance;
    private final Followed followed;
    private final Harvest harvest;
    private final Progress progress;
    private final Turns few = new Turns();
    private final Turns many = new Turns();
    private final Turns sessions = new Turns();
    private final Set<Lookup> begun = new HashSet<>();
    private final List<Question> questions = new ArrayList<>();
    private final Set<Lookup> fruitful = new HashSet<>();
    private final Map<Lookup, Integer> calls = new HashMap<>();
    private boolean byResource;

    Round(
            List<History> histories,
            History.Span span,
            Allowance allowance,
            Followed followed,
            Harvest harvest,
            Progress progress) {
        this.histories = histories;
        this.span = span;
        this.allowance = allowance;
        this.followed = followed;
        this.harvest = harvest;
        this.progress = progress;
    }

    /// Questions that were not asked to their end for want of calls, in the order in which they
    /// came up.
    List<Question> unasked() {
        return questions.stream().filter(Question::isOpen).toList();
    }

    /// Whether openings were found by the roles' names alone, without the busy names.
    boolean isByResource() {
        return byResource;
    }

    void run(Agenda agenda) throws InterruptedException {
        add(few, agenda.roles());
        add(few, agenda.quiet());
        follow();
        ask(few, this::half);
        ask(sessions, this::quarter);
        byResource =
                rolesAreKnown(agenda.roles())
                        && new RoleTrial(histories, span, allowance).succeeds();
        if (!byResource) {
            add(many, agenda.busy());
            ask(many, this::half);
            ask(sessions, this::quarter);
        }
        askTheRest();
    }

    private int half() {
        return allowance.most() / 2;
    }

    private int quarter() {
        return allowance.most() / 4;
    }

    /// Calls that are kept for the next scan: it looks up again whom the watched identities gave
    /// credentials to.
    private int kept() {
        return followed.again().stream()
                .map(Lookup::ofUser)
                .mapToInt(lookup -> Math.max(calls.getOrDefault(lookup, 0), histories.size()))
                .sum();
    }

    private void askTheRest() throws InterruptedException {
        List<Turns> all = List.of(sessions, few, many);
        boolean asked = true;
        while (asked) {
            asked = false;
            for (Turns turns : all) {
                asked |= askOne(turns, this::kept);
            }
        }
    }

    private void ask(Turns turns, IntSupplier kept) throws InterruptedException {
        boolean asked = true;
        while (asked) {
            asked = askOne(turns, kept);
        }
    }

    /// False if there is nothing to ask, or no call for it.
    private boolean askOne(Turns turns, IntSupplier kept) throws InterruptedException {
        Optional<Question> turn = turns.next();
        if (turn.isEmpty()) {
            return false;
        }
        Question question = turn.get();
        if (!allowance.takeLeaving(kept.getAsInt())) {
            turns.giveBack(question);
            return false;
        }
        calls.merge(question.lookup(), 1, Integer::sum);
        take(question, question.next());
        turns.add(question);
        return true;
    }

    private void take(Question question, List<Event> events) {
        if (question.lookup().key() == LookupAttributeKey.RESOURCE_NAME
                && !fruitful.contains(question.lookup())
                && events.stream()
                        .anyMatch(
                                event -> RoleTrial.role(event).equals(question.lookup().value()))) {
            fruitful.add(question.lookup());
        }
        long before = harvest.records();
        events.forEach(event -> harvest.take(event, question.history().place()));
        progress.read(0, harvest.records() - before);
        follow();
    }

    private void follow() {
        for (String name = followed.next(); !name.isEmpty(); name = followed.next()) {
            add(sessions, List.of(Lookup.ofUser(name)));
        }
    }

    private void add(Turns turns, List<Lookup> lookups) {
        for (Lookup lookup : lookups) {
            if (begun.add(lookup)) {
                for (History history : histories) {
                    Question question = new Question(history, lookup, span);
                    questions.add(question);
                    turns.add(question);
                }
            }
        }
    }

    /// Whether the arns of the watched roles are whole, and not merely unknown to the history.
    private boolean rolesAreKnown(List<Lookup> roles) {
        return !roles.isEmpty()
                && roles.stream()
                        .allMatch(role -> role.isOfRoleWithPath() || fruitful.contains(role));
    }
}
