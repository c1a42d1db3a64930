package dev.glasstrail.alarm.files;

import com.fasterxml.jackson.databind.JsonNode;
import dev.glasstrail.alarm.AlertRule;
import dev.glasstrail.alarm.RuleBook;
import dev.glasstrail.alarm.RuleId;
import dev.glasstrail.alarm.RuleState;
import dev.glasstrail.alarm.Target;
import dev.glasstrail.alarm.Unread;
import dev.glasstrail.alarm.files.Layout.PlaceFolder;
import dev.glasstrail.trail.Glob;
import dev.glasstrail.trail.Reading.Place;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Reads the rules of a folder, once.
final class RuleReader {

    private static final String DESCRIBE = "aws events describe-rule";
    private static final String LIST_TARGETS = "aws events list-targets-by-rule";

    private final Layout layout;
    private final Tree tree;
    private final List<Glob> wanted;
    private final Map<RuleId, Path> folders = new TreeMap<>();
    private final List<AlertRule> rules = new ArrayList<>();
    private final Map<Place, Instant> looked = new TreeMap<>();
    private final List<Unread> unread = new ArrayList<>();

    RuleReader(Layout layout, List<Glob> wanted) {
        this.layout = layout;
        this.tree = layout.tree();
        this.wanted = wanted;
    }

    RuleBook read() {
        for (PlaceFolder place : layout.places(unread)) {
            place(place);
        }
        return new RuleBook(rules, looked, unread);
    }

    private void place(PlaceFolder place) {
        Instant at = collectedAt(place);
        List<Path> children = layout.rules(place, unread);
        for (Path folder : children) {
            try {
                rule(place, folder);
            } catch (Unusable unusable) {
                tell(place, unusable.line());
            }
        }
        try {
            RuleList list = RuleList.of(tree, place);
            compare(place, list, children);
            if (holdsAll(list)) {
                looked.put(place.place(), at);
            }
        } catch (Unusable unusable) {
            tell(place, unusable.line());
        }
    }

    private Instant collectedAt(PlaceFolder place) {
        try {
            return layout.collectedAt(place);
        } catch (Unusable unusable) {
            tell(place, unusable.line());
            return Instant.MIN;
        }
    }

    private void rule(PlaceFolder place, Path folder) throws Unusable {
        Path file = folder.resolve(Layout.DESCRIBE_RULE);
        JsonNode json = tree.object(file, DESCRIBE);
        RuleId id = id(place, file, json);
        if (!isWanted(id)) {
            return;
        }
        Path other = folders.putIfAbsent(id, folder);
        if (other != null) {
            throw new Unusable(
                    "%s describes the rule %s, as %s does; keep the newer folder of the two"
                            .formatted(tree.name(file), Shown.of(id.toString()), tree.name(other)));
        }
        String state = json.path("State").asText();
        RuleState known =
                RuleState.of(state)
                        .orElseThrow(() ->
                                new Unusable(
                                        "%s has the State \"%s\", which this program does not know; ask for a version that does"
                                                .formatted(tree.name(file), Shown.of(state))));
        rules.add(
                new AlertRule(
                        id, known, json.path("EventPattern").asText(), targets(place, folder)));
    }

    /// The ARN decides; the folders say where the person believed to be.
    private RuleId id(PlaceFolder place, Path file, JsonNode json) throws Unusable {
        String arn = json.path("Arn").asText();
        RuleId id =
                RuleId.ofArn(arn)
                        .orElseThrow(() ->
                                new Unusable(
                                        "%s has the Arn \"%s\", which names no rule; keep what %s prints"
                                                .formatted(
                                                        tree.name(file), Shown.of(arn), DESCRIBE)));
        if (!id.place().equals(place.place())) {
            throw new Unusable(
                    "%s is about %s of %s in %s; move it to the folder of that account and region"
                            .formatted(
                                    tree.name(file),
                                    Shown.of(id.toString()),
                                    Shown.of(id.place().account()),
                                    Shown.of(id.place().region())));
        }
        return id;
    }

    private List<Target> targets(PlaceFolder place, Path folder) throws Unusable {
        Path file = folder.resolve(Layout.LIST_TARGETS);
        JsonNode json = tree.object(file, LIST_TARGETS);
        if (!json.path("Targets").isArray()) {
            throw new Unusable(
                    "%s has no Targets; keep what %s prints"
                            .formatted(tree.name(file), LIST_TARGETS));
        }
        if (json.hasNonNull("NextToken")) {
            tell(
                    place,
                    "%s has a NextToken, so there are more targets; run %s without --max-items"
                            .formatted(tree.name(file), LIST_TARGETS));
        }
        List<Target> targets = new ArrayList<>();
        for (JsonNode target : json.path("Targets")) {
            targets.add(
                    new Target(
                            target.path("Id").asText(),
                            target.path("Arn").asText(),
                            target.path("DeadLetterConfig").path("Arn").asText()));
        }
        return targets;
    }

    /// Rules that are listed and have no folder, and rules that have one and are not listed. The
    /// list is of the default bus.
    private void compare(PlaceFolder place, RuleList list, List<Path> children) {
        List<String> names =
                children.stream().map(folder -> String.valueOf(folder.getFileName())).toList();
        for (RuleId id : list.rules()) {
            if (isWanted(id) && !folders.containsKey(id) && !names.contains(id.name())) {
                tell(
                        place,
                        "%s names the rule %s, which has no folder; collect it with %s --name and %s --rule"
                                .formatted(
                                        tree.name(list.file()),
                                        Shown.of(id.toString()),
                                        DESCRIBE,
                                        LIST_TARGETS));
            }
        }
        folders.forEach((id, folder) -> {
            boolean isHere = id.place().equals(place.place()) && id.isOnDefaultBus();
            if (isHere && !list.rules().contains(id)) {
                tell(
                        place,
                        "%s describes the rule %s, which %s does not name; collect both at the same time"
                                .formatted(
                                        tree.name(folder),
                                        Shown.of(id.toString()),
                                        tree.name(list.file())));
            }
        });
    }

    /// Whether every alert rule of a list was read. Of a place where one was not, nobody knows what
    /// it has.
    private boolean holdsAll(RuleList list) {
        return list.rules().stream()
                .filter(this::isWanted)
                .allMatch(id -> rules.stream().anyMatch(rule -> rule.id().equals(id)));
    }

    private boolean isWanted(RuleId id) {
        return wanted.stream().anyMatch(glob -> glob.matches(id.name()));
    }

    private void tell(PlaceFolder place, String line) {
        unread.add(Unread.of(place.place(), line));
    }
}
