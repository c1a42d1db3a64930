package dev.glasstrail.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The sessions of [SampleReports].
final class SampleSessions {

    private static final AlarmVerdictRow NOT_CHECKED =
            AlarmVerdictRow.notChecked("e-opening", SampleReports.ACCOUNT, "us-east-1");

    private SampleSessions() {}

    static List<SessionRow> sessions() {
        return List.of(
                session("e1b2c3d4e5f60718", null, SampleUses.JANA, "2026-11-08T23:50:00Z")
                        .carriedFrom("2026-W45")
                        .counting(1, 0, 1, 0, 0)
                        .row(Map.of("ec2.amazonaws.com", 1), List.of()),
                session(
                                "a1b2c3d4e5f60718",
                                "BG-2026-W46-3f9a",
                                SampleUses.JANA,
                                "2026-11-10T02:13:04Z")
                        .counting(5, 2, 2, 1, 1)
                        .row(
                                Map.of(
                                        "iam.amazonaws.com", 1,
                                        "rds.amazonaws.com", 2,
                                        "s3.amazonaws.com", 1,
                                        "sts.amazonaws.com", 1),
                                List.of()),
                session(
                                "b1b2c3d4e5f60718",
                                "BG-2026-W46-3f9a",
                                SampleUses.JANA,
                                "2026-11-10T02:40:00Z")
                        .child("a1b2c3d4e5f60718")
                        .counting(1, 0, 1, 0, 0)
                        .row(Map.of("events.amazonaws.com", 1), List.of("GUARD_TOUCHED")),
                session(
                                "c1b2c3d4e5f60718",
                                "BG-2026-W46-9e02",
                                SampleUses.UNKNOWN,
                                "2026-11-12T11:05:09Z")
                        .user()
                        .counting(2, 1, 1, 0, 1)
                        .row(Map.of("ec2.amazonaws.com", 2), List.of("USER_WITHOUT_MFA")),
                session(
                                "d1b2c3d4e5f60718",
                                "BG-2026-W46-c4d7",
                                SampleUses.TOMAS,
                                "2026-11-15T22:30:00Z")
                        .running()
                        .counting(1, 1, 0, 0, 0)
                        .row(Map.of("kms.amazonaws.com", 1), List.of()));
    }

    static SessionRow plain(String id, String useId, Instant start, int actions) {
        return session(id, useId, SampleUses.JANA, start.toString())
                .counting(actions, actions, 0, 0, 0)
                .row(Map.of("ec2.amazonaws.com", actions), List.of());
    }

    private static Draft session(
            String id, @Nullable String useId, PersonRow person, String createdAt) {
        return new Draft(id, useId, person, Instant.parse(createdAt));
    }

    /// A session while it is put together.
    private static final class Draft {
        private final String id;
        private final @Nullable String useId;
        private final PersonRow person;
        private final Instant createdAt;
        private boolean ofUser;
        private boolean open;
        private @Nullable String carriedFrom;
        private @Nullable String parentId;
        private int actions;
        private int reads;
        private int writes;
        private int unknown;
        private int errors;

        private Draft(String id, @Nullable String useId, PersonRow person, Instant createdAt) {
            this.id = id;
            this.useId = useId;
            this.person = person;
            this.createdAt = createdAt;
        }

        Draft user() {
            ofUser = true;
            return this;
        }

        Draft running() {
            open = true;
            return this;
        }

        Draft carriedFrom(String label) {
            carriedFrom = label;
            return this;
        }

        Draft child(String parent) {
            parentId = parent;
            return this;
        }

        Draft counting(int all, int read, int written, int unsaid, int failed) {
            actions = all;
            reads = read;
            writes = written;
            unknown = unsaid;
            errors = failed;
            return this;
        }

        SessionRow row(Map<String, Integer> services, List<String> findings) {
            boolean chained = parentId != null;
            String name = ofUser ? "" : person.name();
            return new SessionRow(
                    id,
                    useId,
                    ofUser ? "bg-emergency" : "devops-break-glass",
                    !chained,
                    chained ? SampleReports.OTHER_ACCOUNT : SampleReports.ACCOUNT,
                    ofUser ? SampleUses.USER : SampleUses.BREAK_GLASS,
                    person,
                    ofUser ? "AIDAEXAMPLEUSER00001" : "AROAEXAMPLEROLE00001:" + name,
                    ofUser
                            ? SampleUses.USER.arn()
                            : "arn:aws:sts::111122223333:assumed-role/devops-break-glass/" + name,
                    ofUser ? "long-term key" : "Identity Center, command line",
                    createdAt,
                    ofUser ? null : createdAt,
                    ofUser ? null : person.name(),
                    ofUser
                            ? List.of()
                            : List.of("00000000-0000-4000-8000-0000" + id.substring(0, 8)),
                    ofUser ? List.of() : List.of(opening()),
                    List.of(),
                    name,
                    null,
                    null,
                    ofUser ? "no" : "unknown",
                    ofUser ? null : createdAt.plus(Duration.ofHours(1)),
                    open,
                    carriedFrom,
                    createdAt.plusSeconds(66),
                    createdAt.plusSeconds(2_000),
                    actions,
                    reads,
                    writes,
                    unknown,
                    errors,
                    errors,
                    errors == 0 ? Map.of() : Map.of("AccessDenied", errors),
                    List.of("ASIAEXAMPLE000000001"),
                    List.of("198.51.100.7", "2001:db8::17"),
                    List.of("aws-cli/2.31.0 (Linux; x86_64)"),
                    List.of("eu-central-1"),
                    new TreeMap<>(services),
                    Map.of("same principal and creation time", actions),
                    parentId,
                    chained ? 1 : 0,
                    List.of(NOT_CHECKED),
                    ExplanationRow.NOT_CHECKED,
                    findings);
        }

        private OpeningRow opening() {
            return new OpeningRow(
                    "00000000-0000-4000-8000-0000" + id.substring(0, 8),
                    List.of(),
                    createdAt,
                    parentId == null ? "AssumeRoleWithSAML" : "AssumeRole",
                    "us-east-1",
                    person.name(),
                    "198.51.100.7",
                    "aws-cli/2.31.0 (Linux; x86_64)",
                    "ASIAEXAMPLE000000001",
                    true);
        }
    }
}
