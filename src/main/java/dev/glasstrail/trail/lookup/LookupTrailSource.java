package dev.glasstrail.trail.lookup;

import dev.glasstrail.aws.AwsClients;
import dev.glasstrail.aws.AwsFailures;
import dev.glasstrail.aws.Caller;
import dev.glasstrail.aws.Sleeper;
import dev.glasstrail.trail.GlobalRegion;
import dev.glasstrail.trail.ReadPlan;
import dev.glasstrail.trail.ReadRequest;
import dev.glasstrail.trail.Reading;
import dev.glasstrail.trail.Reading.Place;
import dev.glasstrail.trail.Reading.Seen;
import dev.glasstrail.trail.TrailException;
import dev.glasstrail.trail.TrailSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;

/// Reads CloudTrail's event history: openings by the watched roles and by the names of the calls,
/// then what each session did by its name.
///
/// It needs nothing set up and sees little: management events of 90 days, of the accounts and
/// regions that it asks one by one. What it does not see stands in the [Reading]. Calls are bounded
/// over all scans of a run.
public final class LookupTrailSource implements TrailSource {

    /// A minute less than CloudTrail keeps, so that the first second is still there when it is
    /// asked for.
    private static final Duration KEPT = Duration.ofDays(90).minusMinutes(1);

    private final AwsClients aws;
    private final HistoryPlaces wanted;
    private final Total total = new Total();
    private final Allowance allowance;
    private final Clock clock;
    private final Sleeper sleeper;
    private List<History> histories = List.of();

    /// @param maxLookups calls to LookupEvents that one run may make, at least 1
    /// @param sleeper waits between two calls to one account and region
    public LookupTrailSource(
            AwsClients aws, HistoryPlaces wanted, int maxLookups, Clock clock, Sleeper sleeper) {
        this.aws = aws;
        this.wanted = wanted;
        this.allowance = new Allowance(maxLookups);
        this.clock = clock;
        this.sleeper = sleeper;
    }

    @Override
    public String kind() {
        return "lookup";
    }

    /// {@inheritDoc}
    ///
    /// @throws TrailException if no account and region answers, or the stretch of time ended before
    ///   the history begins
    @Override
    public Reading read(ReadRequest request, Sink sink)
            throws TrailException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("given up before the event history was asked");
        }
        Instant oldest = oldest();
        requireKept(request, oldest);
        request.progress().started(0);
        try {
            Followed followed = new Followed(request);
            Harvest harvest = new Harvest(request, sink, followed, total);
            Round round =
                    new Round(
                            histories(),
                            span(request, oldest),
                            allowance,
                            followed,
                            harvest,
                            request.progress());
            round.run(Agenda.of(request));
            requireOneAnswers();
            return reading(request, oldest, round, harvest);
        } finally {
            request.progress().finished();
        }
    }

    @Override
    public ReadPlan plan(ReadRequest request) throws TrailException, InterruptedException {
        requireKept(request, oldest());
        return new ReadPlan(new Forecast(wanted, allowance, Agenda.of(request)).lines(), List.of());
    }

    private Instant oldest() {
        return clock.instant().minus(KEPT).truncatedTo(ChronoUnit.SECONDS);
    }

    private static History.Span span(ReadRequest request, Instant oldest) {
        return new History.Span(
                request.from().isBefore(oldest) ? oldest : request.from(), request.to());
    }

    private static void requireKept(ReadRequest request, Instant oldest) throws TrailException {
        if (!request.to().isAfter(oldest)) {
            throw new TrailException(
                    "CloudTrail's event history goes back 90 days, to %s, and the window is read to %s; read the trail itself with --source athena or --logs"
                            .formatted(oldest, request.to()));
        }
    }

    /// Asks once who asks; both scans of a run ask the same places.
    private List<History> histories() throws TrailException, InterruptedException {
        if (!histories.isEmpty()) {
            return histories;
        }
        Caller caller = caller();
        List<String> accounts =
                wanted.accounts().isEmpty() ? List.of(caller.account()) : wanted.accounts();
        List<String> regions =
                wanted.regions().isEmpty()
                        ? GlobalRegion.with(caller.partition(), caller.region())
                        : wanted.regions();
        List<History> made = new ArrayList<>();
        for (String account : accounts) {
            for (String region : regions) {
                made.add(history(caller, new Place(account, region)));
            }
        }
        histories = List.copyOf(made);
        return histories;
    }

    private Caller caller() throws TrailException, InterruptedException {
        try {
            return Caller.of(aws);
        } catch (SdkException failure) {
            AwsFailures.rethrowInterruption(failure);
            throw new TrailException(
                    AwsFailures.line(
                            "the event history cannot be asked", Caller.PERMISSION, failure),
                    failure);
        }
    }

    private History history(Caller caller, Place place) {
        boolean isOwn = place.account().equals(caller.account());
        History history =
                new History(
                        place,
                        isOwn
                                ? aws.cloudTrail(place.region())
                                : aws.cloudTrail(
                                        caller.partition(), place.account(), place.region()),
                        clock,
                        sleeper);
        if (!isOwn && !wanted.reader()) {
            history.fail(
                    "the credentials at hand are of account %s, and no role is named to read another; give aws.reader"
                            .formatted(caller.account()));
        }
        return history;
    }

    private void requireOneAnswers() throws TrailException {
        if (histories.stream()
                .allMatch(history -> !history.answered() && !history.failure().isEmpty())) {
            throw new TrailException(histories.getFirst().failure());
        }
    }

    private Reading reading(ReadRequest request, Instant oldest, Round round, Harvest harvest) {
        List<Place> places = histories.stream().map(History::place).toList();
        return new Reading(
                total.records(),
                total.characters(),
                Map.of(),
                harvest.unreadable(),
                total.places().seen(places, gaps(request, oldest, round)),
                List.of(),
                new Reading.Notes(
                        new Blind()
                                .always(places, oldest)
                                .of(request, round)
                                .unasked(unasked(round))
                                .clock(aws.clockAhead())
                                .shortfalls(),
                        List.of()));
    }

    private Unasked unasked(Round round) {
        return new Unasked(round.unasked(), allowance.used(), allowance.most());
    }

    private List<Seen> gaps(ReadRequest request, Instant oldest, Round round) {
        List<Seen> gaps = new ArrayList<>();
        for (History history : histories) {
            String gap = gap(history, request, oldest, round);
            if (!gap.isEmpty()) {
                gaps.add(Seen.missing(history.place(), gap));
            }
        }
        return gaps;
    }

    private String gap(History history, ReadRequest request, Instant oldest, Round round) {
        if (!history.failure().isEmpty()) {
            return history.failure();
        }
        String unasked = unasked(round).gap(history);
        if (!unasked.isEmpty()) {
            return unasked;
        }
        return request.from().isBefore(oldest)
                ? "the event history begins at " + oldest + ", after the time that is read begins"
                : "";
    }
}
