package dev.glasstrail.architecture;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where each library may be used: the fewer places, the cheaper it is to replace.
///
/// @param prefix of the library's packages, ending in a dot
/// @param places packages relative to the root, `.*` at the end taking in those below
record LibraryPlan(String prefix, Set<String> places) {

    /// The first matching prefix decides, so a narrower one stands before a wider one.
    private static final List<LibraryPlan> PLANS =
            List.of(
                    new LibraryPlan("org.jspecify.", Set.of("*")),
                    new LibraryPlan("picocli.", Set.of("cli")),
                    new LibraryPlan("me.tongfei.", Set.of("cli")),
                    new LibraryPlan("org.jline.", Set.of("cli")),
                    new LibraryPlan("com.fasterxml.jackson.dataformat.", Set.of("settings")),
                    new LibraryPlan("org.yaml.", Set.of("settings")),
                    new LibraryPlan(
                            "com.fasterxml.jackson.",
                            Set.of(
                                    "settings",
                                    "trail",
                                    "trail.*",
                                    "session",
                                    "risk",
                                    "alarm",
                                    "alarm.*",
                                    "explain.*",
                                    "evidence.*",
                                    "report",
                                    "render.*",
                                    "delivery.*",
                                    "ledger",
                                    "doctor",
                                    "setup",
                                    "demo",
                                    "demo.*")),
                    new LibraryPlan("org.openpdf.", Set.of("render.pdf", "render.dossier")),
                    new LibraryPlan("org.apache.poi.", Set.of("render.xlsx", "render.dossier")),
                    new LibraryPlan("org.openxmlformats.", Set.of("render.xlsx", "render.dossier")),
                    new LibraryPlan("org.apache.xmlbeans.", Set.of("render.xlsx")),
                    new LibraryPlan("org.quartz.", Set.of("schedule")),
                    new LibraryPlan("software.amazon.event.ruler.", Set.of("alarm.rule")),
                    new LibraryPlan(
                            "software.amazon.awssdk.",
                            Set.of(
                                    "aws",
                                    "doctor",
                                    "trail.athena",
                                    "trail.files",
                                    "trail.lookup",
                                    "alarm.cloudwatch",
                                    "alarm.eventbridge",
                                    "evidence.s3",
                                    "delivery.s3")),
                    new LibraryPlan(
                            "com.slack.api.",
                            Set.of("alarm.slack", "explain.slack", "delivery.slack")),
                    // What Slack's client hands out where it does not know an answer itself.
                    new LibraryPlan("okhttp3.", Set.of("alarm.slack")),
                    new LibraryPlan("io.trino.jdbc.", Set.of("trail.trino")),
                    new LibraryPlan("java.sql.", Set.of("trail.trino", "ledger")),
                    new LibraryPlan("javax.sql.", Set.of("trail.trino", "ledger")),
                    new LibraryPlan("java.", Set.of("*")),
                    new LibraryPlan("javax.", Set.of("*")),
                    new LibraryPlan("org.w3c.dom.", Set.of("render.xlsx", "render.dossier")),
                    new LibraryPlan("org.xml.sax.", Set.of("render.xlsx", "render.dossier")));

    /// The plan for a class outside the project; empty for a library that nobody has placed.
    static Optional<LibraryPlan> of(String className) {
        return PLANS.stream().filter(plan -> className.startsWith(plan.prefix)).findFirst();
    }

    boolean admits(String user) {
        return places.stream().anyMatch(place -> matches(place, user));
    }

    private static boolean matches(String place, String user) {
        if (!place.endsWith("*")) {
            return place.equals(user);
        }
        return user.startsWith(place.substring(0, place.length() - 1));
    }
}
