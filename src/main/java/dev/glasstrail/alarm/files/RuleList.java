package dev.glasstrail.alarm.files;

import com.fasterxml.jackson.databind.JsonNode;
import dev.glasstrail.alarm.RuleId;
import dev.glasstrail.alarm.files.Layout.PlaceFolder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// The rules that a place has, as `aws events list-rules` tells them.
///
/// @param file that says so
/// @param rules all of the bus that was asked for
record RuleList(Path file, SortedSet<RuleId> rules) {

    private static final String COMMAND = "aws events list-rules";

    /// Reads the list. One that is not whole proves nothing.
    static RuleList of(Tree tree, PlaceFolder place) throws Unusable {
        Path file = place.file(Layout.LIST_RULES);
        JsonNode json = tree.object(file, COMMAND);
        if (!json.path("Rules").isArray()) {
            throw new Unusable(
                    "%s has no Rules; keep what %s prints".formatted(tree.name(file), COMMAND));
        }
        if (json.hasNonNull("NextToken")) {
            throw new Unusable(
                    "%s has a NextToken, so there are more rules; run %s without --max-items"
                            .formatted(tree.name(file), COMMAND));
        }
        SortedSet<RuleId> rules = new TreeSet<>();
        for (JsonNode rule : json.path("Rules")) {
            String arn = rule.path("Arn").asText();
            Optional<RuleId> id = RuleId.ofArn(arn);
            if (id.isEmpty() || !id.get().place().equals(place.place())) {
                throw new Unusable(
                        "%s lists \"%s\", which is no rule of %s in %s; run %s with that account and region"
                                .formatted(
                                        tree.name(file),
                                        Shown.of(arn),
                                        place.place().account(),
                                        place.place().region(),
                                        COMMAND));
            }
            rules.add(id.get());
        }
        return new RuleList(file, rules);
    }
}
