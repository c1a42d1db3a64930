package dev.glasstrail.report;

import dev.glasstrail.alarm.AlarmResult;
import dev.glasstrail.evidence.IntegrityResult;
import dev.glasstrail.explain.ExplanationResult;
import dev.glasstrail.session.Correlation;
import dev.glasstrail.session.Records;
import dev.glasstrail.trail.Reading;
import dev.glasstrail.trail.Watch;
import dev.glasstrail.window.AuditWindow;
import dev.glasstrail.window.Readiness;
import java.time.Instant;

/// Everything that the stages have found out: what a report is assembled from.
///
/// @param occasion which report this is
/// @param watch what was looked for
/// @param input what was read
/// @param correlation sessions, openings and uses
/// @param alarm what the alarm stage says
/// @param explanations what the explanation stage says
/// @param integrity what the evidence stage says
public record AuditFacts(
        Occasion occasion,
        Watch watch,
        Input input,
        Correlation correlation,
        AlarmResult alarm,
        ExplanationResult explanations,
        IntegrityResult integrity) {

    /// Which report this is.
    ///
    /// @param asOf when it is made, UTC
    /// @param revision from 1
    /// @param version of this program
    public record Occasion(
            AuditWindow window, Instant asOf, Readiness readiness, int revision, String version) {}

    /// What was read.
    ///
    /// @param sourceKind what the source calls itself
    /// @param reading what the first scan says
    /// @param records what was kept of it
    /// @param directory who the people are
    public record Input(String sourceKind, Reading reading, Records records, Directory directory) {}
}
