package dev.glasstrail.alarm.eventbridge;

import dev.glasstrail.alarm.AlertRule;
import dev.glasstrail.alarm.RuleId;
import dev.glasstrail.alarm.RuleState;
import dev.glasstrail.alarm.Target;
import dev.glasstrail.alarm.Unread;
import dev.glasstrail.aws.AwsFailures;
import dev.glasstrail.trail.Reading.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.DeadLetterConfig;
import software.amazon.awssdk.services.eventbridge.model.DescribeRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.ListRulesResponse;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;

/// The rules of one account and region. The SDK turns no pages of EventBridge's lists.
final class PlaceRules {

    private final Place place;
    private final Predicate<String> wanted;
    private final List<AlertRule> rules = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();

    /// @param wanted whether a rule of that name is
    PlaceRules(Place place, Predicate<String> wanted) {
        this.place = place;
        this.wanted = wanted;
    }

    /// @param connection makes the client, which may fail as its calls may
    void read(Supplier<EventBridgeClient> connection) throws InterruptedException {
        try {
            EventBridgeClient client = connection.get();
            for (String name : names(client)) {
                rule(client, name).ifPresent(rules::add);
            }
        } catch (SdkException failure) {
            fail("the alert rules cannot be listed", "events:ListRules", failure);
        }
    }

    List<AlertRule> rules() {
        return List.copyOf(rules);
    }

    /// What of this place could not be read; empty when every wanted rule was.
    List<Unread> unread() {
        return List.copyOf(unread);
    }

    private SequencedSet<String> names(EventBridgeClient client) {
        SequencedSet<String> names = new TreeSet<>();
        String token = null;
        do {
            String next = token;
            ListRulesResponse page = client.listRules(request -> request.nextToken(next));
            page.rules().stream()
                    .map(rule -> Objects.toString(rule.name(), ""))
                    .filter(name -> !name.isEmpty() && wanted.test(name))
                    .forEach(names::add);
            token = page.nextToken();
        } while (token != null);
        return names;
    }

    private Optional<AlertRule> rule(EventBridgeClient client, String name)
            throws InterruptedException {
        String what = "the rule " + AwsFailures.shown(name);
        try {
            DescribeRuleResponse rule = client.describeRule(request -> request.name(name));
            Optional<RuleState> state = RuleState.of(Objects.toString(rule.stateAsString(), ""));
            if (state.isEmpty()) {
                refuse(
                        "%s has the state \"%s\", which this program does not know; look it up in EventBridge"
                                .formatted(
                                        what,
                                        AwsFailures.shown(
                                                Objects.toString(rule.stateAsString(), ""))));
                return Optional.empty();
            }
            return Optional.of(
                    new AlertRule(
                            RuleId.ofDefaultBus(place, name),
                            state.get(),
                            Objects.toString(rule.eventPattern(), ""),
                            targets(client, name)));
        } catch (ResourceNotFoundException _) {
            refuse(what + " was deleted while the rules were read; read them again");
        } catch (SdkException failure) {
            fail(
                    what + " cannot be read",
                    "events:DescribeRule and events:ListTargetsByRule",
                    failure);
        }
        return Optional.empty();
    }

    private static List<Target> targets(EventBridgeClient client, String rule) {
        List<Target> targets = new ArrayList<>();
        String token = null;
        do {
            String next = token;
            ListTargetsByRuleResponse page =
                    client.listTargetsByRule(request -> request.rule(rule).nextToken(next));
            page.targets().stream().map(PlaceRules::target).forEach(targets::add);
            token = page.nextToken();
        } while (token != null);
        return targets.stream().distinct().toList();
    }

    private static Target target(software.amazon.awssdk.services.eventbridge.model.Target target) {
        DeadLetterConfig deadLetters = target.deadLetterConfig();
        return new Target(
                Objects.toString(target.id(), ""),
                Objects.toString(target.arn(), ""),
                deadLetters == null ? "" : Objects.toString(deadLetters.arn(), ""));
    }

    private void fail(String what, String permission, SdkException failure)
            throws InterruptedException {
        AwsFailures.rethrowInterruption(failure);
        refuse(AwsFailures.line(what, permission, place.region(), failure));
    }

    private void refuse(String text) {
        unread.add(Unread.of(place, text));
    }
}
