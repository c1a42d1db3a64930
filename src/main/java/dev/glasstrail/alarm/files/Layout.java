package dev.glasstrail.alarm.files;

import com.fasterxml.jackson.databind.JsonNode;
import dev.glasstrail.alarm.RuleId;
import dev.glasstrail.alarm.Unread;
import dev.glasstrail.trail.Reading.Place;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What lies where in the folder.
final class Layout {

    static final String COLLECTED_AT = "collected-at";
    static final String LIST_RULES = "list-rules.json";
    static final String DESCRIBE_RULE = "describe-rule.json";
    static final String LIST_TARGETS = "list-targets-by-rule.json";
    static final String METRIC_INPUT = "get-metric-data-input.json";
    static final String METRIC_DATA = "get-metric-data.json";

    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern REGION = Pattern.compile("[a-z]{2,8}(-[a-z]+)+-[0-9]{1,2}");
    private static final Set<String> OF_PLACE =
            Set.of(COLLECTED_AT, LIST_RULES, METRIC_INPUT, METRIC_DATA);
    private static final Set<String> OF_RULE =
            Set.of(DESCRIBE_RULE, LIST_TARGETS, METRIC_INPUT, METRIC_DATA);

    private final Tree tree;

    Layout(Tree tree) {
        this.tree = tree;
    }

    Tree tree() {
        return tree;
    }

    /// The folder of an account and region.
    record PlaceFolder(Place place, Path path) {

        Path file(String name) {
            return path.resolve(name);
        }
    }

    /// Every folder of an account and region, and what lies beside them.
    List<PlaceFolder> places(List<Unread> unread) {
        List<PlaceFolder> places = new ArrayList<>();
        List<Path> foreign = new ArrayList<>();
        for (Path account : children(tree.root(), Unread.NOWHERE, unread)) {
            if (!isNamed(account, ACCOUNT)) {
                foreign.add(account);
                continue;
            }
            List<Path> others = new ArrayList<>();
            Place inAccount = new Place(last(account), "");
            for (Path region : children(account, inAccount, unread)) {
                if (isNamed(region, REGION)) {
                    Place place = new Place(last(account), last(region));
                    places.add(new PlaceFolder(place, region));
                } else {
                    others.add(region);
                }
            }
            tellForeign(account, others, "a folder for each region", inAccount, unread);
        }
        tellForeign(tree.root(), foreign, "a folder for each account", Unread.NOWHERE, unread);
        if (places.isEmpty() && unread.isEmpty()) {
            unread.add(
                    Unread.of(
                            Unread.NOWHERE,
                            tree.name(tree.root())
                                    + " holds no folder of an account and region; fill it with"
                                    + " `glasstrail setup collect-alarm`"));
        }
        return places;
    }

    /// The folders of rules in a place, and what lies beside them and in them.
    List<Path> rules(PlaceFolder place, List<Unread> unread) {
        List<Path> rules = new ArrayList<>();
        List<Path> foreign = new ArrayList<>();
        for (Path child : children(place.path(), place.place(), unread)) {
            if (OF_PLACE.contains(last(child))) {
                continue;
            }
            if (!tree.isFolder(child)) {
                foreign.add(child);
                continue;
            }
            rules.add(child);
            List<Path> others = new ArrayList<>();
            for (Path file : children(child, place.place(), unread)) {
                if (!OF_RULE.contains(last(file))) {
                    others.add(file);
                }
            }
            tellForeign(child, others, "four files of a rule", place.place(), unread);
        }
        tellForeign(place.path(), foreign, "a folder for each rule", place.place(), unread);
        return rules;
    }

    /// When the CLI was run in a place.
    Instant collectedAt(PlaceFolder place) throws Unusable {
        Path file = place.file(COLLECTED_AT);
        String command = "date -u +%Y-%m-%dT%H:%M:%SZ";
        String text = new String(tree.bytes(file, command), StandardCharsets.UTF_8).strip();
        try {
            return Instant.parse(text);
        } catch (DateTimeException _) {
            throw new Unusable(
                    "%s is \"%s\", which is no time in UTC; write when the CLI was run, as %s prints it"
                            .formatted(tree.name(file), Shown.of(text), command));
        }
    }

    /// The rule that a folder describes; empty if it cannot be told.
    Optional<RuleId> ruleIn(Path folder) {
        try {
            JsonNode rule = tree.object(folder.resolve(DESCRIBE_RULE), "aws events describe-rule");
            return RuleId.ofArn(rule.path("Arn").asText());
        } catch (Unusable _) {
            // Whoever reads the rules has said it.
            return Optional.empty();
        }
    }

    private List<Path> children(Path folder, Place place, List<Unread> unread) {
        try {
            return tree.children(folder);
        } catch (Unusable unusable) {
            unread.add(Unread.of(place, unusable.line()));
            return List.of();
        }
    }

    private boolean isNamed(Path path, Pattern pattern) {
        return pattern.matcher(last(path)).matches() && tree.isFolder(path);
    }

    private void tellForeign(
            Path folder, List<Path> foreign, String expected, Place place, List<Unread> unread) {
        if (!foreign.isEmpty()) {
            unread.add(
                    Unread.of(
                            place,
                            "%s holds what is no part of it and was not read: %s; keep only %s there"
                                    .formatted(
                                            tree.name(folder),
                                            Shown.list(foreign.stream().map(Layout::last).toList()),
                                            expected)));
        }
    }

    private static String last(Path path) {
        return String.valueOf(path.getFileName());
    }
}
