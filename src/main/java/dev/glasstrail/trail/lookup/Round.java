package dev.glasstrail.trail.lookup;

import dev.glasstrail.aws.AwsFailures;
import dev.glasstrail.trail.OpeningCalls;
import dev.glasstrail.trail.ParsedRecord;
import dev.glasstrail.trail.Progress;
import dev.glasstrail.trail.RecordText;
import dev.glasstrail.trail.TrailEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudtrail.model.Event;
import software.amazon.awssdk.services.sts.model.StsException;

/// One scan: every lookup in every account and region, as long as calls are left.
final class Round {

    private final List<History> histories;
    private final History.Span span;
    private final Allowance allowance;
    private final Followed followed;
    private final Harvest harvest;
    private final Progress progress;
    private final List<Unasked> unasked = new ArrayList<>();
    private final Set<Lookup> fruitful = new HashSet<>();
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

    /// A lookup that was not made, or not to its end.
    ///
    /// @param back how far back it came; the end of the stretch where it was not begun
    record Unasked(History history, Lookup lookup, Instant back) {}

    /// What was not asked for want of calls, in order.
    List<Unasked> unasked() {
        return List.copyOf(unasked);
    }

    /// Whether openings were found by the roles' names alone, without the busy names.
    boolean isByResource() {
        return byResource;
    }

    void run(Agenda agenda) throws InterruptedException {
        askAll(agenda.roles(), allowance::take);
        askAll(agenda.quiet(), allowance::take);
        follow();
        byResource = rolesAreKnown(agenda.roles()) && resourceNamesWork();
        if (!byResource) {
            askAll(agenda.busy(), allowance::takeOfHalf);
        }
        follow();
    }

    private void follow() throws InterruptedException {
        for (String name = followed.next(); !name.isEmpty(); name = followed.next()) {
            askAll(List.of(Lookup.ofUser(name)), allowance::take);
        }
    }

    private void askAll(List<Lookup> lookups, BooleanSupplier call) throws InterruptedException {
        for (Lookup lookup : lookups) {
            for (History history : histories) {
                ask(history, lookup, call);
            }
        }
    }

    private void ask(History history, Lookup lookup, BooleanSupplier call)
            throws InterruptedException {
        Instant back = span.to();
        String token = null;
        do {
            if (!history.failure().isEmpty()) {
                return;
            }
            if (!call.getAsBoolean()) {
                unasked.add(new Unasked(history, lookup, back));
                return;
            }
            Optional<History.Page> page = page(history, lookup, span, token);
            if (page.isEmpty()) {
                return;
            }
            if (!page.get().events().isEmpty()) {
                fruitful.add(lookup);
            }
            long before = harvest.records();
            page.get().events().forEach(event -> harvest.take(event, history.place()));
            progress.read(0, harvest.records() - before);
            back = page.get().reached(back);
            token = page.get().next();
        } while (token != null);
    }

    /// Whether the arns of the watched roles are whole, and not merely unknown to the history.
    private boolean rolesAreKnown(List<Lookup> roles) {
        return !roles.isEmpty()
                && roles.stream()
                        .allMatch(role -> role.isOfRoleWithPath() || fruitful.contains(role));
    }

    /// Whether the history knows the openings of a role by its arn. That is nowhere promised, so an
    /// opening that is found by its name is looked for by its role.
    private boolean resourceNamesWork() throws InterruptedException {
        for (History history : histories) {
            Optional<Event> opening = anyOpening(history);
            if (opening.isPresent()) {
                Lookup byRole = Lookup.ofResource(role(opening.get()));
                Instant time = opening.get().eventTime();
                return allowance.take()
                        && page(history, byRole, new History.Span(time, time.plusSeconds(1)), null)
                                .map(History.Page::events)
                                .orElse(List.of())
                                .stream()
                                .anyMatch(found ->
                                        Objects.equals(found.eventId(), opening.get().eventId()));
            }
        }
        return false;
    }

    private Optional<Event> anyOpening(History history) throws InterruptedException {
        if (!history.failure().isEmpty() || !allowance.take()) {
            return Optional.empty();
        }
        return page(history, Lookup.ofName("AssumeRole"), span, null)
                .map(History.Page::events)
                .orElse(List.of())
                .stream()
                .filter(event -> event.eventTime() != null && !role(event).isEmpty())
                .findFirst();
    }

    private static String role(Event event) {
        return RecordText.record(Objects.toString(event.cloudTrailEvent(), ""))
                                instanceof ParsedRecord.Recognised(TrailEvent opening)
                        && !opening.outcome().failed()
                ? OpeningCalls.roleArn(opening)
                : "";
    }

    /// A page; empty if the place does not give it, and is asked no more.
    private static Optional<History.Page> page(
            History history, Lookup lookup, History.Span span, @Nullable String token)
            throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("given up between two lookups");
        }
        try {
            return Optional.of(history.page(lookup, span, token));
        } catch (SdkException failure) {
            AwsFailures.rethrowInterruption(failure);
            history.fail(
                    AwsFailures.line(
                            "the event history cannot be read",
                            failure instanceof StsException
                                    ? "sts:AssumeRole of the role in aws.reader"
                                    : "cloudtrail:LookupEvents",
                            failure));
            return Optional.empty();
        }
    }
}
