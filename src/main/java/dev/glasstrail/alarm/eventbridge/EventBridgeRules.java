package dev.glasstrail.alarm.eventbridge;

import dev.glasstrail.alarm.AlertRule;
import dev.glasstrail.alarm.AlertRules;
import dev.glasstrail.alarm.RuleBook;
import dev.glasstrail.alarm.Unread;
import dev.glasstrail.aws.AwsClients;
import dev.glasstrail.aws.AwsFailures;
import dev.glasstrail.aws.Caller;
import dev.glasstrail.trail.Glob;
import dev.glasstrail.trail.GlobalRegion;
import dev.glasstrail.trail.Reading.Place;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.core.exception.SdkException;

/// Asks EventBridge for the rules of the default bus, to which CloudTrail's events come.
///
/// What it tells is true of the moment it is asked. A place counts as looked at when every rule in
/// it that is wanted was read: a rule that could not be read must not pass for one that is not
/// there.
public final class EventBridgeRules implements AlertRules {

    private final AwsClients aws;
    private final List<String> accounts;
    private final List<String> regions;
    private final List<Glob> names;
    private final Clock clock;

    /// @param accounts their ids; empty for the account at hand
    /// @param regions empty for the one at hand and the one that has the records of global services
    /// @param names of the rules that are wanted; empty for all
    public EventBridgeRules(
            AwsClients aws,
            Collection<String> accounts,
            Collection<String> regions,
            Collection<Glob> names,
            Clock clock) {
        this.aws = aws;
        this.accounts = List.copyOf(accounts);
        this.regions = List.copyOf(regions);
        this.names = List.copyOf(names);
        this.clock = clock;
    }

    @Override
    public RuleBook read() throws InterruptedException {
        List<AlertRule> rules = new ArrayList<>();
        Map<Place, Instant> looked = new TreeMap<>();
        List<Unread> unread = new ArrayList<>();
        try {
            Caller caller = Caller.of(aws);
            for (Place place : places(caller)) {
                Instant asked = clock.instant();
                PlaceRules of = new PlaceRules(place, this::isWanted);
                of.read(() -> aws.eventBridge(caller, place.account(), place.region()));
                rules.addAll(of.rules());
                unread.addAll(of.unread());
                if (of.unread().isEmpty()) {
                    looked.put(place, asked);
                }
            }
        } catch (SdkException failure) {
            AwsFailures.rethrowInterruption(failure);
            unread.add(
                    Unread.of(
                            Unread.NOWHERE,
                            AwsFailures.line(
                                    "no alert rule can be read", Caller.PERMISSION, failure)));
        }
        return new RuleBook(rules, looked, unread);
    }

    private Collection<Place> places(Caller caller) {
        Collection<Place> places = new TreeSet<>();
        for (String account : accounts.isEmpty() ? List.of(caller.account()) : accounts) {
            for (String region :
                    regions.isEmpty()
                            ? GlobalRegion.with(caller.partition(), caller.region())
                            : regions) {
                places.add(new Place(account, region));
            }
        }
        return places;
    }

    private boolean isWanted(String name) {
        return names.isEmpty() || names.stream().anyMatch(glob -> glob.matches(name));
    }
}
