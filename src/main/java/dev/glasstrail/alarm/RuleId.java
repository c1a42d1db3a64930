package dev.glasstrail.alarm;

import dev.glasstrail.trail.Reading.Place;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which rule of EventBridge, in which account and region.
///
/// @param place the account and region that hold it
/// @param bus the event bus; CloudTrail's events come to `default` alone
/// @param name as EventBridge spells it
public record RuleId(Place place, String bus, String name) implements Comparable<RuleId> {

    /// The bus of every account that needs no name.
    public static final String DEFAULT_BUS = "default";

    private static final Pattern ARN =
            Pattern.compile(
                    "arn:[^:]+:events:(?<region>[^:]*):(?<account>[^:]*):rule/(?:(?<bus>[^/]+)/)?(?<name>[^/]+)");

    private static final Comparator<RuleId> ORDER =
            Comparator.comparing(RuleId::place)
                    .thenComparing(RuleId::bus)
                    .thenComparing(RuleId::name);

    public RuleId {
        if (bus.isEmpty() || name.isEmpty()) {
            throw new IllegalArgumentException(
                    "a rule has a bus and a name; found \"%s\" and \"%s\"".formatted(bus, name));
        }
    }

    /// A rule of the default bus.
    public static RuleId ofDefaultBus(Place place, String name) {
        return new RuleId(place, DEFAULT_BUS, name);
    }

    /// The rule that an ARN names.
    ///
    /// @param arn such as `arn:aws:events:eu-central-1:111122223333:rule/break-glass`
    /// @return empty if it names no rule
    public static Optional<RuleId> ofArn(String arn) {
        Matcher matcher = ARN.matcher(arn);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String bus = matcher.group("bus");
        return Optional.of(
                new RuleId(
                        new Place(matcher.group("account"), matcher.group("region")),
                        bus == null ? DEFAULT_BUS : bus,
                        matcher.group("name")));
    }

    /// Whether it is on the bus that CloudTrail's events come to.
    public boolean isOnDefaultBus() {
        return bus.equals(DEFAULT_BUS);
    }

    @Override
    public int compareTo(RuleId other) {
        return ORDER.compare(this, other);
    }

    /// For people: the name, with its bus where that is not the default one.
    @Override
    public String toString() {
        return isOnDefaultBus() ? name : bus + "/" + name;
    }
}
