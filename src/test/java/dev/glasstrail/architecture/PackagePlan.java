package dev.glasstrail.architecture;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which packages there are and which of them may use which. Names are relative to the root.
///
/// `cli` and `schedule` use `app`, which wires `run`, which calls the stages. A stage may use the
/// stages before it; an adapter serves one stage, sees what that stage sees, and is seen by `app`
/// alone.
final class PackagePlan {

    /// Words that say nothing about what a package is for.
    static final Set<String> MEANINGLESS =
            Set.of(
                    "util", "utils", "common", "helper", "helpers", "model", "service", "impl",
                    "dto");

    static final Set<String> EDGES = Set.of("cli", "schedule");

    /// In the order of the flow.
    static final List<String> STAGES =
            List.of(
                    "window",
                    "trail",
                    "session",
                    "risk",
                    "alarm",
                    "explain",
                    "evidence",
                    "report",
                    "render",
                    "delivery",
                    "ledger",
                    "review");

    static final Set<String> ADAPTERS =
            Set.of(
                    "trail.athena",
                    "trail.trino",
                    "trail.files",
                    "trail.lookup",
                    "alarm.rule",
                    "alarm.cloudwatch",
                    "alarm.eventbridge",
                    "alarm.slack",
                    "alarm.files",
                    "explain.register",
                    "explain.slack",
                    "evidence.s3",
                    "evidence.files",
                    "render.json",
                    "render.pdf",
                    "render.xlsx",
                    "render.slack",
                    "render.dossier",
                    "delivery.folder",
                    "delivery.s3",
                    "delivery.slack");

    private static final Set<String> BESIDES =
            Set.of(
                    "app",
                    "run",
                    "settings",
                    "doctor",
                    "setup",
                    "aws",
                    "trail.sql",
                    "demo",
                    "demo.alarm",
                    "demo.cloudtrail",
                    "demo.noise",
                    "demo.story");

    private PackagePlan() {}

    static Set<String> packages() {
        return Stream.of(EDGES, STAGES, ADAPTERS, BESIDES, Set.of(""))
                .flatMap(names -> names.stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    static boolean mayUse(String user, String used) {
        String first = first(user);
        if (user.equals(used) || (first.equals("demo") && first(used).equals("demo"))) {
            return true;
        }
        if (user.isEmpty()) {
            return used.equals("cli");
        }
        if (EDGES.contains(first)) {
            return !EDGES.contains(used) && !used.isEmpty() && !isAdapter(used);
        }
        if (first.equals("app")) {
            return !EDGES.contains(used) && !used.isEmpty();
        }
        if (first.equals("run")) {
            return STAGES.contains(used) || used.equals("settings");
        }
        if (first.equals("settings")) {
            return STAGES.contains(used);
        }
        if (first.equals("aws")) {
            return used.equals("settings");
        }
        // What a table has to have is said where the statement is made, and nowhere else.
        if (user.equals("doctor") && used.equals("trail.sql")) {
            return true;
        }
        if (Set.of("doctor", "setup").contains(first)) {
            return STAGES.contains(used) || Set.of("settings", "aws").contains(used);
        }
        if (Set.of("trail.athena", "trail.trino").contains(user) && used.equals("trail.sql")) {
            return true;
        }
        if (isAdapter(user)) {
            return isUpTo(first, used) || used.equals("aws");
        }
        return isUpTo(first, used);
    }

    private static boolean isAdapter(String name) {
        return ADAPTERS.contains(name);
    }

    private static boolean isUpTo(String stage, String used) {
        return STAGES.contains(used) && STAGES.indexOf(used) <= STAGES.indexOf(stage);
    }

    private static String first(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
