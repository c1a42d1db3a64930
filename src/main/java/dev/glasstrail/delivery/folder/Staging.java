package dev.glasstrail.delivery.folder;

import dev.glasstrail.delivery.Bundle;
import dev.glasstrail.delivery.RevisionPlan;
import dev.glasstrail.render.Artifact;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The hidden folder in which a delivery is made. Closing it takes away what was not moved to its
/// place.
final class Staging implements AutoCloseable {

    /// Longer than any run; a folder untouched for so long was left behind by a run that was
    /// killed.
    private static final Set<String> DERIVED = Set.of("VERIFY.md", "manifest.json");

    private static final Duration ABANDONED_AFTER = Duration.ofHours(24);

    private static final Pattern NAME = Pattern.compile("\\..+-r[0-9]+\\.partial-[0-9a-f]{8}");

    private final Path folder;
    private final Thread atShutdown;

    private Staging(Path folder, MadeFolders above) {
        this.folder = folder;
        this.atShutdown =
                new Thread(
                        () -> {
                            Trees.deleteWhileBeingWritten(folder);
                            above.removeEmpty();
                        },
                        "staging");
    }

    /// Opens one in the folder of the job, which is on the file system of the final place. When the
    /// process is told to end, it goes, and what was made `above` it.
    static Staging open(Path job, RevisionPlan plan, MadeFolders above) throws IOException {
        String random = UUID.randomUUID().toString().substring(0, 8);
        String name = ".%s-r%d.partial-%s".formatted(plan.label(), plan.revision(), random);
        Staging staging = new Staging(Files.createDirectory(job.resolve(name)), above);
        Runtime.getRuntime().addShutdownHook(staging.atShutdown);
        return staging;
    }

    /// Takes away what killed runs left in the folder of the job.
    static void removeAbandoned(Path job, Instant now) throws IOException {
        List<Path> found;
        try (Stream<Path> all = Files.list(job)) {
            found = all.filter(p -> NAME.matcher(p.getFileName().toString()).matches()).toList();
        }
        for (Path staging : found) {
            if (Trees.lastTouched(staging).plus(ABANDONED_AFTER).isBefore(now)) {
                Trees.delete(staging);
            }
        }
    }

    Path folder() {
        return folder;
    }

    /// Makes every file of the delivery.
    ///
    /// @return the files of the report, ascending by name
    List<Artifact> fill(Bundle bundle, Clock clock) throws IOException {
        List<Artifact> files = new ArrayList<>(bundle.contents().writeInto(folder));
        files.sort(Comparator.comparing(Artifact::name));
        requireAll(files);
        ManifestFile.write(folder, bundle, files);
        VerifyFile.write(folder, files);
        RunFile.write(folder, bundle.run(), clock.instant());
        return files;
    }

    /// A file that nobody accounts for must not be delivered, nor one promised and not made.
    private void requireAll(List<Artifact> files) throws IOException {
        List<String> named = files.stream().map(Artifact::name).toList();
        List<String> there = List.copyOf(Trees.files(folder));
        if (!named.equals(there)) {
            throw new IllegalStateException(
                    "the renderers named the files " + named + " and made " + there);
        }
    }

    /// Has the operating system put everything on the disk.
    void sync() throws IOException {
        for (String name : Trees.files(folder)) {
            try (FileChannel file =
                    FileChannel.open(folder.resolve(name), StandardOpenOption.WRITE)) {
                file.force(true);
            }
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path inner : all.filter(Files::isDirectory).toList()) {
                syncFolder(inner);
            }
        }
    }

    static void syncFolder(Path folder) {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException e) {
            // Some platforms cannot do this to a folder; the files themselves are safe.
            return;
        }
    }

    /// The first file, by name, that differs from the delivery in `place` or is in only one of
    /// them. What differs from run to run does not count.
    Optional<String> firstDifference(Path place) throws IOException {
        Set<String> names = new TreeSet<>(Trees.files(folder));
        if (Files.isDirectory(place)) {
            names.addAll(Trees.files(place));
        }
        names.removeAll(Set.of(RunFile.NAME, "manifest.sig"));
        for (String name : tellingFirst(names)) {
            Path mine = folder.resolve(name);
            Path theirs = place.resolve(name);
            if (!Files.isRegularFile(mine)
                    || !Files.isRegularFile(theirs)
                    || Files.mismatch(mine, theirs) >= 0) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    /// The report says more than the files that are made from its other files.
    private static List<String> tellingFirst(Set<String> names) {
        return names.stream()
                .sorted(
                        Comparator.comparing((String name) -> !name.equals("report.json"))
                                .thenComparing(DERIVED::contains)
                                .thenComparing(name -> name))
                .toList();
    }

    @Override
    public void close() throws IOException {
        try {
            Runtime.getRuntime().removeShutdownHook(atShutdown);
        } catch (IllegalStateException e) {
            // The process is ending, and the hook does what is left to do.
            return;
        }
        Trees.delete(folder);
    }
}
