package dev.glasstrail.render.pdf;

import dev.glasstrail.report.ActionRow;
import dev.glasstrail.report.Finding;
import dev.glasstrail.report.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// Names as organisations have them, and findings about their bearers.
final class SampleNames {

    static final List<String> PEOPLE =
            List.of(
                    "alice.meyer@example.com",
                    "j.okafor@example.com",
                    "Søren Lindqvist",
                    "李 伟",
                    "Мария Иванова",
                    "priya.raghunathan-venkataraman@subsidiary.example.com",
                    "김민준",
                    "Ελένη Παπαδοπούλου",
                    "breakglass-contractor-with-a-very-long-user-name-without-any-space@example.com");

    private SampleNames() {}

    static Finding finding(
            int number,
            Severity severity,
            String name,
            String session,
            String use,
            Instant at,
            List<ActionRow> actions) {
        return new Finding(
                "ROOT_USED",
                severity,
                "A database was restored outside working hours",
                name
                        + " restored payments-prod from a snapshot. Nobody else was signed in; use number "
                        + number
                        + ".",
                session,
                use,
                at,
                actions.stream().map(ActionRow::eventId).limit(3).toList());
    }

    static String uuid(Random random) {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
