package dev.glasstrail.run;

import dev.glasstrail.delivery.Bundle;
import dev.glasstrail.delivery.DeliveryException;
import dev.glasstrail.delivery.Destination;
import dev.glasstrail.delivery.Receipt;
import dev.glasstrail.delivery.RevisionPlan;
import dev.glasstrail.render.Artifact;
import dev.glasstrail.render.Renderer;
import dev.glasstrail.report.AuditFacts;
import dev.glasstrail.settings.GlassSettings;
import dev.glasstrail.trail.Glob;
import dev.glasstrail.trail.ReadPlan;
import dev.glasstrail.trail.TrailException;
import dev.glasstrail.trail.Watch;
import dev.glasstrail.window.Readiness;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// One run from the question whether its window is ready to the receipt.
///
/// @param audit makes the report
/// @param renderers lay it out, in this order
/// @param destination puts the files in their place
/// @param version of this program
/// @param notes who runs it, where and since when
public record AuditRun(
        Audit audit,
        List<Renderer> renderers,
        Destination destination,
        String version,
        Bundle.RunNotes notes) {

    public AuditRun {
        renderers = List.copyOf(renderers);
    }

    /// Runs.
    ///
    /// @throws InterruptedException if the thread was interrupted; nothing half-made is left
    public RunOutcome run(RunRequest request) throws InterruptedException {
        Readiness readiness =
                Readiness.of(
                        request.window(), request.settings().window().settle(), request.asOf());
        if (readiness instanceof Readiness.NotReady notReady && request.settledOnly()) {
            return new RunOutcome.NotSettled(notReady.reason(), notReady.readyAt());
        }
        try {
            RevisionPlan plan =
                    destination.plan(request.job(), request.window().label(), request.force());
            AuditFacts.Occasion occasion =
                    new AuditFacts.Occasion(
                            request.window(), request.asOf(), readiness, plan.revision(), version);
            Audit.Made made =
                    audit.make(occasion, watch(request.settings().glass()), request.progress());
            return deliver(plan, made, request);
        } catch (TrailException failure) {
            return new RunOutcome.SourceFailed(message(failure));
        } catch (DeliveryException failure) {
            return failure.reason() == DeliveryException.Reason.DIFFERS
                    ? new RunOutcome.Refused(message(failure))
                    : new RunOutcome.DeliveryFailed(message(failure));
        }
    }

    /// Says what reading for a request would do, without doing it.
    ///
    /// @throws TrailException if the source could not be read at all
    /// @throws InterruptedException if the thread was interrupted
    public ReadPlan plan(RunRequest request) throws TrailException, InterruptedException {
        Readiness readiness =
                Readiness.of(
                        request.window(), request.settings().window().settle(), request.asOf());
        return audit.plan(
                new AuditFacts.Occasion(request.window(), request.asOf(), readiness, 1, version),
                watch(request.settings().glass()));
    }

    private RunOutcome deliver(RevisionPlan plan, Audit.Made made, RunRequest request)
            throws DeliveryException {
        Receipt receipt =
                destination.deliver(
                        plan,
                        new Bundle(
                                made.report().window(),
                                made.report().tool(),
                                request.settings().digest(),
                                made.inputs().stream()
                                        .map(input ->
                                                new Bundle.Input(
                                                        input.name(),
                                                        input.bytes(),
                                                        input.sha256()))
                                        .toList(),
                                notes.with(made.queries()),
                                folder -> render(made, folder)));
        return switch (receipt) {
            case Receipt.Delivered delivered ->
                    new RunOutcome.Delivered(made.report(), delivered.folder(), false);
            case Receipt.AlreadyThere there ->
                    new RunOutcome.Delivered(made.report(), there.folder(), true);
        };
    }

    private List<Artifact> render(Audit.Made made, Path folder) throws IOException {
        List<Artifact> artifacts = new ArrayList<>();
        for (Renderer renderer : renderers) {
            artifacts.addAll(renderer.render(made.report(), folder));
        }
        artifacts.addAll(QueryFiles.write(made.queries(), folder));
        return artifacts;
    }

    private static Watch watch(GlassSettings glass) {
        return new Watch(
                glass.roles().stream().map(Glob::of).toList(),
                glass.users().stream().map(Glob::of).toList(),
                glass.root(),
                Set.copyOf(glass.accounts()));
    }

    private static String message(Exception failure) {
        return String.valueOf(failure.getMessage());
    }
}
