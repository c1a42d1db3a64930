package dev.glasstrail.trail.lookup;

import dev.glasstrail.trail.ClockSkew;
import dev.glasstrail.trail.Glob;
import dev.glasstrail.trail.Need;
import dev.glasstrail.trail.ReadRequest;
import dev.glasstrail.trail.Reading.Place;
import dev.glasstrail.trail.Reading.Shortfall;
import dev.glasstrail.trail.Watch;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What a scan of the event history did not see, or cannot see, in the order of weight.
final class Blind {

    private final List<Shortfall> shortfalls = new ArrayList<>();

    /// What no lookup shows.
    ///
    /// @param places that were asked
    /// @param oldest the earliest time that the history has
    Blind always(List<Place> places, Instant oldest) {
        add(
                Shortfall.DATA_EVENTS_NOT_SEEN,
                "CloudTrail's event history has no data events: reads and writes of S3 objects, items of tables and the like, and invocations of functions, are not in this report.");
        List<String> accounts = places.stream().map(Place::account).distinct().sorted().toList();
        List<String> regions = places.stream().map(Place::region).distinct().sorted().toList();
        add(
                "OTHER_ACCOUNTS_NOT_SEEN",
                "Only the event history of %s %s in %s was looked up: what was done in another account or region is not in this report."
                        .formatted(
                                accounts.size() == 1 ? "account" : "accounts",
                                String.join(", ", accounts),
                                String.join(", ", regions)));
        add(
                "HISTORY_90_DAYS",
                "The event history goes back 90 days, to %s UTC: nothing before that was looked up."
                        .formatted(oldest.atOffset(ZoneOffset.UTC).toLocalDate()));
        return this;
    }

    /// What the way in which this scan asked leaves out.
    Blind of(ReadRequest request, Round round) {
        if (request.needs().stream().anyMatch(need -> need instanceof Need.WatchedActions)) {
            add(
                    "SESSIONS_BY_NAME_ONLY",
                    "The event history is asked by the names of sessions: a session is seen only where its opening%s was found."
                            .formatted(round.isByResource() ? "" : ", or a change that it made,"));
        }
        if (Agenda.of(request).asksForMentions()) {
            add(
                    "RESOURCES_BY_LISTED_NAME_ONLY",
                    "The event history knows a resource only by the names that CloudTrail lists with a record, so that other records which mention it are not seen.");
        }
        usersByPattern(request);
        if (round.isByResource()) {
            shortfalls.addFirst(
                    new Shortfall(
                            "REFUSALS_BY_ROLE_ONLY",
                            "Openings were looked up by the ARNs of the watched roles: a refused attempt whose record does not list the role is not in this report."));
        }
        return this;
    }

    /// What this scan had no calls left for.
    Blind unasked(Unasked unasked) {
        if (!unasked.isEmpty()) {
            shortfalls.addFirst(new Shortfall("LOOKUPS_EXHAUSTED", unasked.sentence()));
        }
        return this;
    }

    Blind clock(Duration ahead) {
        ClockSkew.of(ahead).ifPresent(shortfalls::add);
        return this;
    }

    List<Shortfall> shortfalls() {
        return List.copyOf(shortfalls);
    }

    private void usersByPattern(ReadRequest request) {
        List<String> patterns =
                request.needs().stream()
                        .flatMap(Blind::watch)
                        .flatMap(watch -> watch.users().stream())
                        .filter(user -> !Agenda.isPlain(user))
                        .map(Glob::text)
                        .distinct()
                        .toList();
        if (!patterns.isEmpty()) {
            add(
                    "USERS_BY_PATTERN_NOT_SEEN",
                    "The event history cannot be asked for users by a pattern: those of %s were seen only where they signed in to the console; name each of them in full."
                            .formatted(String.join(", ", patterns)));
        }
    }

    private void add(String code, String text) {
        shortfalls.add(new Shortfall(code, text));
    }

    private static Stream<Watch> watch(Need need) {
        return need instanceof Need.WatchedActions(Watch watch) ? Stream.of(watch) : Stream.empty();
    }
}
