package dev.glasstrail.render.pdf;

import dev.glasstrail.report.ActionRow;
import dev.glasstrail.report.ExplanationRow;
import dev.glasstrail.report.OpeningRow;
import dev.glasstrail.report.PersonRow;
import dev.glasstrail.report.RoleRow;
import dev.glasstrail.report.SessionRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Sessions around given actions.
final class SampleSessions {

    static final RoleRow ROLE =
            new RoleRow(
                    "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/eu-central-1/"
                            + "AWSReservedSSO_devops-break-glass_0123456789abcdef",
                    "AWSReservedSSO_devops-break-glass_0123456789abcdef",
                    "devops-break-glass");

    private SampleSessions() {}

    static SessionRow of(
            Random random,
            String id,
            String use,
            PersonRow person,
            Instant from,
            List<ActionRow> actions,
            @Nullable String parent,
            List<String> findings) {
        OpeningRow opening =
                new OpeningRow(
                        SampleNames.uuid(random),
                        List.of(),
                        from,
                        "AssumeRoleWithSAML",
                        "us-east-1",
                        person.name(),
                        "203.0.113.24",
                        "Mozilla/5.0",
                        "ASIAEXAMPLEKEY0001",
                        !actions.isEmpty());
        int reads = (int) actions.stream().filter(a -> Boolean.TRUE.equals(a.readOnly())).count();
        int errors = (int) actions.stream().filter(a -> a.errorCode() != null).count();
        Map<String, Integer> services = new TreeMap<>();
        actions.forEach(a -> services.merge(a.source(), 1, Integer::sum));
        return new SessionRow(
                id,
                use,
                "devops-break-glass",
                parent == null,
                "111122223333",
                ROLE,
                person,
                "AROAEXAMPLEPRINCIPAL:" + person.name(),
                "arn:aws:sts::111122223333:assumed-role/" + ROLE.name() + "/" + person.name(),
                parent == null ? "Identity Center, command line" : "role chain",
                from,
                from,
                person.name(),
                List.of(opening.eventId()),
                List.of(opening),
                List.of(),
                person.name(),
                null,
                null,
                "unknown",
                from.plus(Duration.ofHours(1)),
                false,
                null,
                actions.isEmpty() ? null : actions.getFirst().time(),
                actions.isEmpty() ? null : actions.getLast().time(),
                actions.size(),
                reads,
                actions.size() - reads,
                0,
                errors,
                0,
                errors == 0 ? Map.of() : Map.of("AccessDenied", errors),
                List.of("ASIAEXAMPLEKEY0001"),
                List.of("203.0.113.24", "198.51.100.7"),
                List.of(
                        "aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/macos#24.6.0 md/arch#arm64"
                                + " lang/python#3.13.7",
                        person.name()),
                List.of("eu-central-1"),
                services,
                Map.of("access key", actions.size()),
                parent,
                parent == null ? 0 : 1,
                List.of(),
                ExplanationRow.NOT_CHECKED,
                findings);
    }
}
