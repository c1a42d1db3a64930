package dev.glasstrail.report;

import dev.glasstrail.risk.ActionRisk;
import dev.glasstrail.session.Act;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What somebody must look at because of what a session did.
final class ActionRules {

    private static final Set<String> REFUSALS =
            Set.of(
                    "AccessDenied",
                    "AccessDeniedException",
                    "UnauthorizedOperation",
                    "Client.UnauthorizedOperation");

    private final SessionFindings findings;
    private final Map<ActionRisk, List<Act>> done = new EnumMap<>(ActionRisk.class);
    private final Map<ActionRisk, List<Act>> failed = new EnumMap<>(ActionRisk.class);
    private final List<Act> refused = new ArrayList<>();

    private ActionRules(SessionFindings findings) {
        this.findings = findings;
        for (Act act : findings.session().acts()) {
            (act.event().outcome().failed() ? failed : done)
                    .computeIfAbsent(ActionRisk.of(act.event()), _ -> new ArrayList<>())
                    .add(act);
            if (REFUSALS.contains(act.event().outcome().errorCode())) {
                refused.add(act);
            }
        }
    }

    static void apply(SessionFindings findings) {
        new ActionRules(findings).apply();
    }

    private void apply() {
        called(
                done.get(ActionRisk.GUARDS),
                "GUARD_TOUCHED",
                ofGuards(done.get(ActionRisk.GUARDS)),
                "What may watch the glass was changed",
                "");
        called(
                failed.get(ActionRisk.GUARDS),
                "GUARD_ATTEMPTED",
                Severity.HIGH,
                "A change to what may watch the glass was refused",
                " and was refused");
        called(
                done.get(ActionRisk.CREDENTIALS),
                "CREDENTIALS_CHANGED",
                Severity.HIGH,
                "Identities or permissions were changed",
                "");
        called(
                done.get(ActionRisk.DESTRUCTIVE),
                "THINGS_DELETED",
                Severity.MEDIUM,
                "Something was deleted",
                "");
        called(
                done.get(ActionRisk.SENSITIVE_READ),
                "SENSITIVE_READ",
                Severity.MEDIUM,
                "Secrets or data were read",
                "");
        if (!refused.isEmpty()) {
            findings.add(
                    "ACTIONS_REFUSED",
                    Severity.LOW,
                    "AWS refused some actions",
                    findings.who() + " was refused " + names(refused) + ".",
                    refused);
        }
    }

    /// A trail or an alert rule may well be the one; a bucket may hold anything.
    private static Severity ofGuards(@Nullable List<Act> acts) {
        boolean bucketsOnly =
                acts != null
                        && acts.stream()
                                .allMatch(act ->
                                        act.event().call().source().equals("s3.amazonaws.com"));
        return bucketsOnly ? Severity.HIGH : Severity.CRITICAL;
    }

    private void called(
            @Nullable List<Act> acts, String code, Severity severity, String title, String end) {
        if (acts != null) {
            findings.add(
                    code,
                    severity,
                    title,
                    findings.who() + " called " + names(acts) + end + ".",
                    acts);
        }
    }

    /// The distinct calls with their number: `CreateUser, CreateAccessKey (2)`.
    private static String names(List<Act> acts) {
        Map<String, Integer> counts = new TreeMap<>();
        acts.forEach(act -> counts.merge(act.event().call().name(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(entry ->
                        entry.getValue() == 1
                                ? entry.getKey()
                                : entry.getKey() + " (" + entry.getValue() + ")")
                .collect(Collectors.joining(", "));
    }
}
