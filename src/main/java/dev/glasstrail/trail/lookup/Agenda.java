package dev.glasstrail.trail.lookup;

import dev.glasstrail.trail.Glob;
import dev.glasstrail.trail.GuardCalls;
import dev.glasstrail.trail.Need;
import dev.glasstrail.trail.OpeningCalls;
import dev.glasstrail.trail.ReadRequest;
import dev.glasstrail.trail.Watch;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttributeKey;

/// What a request has the history asked, before anything is known of what it holds.
///
/// @param quiet that give few records each, the weightiest first
/// @param busy that give many in a large account, the fewest first: the names under which
///   everybody, the services too, is given credentials, then all changes, for sessions whose
///   opening lies elsewhere
/// @param roles the arns of the watched roles, where each is known in full; with them the busy
///   names need not be asked
record Agenda(List<Lookup> quiet, List<Lookup> busy, List<Lookup> roles) {

    /// People come by the first, workloads by the second, and every service by the last.
    private static final List<String> BUSY =
            List.of("AssumeRoleWithSAML", "AssumeRoleWithWebIdentity", "AssumeRole");

    private static final Pattern ROLE_ARN =
            Pattern.compile("arn:[^:*?]+:iam::[0-9]{12}:role/[^*?]+");
    private static final String TRAILS = "cloudtrail.amazonaws.com";

    Agenda {
        quiet = List.copyOf(quiet);
        busy = List.copyOf(busy);
        roles = List.copyOf(roles);
    }

    static Agenda of(ReadRequest request) {
        Set<Lookup> quiet = new LinkedHashSet<>();
        Set<Lookup> busy = new LinkedHashSet<>();
        Set<Lookup> roles = new LinkedHashSet<>();
        for (Need need : request.needs()) {
            switch (need) {
                case Need.Openings(Watch watch) -> {
                    roles.addAll(roles(watch));
                    openings(quiet, busy);
                }
                case Need.WatchedActions(Watch watch) -> quiet.addAll(users(watch));
                case Need.DerivedActions derived ->
                        new TreeSet<>(derived.accessKeyIds())
                                .forEach(key -> quiet.add(Lookup.ofAccessKey(key)));
                case Need.GuardTouches _ ->
                        GuardCalls.names().forEach(name -> quiet.add(Lookup.ofName(name)));
                case Need.RuleMatches matches -> quiet.addAll(ruleMatches(matches));
                case Need.Touches(Set<String> names) -> quiet.addAll(resources(names));
                case Need.EarlierChangers(Set<String> names) -> quiet.addAll(resources(names));
                case Need.TrailChanges _ -> quiet.add(Lookup.ofSource(TRAILS));
            }
        }
        if (request.needs().stream().anyMatch(Agenda::isFoundByChanges)) {
            busy.add(Lookup.ofChanges());
        }
        return new Agenda(List.copyOf(quiet), List.copyOf(busy), List.copyOf(roles));
    }

    /// Whether something is asked for by the names of resources.
    boolean asksForMentions() {
        return quiet.stream().anyMatch(lookup -> lookup.key() == LookupAttributeKey.RESOURCE_NAME);
    }

    private static boolean isFoundByChanges(Need need) {
        return need instanceof Need.WatchedActions || need instanceof Need.EarlierChangers;
    }

    private static void openings(Set<Lookup> quiet, Set<Lookup> busy) {
        OpeningCalls.names().stream()
                .filter(name -> !BUSY.contains(name))
                .forEach(name -> quiet.add(Lookup.ofName(name)));
        BUSY.forEach(name -> busy.add(Lookup.ofName(name)));
    }

    /// None, unless every watched role is given by its whole arn.
    private static List<Lookup> roles(Watch watch) {
        boolean known =
                watch.roles().stream().allMatch(role -> ROLE_ARN.matcher(role.text()).matches());
        return known
                ? watch.roles().stream().map(role -> Lookup.ofResource(role.text())).toList()
                : List.of();
    }

    private static Set<Lookup> users(Watch watch) {
        Set<Lookup> users = new LinkedHashSet<>();
        for (Glob user : watch.users()) {
            if (isPlain(user)) {
                String text = user.text();
                users.add(Lookup.ofUser(text.substring(text.lastIndexOf('/') + 1)));
            }
        }
        if (watch.root()) {
            users.add(Lookup.ofUser(Lookup.ROOT));
        }
        return users;
    }

    /// Whether a pattern stands for one name alone.
    static boolean isPlain(Glob glob) {
        return glob.text().indexOf('*') < 0 && glob.text().indexOf('?') < 0;
    }

    private static Set<Lookup> ruleMatches(Need.RuleMatches matches) {
        Set<Lookup> lookups = new LinkedHashSet<>();
        for (String source : new TreeSet<>(matches.eventNames().keySet())) {
            Set<String> names = new TreeSet<>(matches.eventNames().getOrDefault(source, Set.of()));
            if (names.isEmpty()) {
                lookups.add(Lookup.ofSource(source));
            }
            names.forEach(name -> lookups.add(Lookup.ofName(name)));
        }
        return lookups;
    }

    private static List<Lookup> resources(Set<String> names) {
        return new TreeSet<>(names).stream().map(Lookup::ofResource).toList();
    }
}
