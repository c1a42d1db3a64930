package dev.glasstrail.trail.lookup;

import dev.glasstrail.trail.OpeningCalls;
import dev.glasstrail.trail.ParsedRecord;
import dev.glasstrail.trail.RecordText;
import dev.glasstrail.trail.TrailEvent;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.cloudtrail.model.Event;

/// Finds out whether the history knows the openings of a role by its arn. That is nowhere promised,
/// so an opening that is found by its name is looked for by its role.
///
/// @param histories of which one is enough
/// @param span to look for an opening in
record RoleTrial(List<History> histories, History.Span span, Allowance allowance) {

    /// False too where nothing was found to try.
    boolean succeeds() throws InterruptedException {
        for (History history : histories) {
            Optional<Event> opening = anyOpening(history);
            if (opening.isPresent()) {
                return isFoundByItsRole(history, opening.get());
            }
        }
        return false;
    }

    private boolean isFoundByItsRole(History history, Event opening) throws InterruptedException {
        Instant time = opening.eventTime();
        return allowance.take()
                && history
                        .page(
                                Lookup.ofResource(role(opening)),
                                new History.Span(time, time.plusSeconds(1)),
                                null)
                        .map(History.Page::events)
                        .orElse(List.of())
                        .stream()
                        .anyMatch(found -> Objects.equals(found.eventId(), opening.eventId()));
    }

    private Optional<Event> anyOpening(History history) throws InterruptedException {
        if (!history.failure().isEmpty() || !allowance.take()) {
            return Optional.empty();
        }
        return history
                .page(Lookup.ofName("AssumeRole"), span, null)
                .map(History.Page::events)
                .orElse(List.of())
                .stream()
                .filter(event -> event.eventTime() != null && !role(event).isEmpty())
                .findFirst();
    }

    /// The role that an event gave somebody; `""` for any other event.
    static String role(Event event) {
        return RecordText.record(Objects.toString(event.cloudTrailEvent(), ""))
                                instanceof ParsedRecord.Recognised(TrailEvent opening)
                        && !opening.outcome().failed()
                ? OpeningCalls.roleArn(opening)
                : "";
    }
}
