package dev.glasstrail.report;

import dev.glasstrail.alarm.AlarmResult;
import dev.glasstrail.evidence.IntegrityResult;
import dev.glasstrail.explain.ExplanationResult;
import dev.glasstrail.session.Correlator;
import dev.glasstrail.session.LogRecord;
import dev.glasstrail.session.Records;
import dev.glasstrail.session.Trails;
import dev.glasstrail.trail.Reading;
import dev.glasstrail.trail.Reading.Place;
import dev.glasstrail.trail.Reading.Seen;
import dev.glasstrail.trail.Reading.Unreadable;
import dev.glasstrail.trail.TrailEvent;
import dev.glasstrail.window.AuditWindow;
import dev.glasstrail.window.Readiness;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reports made of made-up records by the real correlator and the real assembler.
final class Assembling {

    static final Reading READING = reading(List.of());

    private Assembling() {}

    static AuditReport report(LogRecord... records) {
        return report(READING, records);
    }

    static AuditReport report(Reading reading, LogRecord... records) {
        return report(Trails.WEEK, Trails.LATER, reading, Trails.events(List.of(records)));
    }

    static AuditReport report(
            AuditWindow window, Instant asOf, Reading reading, List<TrailEvent> trail) {
        Records records = Trails.records(Trails.WATCH, trail);
        return ReportAssembler.assemble(
                new AuditFacts(
                        new AuditFacts.Occasion(
                                window,
                                asOf,
                                Readiness.of(window, Duration.ofHours(1), asOf),
                                1,
                                "0.1.0"),
                        Trails.WATCH,
                        new AuditFacts.Input("files", reading, records, Directory.EMPTY),
                        Correlator.correlate(records, Trails.WATCH, window, asOf),
                        new AlarmResult.NotChecked("No rule was read."),
                        new ExplanationResult.NotChecked("No register was read."),
                        new IntegrityResult.NotChecked("No digest was checked.", 2)));
    }

    static Reading reading(List<Unreadable> unreadable, Seen... seen) {
        long records = seen.length == 0 ? 100 : 0;
        for (Seen one : seen) {
            records += one.records();
        }
        return reading(records, unreadable, List.of(seen));
    }

    static Reading reading(long records, List<Unreadable> unreadable, List<Seen> seen) {
        return new Reading(
                records,
                4_096,
                Map.of(Reading.FileKind.LOG, 7L, Reading.FileKind.DIGEST, 2L),
                unreadable,
                seen,
                List.of(),
                Reading.Notes.NONE);
    }

    static Seen seen(String account, String region, long records) {
        return new Seen(
                new Place(account, region),
                3,
                records,
                Trails.at("09T00:00:05"),
                Trails.at("15T23:59:58"),
                "");
    }

    static Unreadable unreadable(String name, String account, String region, Instant delivered) {
        return new Unreadable(
                name, "ends in the middle of a record", 3, new Place(account, region), delivered);
    }

    /// Every finding on a line of its own, with all that it says.
    static String findings(AuditReport report) {
        List<String> lines = new ArrayList<>();
        for (Finding finding : report.findings()) {
            lines.add(
                    finding.code()
                            + " "
                            + finding.severity()
                            + (finding.sessionId() == null ? "" : ", session")
                            + (finding.useId() == null ? "" : ", use")
                            + (finding.at() == null ? "" : ", " + finding.at())
                            + ": "
                            + finding.title()
                            + ". "
                            + finding.text()
                            + " "
                            + finding.eventIds());
        }
        return String.join("\n", lines) + "\n";
    }
}
