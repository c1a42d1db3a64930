package dev.glasstrail.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The uses, attempts and unused openings of [SampleReports].
final class SampleUses {

    static final PersonRow JANA =
            new PersonRow(
                    "jana.novak@example.com",
                    "90676f1a-d0c1-7083-8c4b-5d2f8e1a0b3c",
                    "Identity Center user of the opening");
    static final PersonRow TOMAS = new PersonRow("Tomás Ruiz 李伟", null, "session name only");
    static final PersonRow UNKNOWN = new PersonRow("unknown", null, "nothing names anybody");
    static final RoleRow BREAK_GLASS =
            new RoleRow(
                    "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/eu-central-1/"
                            + "AWSReservedSSO_devops-break-glass_0a1b2c3d4e5f6071",
                    "AWSReservedSSO_devops-break-glass_0a1b2c3d4e5f6071",
                    "devops-break-glass");
    static final RoleRow USER =
            new RoleRow("arn:aws:iam::111122223333:user/bg-emergency", "bg-emergency", null);

    private SampleUses() {}

    static List<UseRow> uses() {
        return List.of(
                use("BG-2026-W46-3f9a", 1, "devops-break-glass", JANA, "2026-11-10T02:13:04Z")
                        .until("2026-11-10T02:58:40Z", "a1b2c3d4e5f60718", "b1b2c3d4e5f60718")
                        .counting(2, 0, 1, 6, 2, 3, 1, Severity.CRITICAL),
                use("BG-2026-W46-71c0", 2, "devops-break-glass", JANA, "2026-11-10T17:40:00Z")
                        .until("2026-11-10T17:40:00Z")
                        .counting(1, 1, 0, 0, 0, 0, 0, Severity.LOW),
                use("BG-2026-W46-9e02", 3, "bg-emergency", UNKNOWN, "2026-11-12T11:05:09Z")
                        .until("2026-11-12T11:07:31Z", "c1b2c3d4e5f60718")
                        .counting(1, 0, 0, 2, 1, 1, 1, Severity.HIGH),
                use("BG-2026-W46-c4d7", 4, "devops-break-glass", TOMAS, "2026-11-15T22:30:00Z")
                        .running("2026-11-15T23:10:00Z", "d1b2c3d4e5f60718")
                        .counting(1, 0, 0, 1, 1, 0, 0, null));
    }

    static UseRow plain(String id, int number, String sessionId, Instant start, int actions) {
        return new UseRow(
                id,
                number,
                "devops-break-glass",
                JANA,
                SampleReports.ACCOUNT,
                start,
                start.plusSeconds(Math.max(0, actions - 1)),
                List.of(sessionId),
                1,
                0,
                0,
                "not checked",
                false,
                actions,
                actions,
                0,
                0,
                null);
    }

    static List<UnusedOpening> unusedOpenings() {
        return List.of(
                new UnusedOpening(
                        "BG-2026-W46-71c0",
                        SampleReports.ACCOUNT,
                        BREAK_GLASS,
                        JANA,
                        Instant.parse("2026-11-10T17:40:00Z"),
                        "Identity Center",
                        List.of("00000000-0000-4000-8000-000000000071"),
                        List.of("ASIAEXAMPLEUNUSED001"),
                        List.of(
                                new OpeningRow(
                                        "00000000-0000-4000-8000-000000000071",
                                        List.of(),
                                        Instant.parse("2026-11-10T17:40:00Z"),
                                        "AssumeRoleWithSAML",
                                        "eu-central-1",
                                        JANA.name(),
                                        "203.0.113.10",
                                        "aws-internal/3",
                                        "ASIAEXAMPLEUNUSED001",
                                        false)),
                        List.of()));
    }

    static List<DeniedOpening> deniedOpenings() {
        return List.of(
                new DeniedOpening(
                        "BG-2026-W46-3f9a",
                        SampleReports.ACCOUNT,
                        BREAK_GLASS,
                        JANA,
                        Instant.parse("2026-11-10T02:11:50Z"),
                        "00000000-0000-4000-8000-0000000000d1",
                        "AssumeRoleWithSAML",
                        "AccessDenied",
                        "Not authorized to perform sts:AssumeRoleWithSAML",
                        "us-east-1",
                        "198.51.100.7",
                        "aws-cli/2.31.0",
                        List.of()),
                new DeniedOpening(
                        null,
                        SampleReports.OTHER_ACCOUNT,
                        new RoleRow(
                                "arn:aws:iam::444455556666:role/devops-break-glass",
                                "devops-break-glass",
                                null),
                        new PersonRow("=cmd|' /C calc'!A0", null, "session name only"),
                        Instant.parse("2026-11-11T09:00:00Z"),
                        "00000000-0000-4000-8000-0000000000d2",
                        "AssumeRole",
                        "AccessDenied",
                        "",
                        "eu-central-1",
                        "203.0.113.250",
                        "+1 agent",
                        List.of()));
    }

    private static Draft use(String id, int number, String glass, PersonRow who, String from) {
        Instant start = Instant.parse(from);
        return new Draft(id, number, glass, who, start, start, false, List.of());
    }

    /// A use before its figures.
    private record Draft(
            String id,
            int number,
            String glass,
            PersonRow person,
            Instant from,
            Instant to,
            boolean open,
            List<String> sessionIds) {

        Draft until(String end, String... sessions) {
            return new Draft(
                    id, number, glass, person, from, Instant.parse(end), false, List.of(sessions));
        }

        Draft running(String end, String... sessions) {
            return new Draft(
                    id, number, glass, person, from, Instant.parse(end), true, List.of(sessions));
        }

        UseRow counting(
                int openings,
                int unused,
                int denied,
                int actions,
                int reads,
                int writes,
                int errors,
                @Nullable Severity severity) {
            return new UseRow(
                    id,
                    number,
                    glass,
                    person,
                    SampleReports.ACCOUNT,
                    from,
                    to,
                    sessionIds,
                    openings,
                    unused,
                    denied,
                    "not checked",
                    open,
                    actions,
                    reads,
                    writes,
                    errors,
                    severity);
        }
    }
}
