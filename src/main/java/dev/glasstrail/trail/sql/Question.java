package dev.glasstrail.trail.sql;

import dev.glasstrail.trail.AssumedRoleArn;
import dev.glasstrail.trail.Need;
import dev.glasstrail.trail.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// One need as a condition in SQL, in versions of which each is shorter and coarser than the one
/// before. Every version wants at least what the need wants.
///
/// @param name of its file
/// @param versions complete conditions, comments included
/// @param exact how many of the versions, from the first on, name all that the need names
record Question(String name, List<String> versions, int exact) {

    /// Comparisons in one statement; an engine compiles each of them.
    private static final int MOST_PATTERNS = 300;

    Question {
        versions = List.copyOf(versions);
    }

    static Question of(Need need) {
        return switch (need) {
            case Need.Openings(Watch watch) ->
                    asked("openings", new Values().any("watched_roles", roles(watch)));
            case Need.WatchedActions(Watch watch) -> asked("watched-actions", watched(watch));
            case Need.DerivedActions derived -> derivedActions(derived);
            case Need.GuardTouches _ -> asked("guard-touches", new Values());
            case Need.RuleMatches matches -> asked("rule-matches", ruleMatches(matches));
            case Need.Touches(Set<String> resources) -> mentions("touches", resources);
            case Need.EarlierChangers(Set<String> resources) ->
                    mentions("earlier-changers", resources);
            case Need.TrailChanges _ -> asked("trail-changes", new Values());
        };
    }

    private static Question asked(String name, Values values) {
        return asked(name, List.of(values), 1);
    }

    private static Question asked(String name, List<Values> versions, int exact) {
        QueryFile file = QueryFile.read(name);
        return new Question(name, versions.stream().map(file::with).toList(), exact);
    }

    private static List<String> roles(Watch watch) {
        return watch.roles().stream().map(LikePattern::role).toList();
    }

    private static Values watched(Watch watch) {
        return new Values()
                .any("watched_roles", roles(watch))
                .any("watched_users", watch.users().stream().map(LikePattern::whole).toList())
                .truth("root_is_watched", watch.root());
    }

    private static Values ruleMatches(Need.RuleMatches matches) {
        List<String> whole = new ArrayList<>();
        List<String> named = new ArrayList<>();
        matches.eventNames()
                .forEach((source, names) -> {
                    if (names.isEmpty()) {
                        whole.add(source);
                    }
                    names.forEach(name -> named.add(source + " " + name));
                });
        return new Values().list("whole_sources", whole).list("source_and_name", named);
    }

    private static Question derivedActions(Need.DerivedActions derived) {
        TreeSet<String> roles = new TreeSet<>();
        TreeSet<String> others = new TreeSet<>();
        for (String arn : derived.arns()) {
            AssumedRoleArn parts = AssumedRoleArn.parse(arn);
            if (parts.isOne()) {
                roles.add(
                        "arn:%s:sts::%s:assumed-role/%s/"
                                .formatted(parts.partition(), parts.account(), parts.role()));
            } else {
                others.add(arn);
            }
        }
        List<Values> versions = new ArrayList<>();
        versions.add(derived(derived.arns(), Set.of(), derived.accessKeyIds(), false));
        if (roles.size() <= MOST_PATTERNS) {
            versions.add(derived(others, roles, derived.accessKeyIds(), false));
        }
        versions.add(derived(Set.of(), Set.of(), Set.of(), true));
        return asked("derived-actions", versions, 1);
    }

    private static Values derived(
            Set<String> arns, Set<String> roles, Set<String> accessKeys, boolean anybody) {
        return new Values()
                .list("arns", arns)
                .any("sessions_of_roles", roles.stream().map(LikePattern::beginning).toList())
                .list("access_keys", accessKeys)
                .truth("anybody", anybody);
    }

    private static Question mentions(String name, Set<String> resources) {
        Values everything = mentions(Set.of(), true);
        return resources.size() <= MOST_PATTERNS
                ? asked(name, List.of(mentions(resources, false), everything), 1)
                : asked(name, List.of(everything), 0);
    }

    private static Values mentions(Set<String> resources, boolean everything) {
        return new Values()
                .any("quoted_names", resources.stream().map(LikePattern::quoted).toList())
                .list("names", resources)
                .truth("everything", everything);
    }
}
