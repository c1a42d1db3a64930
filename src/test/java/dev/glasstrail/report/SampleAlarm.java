package dev.glasstrail.report;

import dev.glasstrail.report.AlarmSection.AlarmOpening;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// An alarm that rang for some sessions, late for others, and failed in every way for the rest.
public final class SampleAlarm {

    private static final String ACCOUNT = "111122223333";
    private static final String REGION = "eu-central-1";
    private static final Instant MONDAY = Instant.parse("2026-11-09T00:00:00Z");

    private SampleAlarm() {}

    /// The alarm of some sessions.
    public static AlarmSection of(List<SessionRow> sessions) {
        List<AlarmOpening> openings = new ArrayList<>();
        for (SessionRow session : sessions) {
            if (session.openedAt() != null && session.useId() != null) {
                openings.add(opening(session, openings.size()));
            }
        }
        return new AlarmSection(
                CheckState.PARTLY,
                "Some rang, some did not.",
                totals(openings),
                rules(),
                openings,
                List.of(
                        new AlarmSection.AlarmPeriod("Mon 9 Nov", MONDAY, openings.size(), 3, 1),
                        new AlarmSection.AlarmPeriod(
                                "Tue 10 Nov", MONDAY.plusSeconds(86_400), 0, 0, 0)),
                new AlarmSection.ChannelRow(true, 3, List.of(), List.of(), List.of()),
                true,
                "A drill on 2026-10-01 proved it from end to end.",
                List.of(
                        new AlarmSection.UnreadRow(
                                ACCOUNT, "eu-west-1", "events:ListRules was denied; allow it")),
                List.of("A message that somebody deleted looks like one that never came."));
    }

    private static AlarmSection.AlarmTotals totals(List<AlarmOpening> openings) {
        return new AlarmSection.AlarmTotals(
                openings.size(),
                with(openings, "RANG"),
                with(openings, "RANG_LATE"),
                with(openings, "SILENT"),
                with(openings, "UNPROVABLE"),
                with(openings, "NOT_COVERED"));
    }

    private static int with(List<AlarmOpening> openings, String verdict) {
        return (int) openings.stream().filter(one -> one.verdict().equals(verdict)).count();
    }

    private static AlarmOpening opening(SessionRow session, int number) {
        Instant at = session.openedAt() == null ? session.createdAt() : session.openedAt();
        String eventId = String.format(Locale.ROOT, "00000000-0000-4000-8000-%012d", number);
        AlarmVerdictRow row =
                switch (number % 5) {
                    case 0 -> rang(eventId, "RANG", 12);
                    case 1 -> failed(eventId, "SILENT", "RULE_DISABLED", "the rule was disabled");
                    case 2 -> rang(eventId, "RANG_LATE", 441);
                    case 3 ->
                            failed(eventId, "NOT_COVERED", "PATTERN_MISSES", "no pattern matches");
                    default -> failed(eventId, "UNPROVABLE", "ONE_OF_SEVERAL", "one of several");
                };
        return new AlarmOpening(
                eventId,
                at,
                "used",
                session.person().name(),
                session.glass(),
                session.account(),
                REGION,
                session.id(),
                session.useId(),
                row.verdict(),
                List.of(row));
    }

    private static AlarmVerdictRow rang(String eventId, String verdict, long delay) {
        return new AlarmVerdictRow(
                eventId,
                "break-glass-alert",
                ACCOUNT,
                REGION,
                verdict,
                null,
                null,
                null,
                delay,
                "a message with the event id");
    }

    private static AlarmVerdictRow failed(
            String eventId, String verdict, String cause, String text) {
        return new AlarmVerdictRow(
                eventId,
                "break-glass-alert",
                ACCOUNT,
                REGION,
                verdict,
                cause,
                text,
                "do something about it",
                null,
                null);
    }

    private static List<AlarmSection.RuleRow> rules() {
        return List.of(
                rule("eu-central-1", "differs", List.of(), List.of("e-1"), surplus()),
                rule("eu-west-1", "agrees", List.of(), List.of(), List.of()),
                rule(
                        "us-east-1",
                        "notComparable",
                        List.of("CloudWatch keeps no points of that age"),
                        List.of(),
                        List.of()));
    }

    private static List<AlarmSection.SurplusRow> surplus() {
        return List.of(
                new AlarmSection.SurplusRow(
                        MONDAY,
                        MONDAY.plusSeconds(60),
                        1,
                        List.of("EventBridge saw an event that the log does not have")));
    }

    private static AlarmSection.RuleRow rule(
            String region,
            String comparison,
            List<String> why,
            List<String> uncounted,
            List<AlarmSection.SurplusRow> surplus) {
        boolean isKnown = why.isEmpty();
        return new AlarmSection.RuleRow(
                "break-glass-alert",
                ACCOUNT,
                region,
                "ENABLED",
                List.of("arn:aws:events:eu-central-1:111122223333:api-destination/slack/x"),
                3,
                isKnown ? 3L : null,
                isKnown ? 3L : null,
                isKnown ? 0L : null,
                isKnown ? 0L : null,
                comparison,
                why,
                uncounted,
                0,
                surplus,
                uncounted.isEmpty()
                        ? List.of()
                        : List.of(new AlarmSection.ChangeRow(MONDAY, "DisableRule", "e-2")));
    }
}
