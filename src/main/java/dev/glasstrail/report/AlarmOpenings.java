package dev.glasstrail.report;

import dev.glasstrail.alarm.OpeningReview;
import dev.glasstrail.report.AlarmSection.AlarmOpening;
import dev.glasstrail.session.Correlation;
import dev.glasstrail.session.GlassSession;
import dev.glasstrail.session.Opening;
import dev.glasstrail.session.Person;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who opened what, for each opening that the alarm should have reported.
final class AlarmOpenings {

    private final Map<String, About> byEventId = new HashMap<>();
    private final UseIndex uses;
    private final AlarmRows rows;

    /// What the report knows of an opening.
    private record About(
            String kind,
            Person person,
            String glass,
            String account,
            String region,
            @Nullable String sessionId,
            @Nullable String useId) {}

    /// @param rows the verdicts on each opening
    AlarmOpenings(Correlation correlation, UseIndex uses, AlarmRows rows) {
        this.rows = rows;
        this.uses = uses;
        correlation.sessions().forEach(this::addSession);
        correlation
                .neverUsed()
                .forEach(unused ->
                        unused.openings()
                                .forEach(opening ->
                                        add(
                                                opening,
                                                new About(
                                                        "never used",
                                                        unused.person(),
                                                        unused.powers().glass(),
                                                        unused.powers().account(),
                                                        opening.call().region(),
                                                        null,
                                                        uses.ofNeverUsed(unused.id())))));
        correlation
                .denied()
                .forEach(denied ->
                        add(
                                denied.opening(),
                                new About(
                                        "refused",
                                        denied.person(),
                                        denied.glass(),
                                        denied.opening().target().account(),
                                        denied.opening().call().region(),
                                        null,
                                        uses.ofDenied(denied.opening().call().eventId()))));
    }

    private void addSession(GlassSession session) {
        for (Opening opening : session.entry().openings()) {
            add(
                    opening,
                    new About(
                            session.used(opening) ? "used" : "never used",
                            session.person(),
                            session.powers().glass(),
                            session.powers().account(),
                            opening.call().region(),
                            session.id(),
                            uses.ofSession(session.id())));
        }
    }

    private void add(Opening opening, About about) {
        byEventId.putIfAbsent(opening.call().eventId(), about);
    }

    /// One opening as the report tells it.
    AlarmOpening row(OpeningReview review) {
        About about = byEventId.get(review.eventId());
        if (about == null) {
            throw new IllegalStateException("no opening has the event id " + review.eventId());
        }
        return new AlarmOpening(
                review.eventId(),
                review.at(),
                about.kind(),
                Masked.text(about.person().name()),
                about.glass(),
                about.account(),
                about.region(),
                about.sessionId(),
                about.useId(),
                review.overall().word(),
                rows.of(review));
    }
}
