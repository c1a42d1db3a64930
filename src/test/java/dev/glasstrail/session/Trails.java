package dev.glasstrail.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.glasstrail.trail.Glob;
import dev.glasstrail.trail.Need;
import dev.glasstrail.trail.ParsedRecord;
import dev.glasstrail.trail.RecordParser;
import dev.glasstrail.trail.TrailEvent;
import dev.glasstrail.trail.Watch;
import dev.glasstrail.window.AuditWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// Made-up trails, read by the real parser and narrowed by the real needs.
///
/// A time is written `10T09:15:00`, which is that day of November 2026; the window is ISO week
/// 2026-W46, from the 9th to the 15th.
public final class Trails {

    /// The account that holds the glasses.
    public static final String HOME = "111122223333";

    /// Another account of the organisation.
    public static final String OTHER = "444455556666";

    public static final AuditWindow WEEK = AuditWindow.ofIsoWeek("2026-W46");

    /// Long after the week: nothing can still run.
    public static final Instant LATER = Instant.parse("2026-11-20T06:00:00Z");

    /// Roles and permission sets called `break-glass…`, users `safe-…`, root; in every account.
    public static final Watch WATCH =
            new Watch(List.of(Glob.of("break-glass*")), List.of(Glob.of("safe-*")), true, Set.of());

    private static final JsonMapper JSON = new JsonMapper();

    private Trails() {}

    /// A time in November 2026.
    public static Instant at(String dayAndTime) {
        return Instant.parse(iso(dayAndTime));
    }

    /// A time as records spell it; one with its year is left as it is.
    static String iso(String time) {
        return time.endsWith("Z") ? time : "2026-11-" + time + "Z";
    }

    /// What the correlator makes of records in the week.
    public static Correlation correlated(LogRecord... records) {
        return Correlator.correlate(records(WATCH, events(List.of(records))), WATCH, WEEK, LATER);
    }

    /// What two scans keep of a trail, as a run makes them.
    public static Records records(Watch watch, Collection<TrailEvent> trail) {
        Intake intake = new Intake(watch);
        scan(
                trail,
                intake,
                List.of(
                        new Need.Openings(watch),
                        new Need.WatchedActions(watch),
                        new Need.GuardTouches()));
        Derivation derived = Derivation.from(intake.records(), watch);
        if (!derived.isEmpty()) {
            intake.alsoKeep(derived);
            scan(trail, intake, List.of(derived.need()));
        }
        return intake.records();
    }

    private static void scan(Collection<TrailEvent> trail, Intake intake, List<Need> needs) {
        for (TrailEvent event : trail) {
            if (needs.stream().anyMatch(need -> need.wants(event))) {
                intake.accept(event);
            }
        }
    }

    public static List<TrailEvent> events(Collection<LogRecord> records) {
        List<TrailEvent> events = new ArrayList<>();
        records.forEach(record -> events.add(record.event()));
        return events;
    }

    /// A record as it stands in a log file.
    public static TrailEvent parsed(String json) {
        return parsed(tree(json));
    }

    static TrailEvent parsed(JsonNode json) {
        if (RecordParser.parse(json) instanceof ParsedRecord.Recognised recognised) {
            return recognised.event();
        }
        throw new IllegalArgumentException("no record: " + json);
    }

    static ObjectNode tree(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
