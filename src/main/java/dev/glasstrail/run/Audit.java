package dev.glasstrail.run;

import dev.glasstrail.alarm.AlarmCheck;
import dev.glasstrail.alarm.AlarmResult;
import dev.glasstrail.evidence.IntegrityCheck;
import dev.glasstrail.evidence.IntegrityResult;
import dev.glasstrail.explain.ExplanationResult;
import dev.glasstrail.explain.Explanations;
import dev.glasstrail.report.AuditFacts;
import dev.glasstrail.report.AuditReport;
import dev.glasstrail.report.Directory;
import dev.glasstrail.report.ReportAssembler;
import dev.glasstrail.session.Correlation;
import dev.glasstrail.session.Correlator;
import dev.glasstrail.session.Derivation;
import dev.glasstrail.session.Intake;
import dev.glasstrail.session.Records;
import dev.glasstrail.trail.Need;
import dev.glasstrail.trail.Progress;
import dev.glasstrail.trail.ReadPlan;
import dev.glasstrail.trail.ReadRequest;
import dev.glasstrail.trail.Reading;
import dev.glasstrail.trail.TrailException;
import dev.glasstrail.trail.TrailSource;
import dev.glasstrail.trail.Watch;
import java.util.ArrayList;
import java.util.List;

/// The stages of an audit in order: read, correlate, check the alarm, look for explanations, judge
/// the evidence, assemble.
///
/// @param source where the records come from
/// @param alarm whether the alarm rang
/// @param explanations what people said
/// @param integrity whether the logs can be trusted
/// @param directory who the people are
public record Audit(
        TrailSource source,
        AlarmCheck alarm,
        Explanations explanations,
        IntegrityCheck integrity,
        Directory directory) {

    /// A report and what it was made from.
    ///
    /// @param inputs every file that was read, ascending by name; empty for a source without files
    /// @param queries what an engine was asked, in order; empty for a source that reads for itself
    public record Made(
            AuditReport report, List<Reading.InputFile> inputs, List<Reading.QueryRun> queries) {

        public Made {
            inputs = List.copyOf(inputs);
            queries = List.copyOf(queries);
        }
    }

    /// Audits one window.
    ///
    /// @throws TrailException if the source cannot be read at all
    /// @throws InterruptedException if the thread was interrupted
    public Made make(AuditFacts.Occasion occasion, Watch watch, Progress progress)
            throws TrailException, InterruptedException {
        AlarmCheck.Listening ear = alarm.begin(occasion.window(), occasion.asOf(), watch);
        AuditFacts.Input input = read(occasion, watch, ear, progress);
        Correlation correlation =
                Correlator.correlate(input.records(), watch, occasion.window(), occasion.asOf());
        AlarmResult alarmResult =
                ear.result(new AlarmCheck.Findings(correlation, input.records(), input.reading()));
        ExplanationResult explanationResult = explanations.find(correlation);
        IntegrityResult integrityResult = integrity.check(input.reading());
        AuditReport report =
                ReportAssembler.assemble(
                        new AuditFacts(
                                occasion,
                                watch,
                                input,
                                correlation,
                                alarmResult,
                                explanationResult,
                                integrityResult));
        return new Made(report, input.reading().inputs(), input.reading().notes().queries());
    }

    /// Two scans at the most: the openings of the first tell every identity that the second asks
    /// about, and its changes of alert rules every pattern.
    private AuditFacts.Input read(
            AuditFacts.Occasion occasion, Watch watch, AlarmCheck.Listening ear, Progress progress)
            throws TrailException, InterruptedException {
        Intake intake = new Intake(watch);
        TrailSource.Sink both =
                event -> {
                    intake.accept(event);
                    ear.accept(event);
                };
        Reading reading = source.read(firstRequest(occasion, watch, ear, progress), both);
        Records first = intake.records();
        Derivation derived = Derivation.from(first, watch);
        List<Need> needs = new ArrayList<>(ear.furtherNeeds(first));
        if (!derived.isEmpty()) {
            needs.add(derived.need());
        }
        if (needs.isEmpty()) {
            return new AuditFacts.Input(source.kind(), reading, first, directory);
        }
        intake.alsoKeep(derived);
        Reading second = source.read(request(occasion, needs, progress), both);
        return new AuditFacts.Input(
                source.kind(), reading.followedBy(second), intake.records(), directory);
    }

    /// What the first scan would do. The second cannot be told before it.
    ///
    /// @throws TrailException if the source could not be read at all
    /// @throws InterruptedException if the thread was interrupted
    public ReadPlan plan(AuditFacts.Occasion occasion, Watch watch)
            throws TrailException, InterruptedException {
        AlarmCheck.Listening ear = alarm.begin(occasion.window(), occasion.asOf(), watch);
        return source.plan(firstRequest(occasion, watch, ear, Progress.NONE));
    }

    private static ReadRequest firstRequest(
            AuditFacts.Occasion occasion,
            Watch watch,
            AlarmCheck.Listening ear,
            Progress progress) {
        List<Need> needs =
                new ArrayList<>(
                        List.of(
                                new Need.Openings(watch),
                                new Need.WatchedActions(watch),
                                new Need.GuardTouches()));
        needs.addAll(ear.needs());
        return request(occasion, needs, progress);
    }

    private static ReadRequest request(
            AuditFacts.Occasion occasion, List<Need> needs, Progress progress) {
        return new ReadRequest(
                occasion.window().readingFrom(),
                occasion.window().readingTo(occasion.asOf()),
                needs,
                progress);
    }
}
