package dev.glasstrail.delivery.folder;

import dev.glasstrail.delivery.Bundle;
import dev.glasstrail.delivery.DeliveryException;
import dev.glasstrail.delivery.Destination;
import dev.glasstrail.delivery.Receipt;
import dev.glasstrail.delivery.RevisionPlan;
import dev.glasstrail.render.Artifact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Delivers into `<out>/<job>/<label>/r<revision>/`.
///
/// The files are made in a hidden folder beside that place and moved there in one step, so a folder
/// under its final name is complete. `manifest.json`, `VERIFY.md` and `run.json` are added to them;
/// all but `run.json` follow from the bundle alone. A revision that is there is never touched.
public final class FolderDelivery implements Destination {

    private static final Pattern REVISION = Pattern.compile("r([1-9][0-9]{0,8})");

    private final Path out;
    private final Clock clock;

    /// @param out the folder for all reports; made where it is missing
    /// @param clock for the duration in `run.json` and the age of what killed runs left behind
    public FolderDelivery(Path out, Clock clock) {
        this.out = out.toAbsolutePath().normalize();
        this.clock = clock;
    }

    @Override
    public RevisionPlan plan(String job, String label, boolean force) throws DeliveryException {
        RevisionPlan first = new RevisionPlan(job, label, 1, false);
        Path revisions = revisionsOf(first);
        try {
            int latest = Files.exists(revisions) ? latest(revisions) : 0;
            boolean existing = latest > 0 && !force;
            return new RevisionPlan(job, label, existing ? latest : latest + 1, existing);
        } catch (IOException | UncheckedIOException e) {
            throw Refusal.of(revisions, e);
        }
    }

    @Override
    public Receipt deliver(RevisionPlan plan, Bundle bundle) throws DeliveryException {
        requireMatch(plan, bundle);
        Path job = out.resolve(plan.job());
        try {
            MadeFolders made = MadeFolders.make(job);
            try {
                Staging.removeAbandoned(job, clock.instant());
                return deliverThrough(Staging.open(job, plan, made), plan, bundle);
            } finally {
                made.removeEmpty();
            }
        } catch (IOException | UncheckedIOException e) {
            throw Refusal.of(out, e);
        }
    }

    private Receipt deliverThrough(Staging staging, RevisionPlan plan, Bundle bundle)
            throws IOException, DeliveryException {
        Path place = revisionsOf(plan).resolve("r" + plan.revision());
        try (staging) {
            List<Artifact> files = staging.fill(bundle, clock);
            if (plan.existing()) {
                return compared(staging, place, plan);
            }
            staging.sync();
            MadeFolders made = MadeFolders.make(revisionsOf(plan));
            try {
                Receipt receipt = moved(staging, place, plan, files);
                Staging.syncFolder(revisionsOf(plan));
                return receipt;
            } finally {
                made.removeEmpty();
            }
        }
    }

    private static Receipt moved(
            Staging staging, Path place, RevisionPlan plan, List<Artifact> files)
            throws IOException, DeliveryException {
        try {
            // Onto a folder with anything in it this fails, so of two runs one wins.
            Files.move(staging.folder(), place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                return comparedWithTheWinner(staging, place, plan);
            }
            throw e;
        }
        return new Receipt.Delivered(place, files);
    }

    private static Receipt compared(Staging staging, Path place, RevisionPlan plan)
            throws IOException, DeliveryException {
        Optional<String> difference = staging.firstDifference(place);
        if (difference.isPresent()) {
            throw Refusal.differs(place, difference.get(), plan.revision() + 1);
        }
        return new Receipt.AlreadyThere(place);
    }

    private static Receipt comparedWithTheWinner(Staging staging, Path place, RevisionPlan plan)
            throws IOException, DeliveryException {
        if (staging.firstDifference(place).isPresent()) {
            throw Refusal.overtaken(place, plan.revision() + 1);
        }
        return new Receipt.AlreadyThere(place);
    }

    private static void requireMatch(RevisionPlan plan, Bundle bundle) {
        if (!bundle.window().label().equals(plan.label())
                || bundle.window().revision() != plan.revision()) {
            throw new IllegalArgumentException(
                    "the report is %s r%d, the plan is %s r%d"
                            .formatted(
                                    bundle.window().label(),
                                    bundle.window().revision(),
                                    plan.label(),
                                    plan.revision()));
        }
    }

    private Path revisionsOf(RevisionPlan plan) {
        return out.resolve(plan.job()).resolve(plan.label());
    }

    private static int latest(Path revisions) throws IOException {
        try (Stream<Path> names = Files.list(revisions)) {
            return names.map(path -> REVISION.matcher(path.getFileName().toString()))
                    .filter(matcher -> matcher.matches())
                    .map(matcher -> Integer.parseInt(matcher.group(1)))
                    .max(Comparator.naturalOrder())
                    .orElse(0);
        }
    }
}
