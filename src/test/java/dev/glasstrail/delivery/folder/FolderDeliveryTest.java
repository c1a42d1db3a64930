package dev.glasstrail.delivery.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.glasstrail.delivery.Bundle;
import dev.glasstrail.delivery.DeliveryException;
import dev.glasstrail.delivery.Receipt;
import dev.glasstrail.delivery.RevisionPlan;
import dev.glasstrail.render.Artifact;
import dev.glasstrail.report.ReportWindow;
import dev.glasstrail.report.Tool;
import dev.glasstrail.trail.Reading.QueryRun;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderDeliveryTest {

    private static final Instant NOW = Instant.parse("2026-11-17T08:00:05.250Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir private Path temp;
    private Path out;
    private FolderDelivery delivery;

    @BeforeEach
    void chooseFolder() throws IOException {
        temp = temp.toRealPath();
        out = temp.resolve("out");
        delivery = new FolderDelivery(out, CLOCK);
    }

    @Test
    void aDeliveryIsAWholeFolderAndNothingElse() throws Exception {
        Receipt receipt = deliver(false, contents("hello"));

        Path r1 = out.resolve("weekly/2026-W46/r1");
        assertThat(receipt)
                .isEqualTo(
                        new Receipt.Delivered(
                                r1,
                                List.of(
                                        Artifact.of(r1, "report.json"),
                                        Artifact.of(r1, "uses/a/story.md"))));
        assertThat(listing())
                .containsExactly(
                        "out/",
                        "out/weekly/",
                        "out/weekly/2026-W46/",
                        "out/weekly/2026-W46/r1/",
                        "out/weekly/2026-W46/r1/VERIFY.md",
                        "out/weekly/2026-W46/r1/manifest.json",
                        "out/weekly/2026-W46/r1/report.json",
                        "out/weekly/2026-W46/r1/run.json",
                        "out/weekly/2026-W46/r1/uses/",
                        "out/weekly/2026-W46/r1/uses/a/",
                        "out/weekly/2026-W46/r1/uses/a/story.md");
    }

    @Test
    void theSameBytesAgainAreThereAlready() throws Exception {
        deliver(false, contents("hello"));
        List<String> before = listing();
        Path run = out.resolve("weekly/2026-W46/r1/run.json");
        String firstRun = Files.readString(run);

        delivery = new FolderDelivery(out, Clock.offset(CLOCK, Duration.ofHours(1)));

        assertThat(delivery.plan("weekly", "2026-W46", false))
                .isEqualTo(new RevisionPlan("weekly", "2026-W46", 1, true));
        assertThat(deliver(false, contents("hello")))
                .isEqualTo(new Receipt.AlreadyThere(out.resolve("weekly/2026-W46/r1")));
        assertThat(listing()).isEqualTo(before);
        assertThat(Files.readString(run)).isEqualTo(firstRun);
    }

    @Test
    void otherBytesAreRefusedAndForceMakesTheNextRevision() throws Exception {
        deliver(false, contents("hello"));
        List<String> before = listing();

        DeliveryException refusal = refused(() -> deliver(false, contents("other")));

        assertThat(refusal.reason()).isEqualTo(DeliveryException.Reason.DIFFERS);
        assertThat(refusal)
                .hasMessage(
                        out.resolve("weekly/2026-W46/r1")
                                + " is there already and its report.json differs;"
                                + " give the --as-of of its manifest.json to repeat it,"
                                + " or --force to write r2 beside it");
        assertThat(listing()).isEqualTo(before);

        assertThat(deliver(true, contents("other")).folder())
                .isEqualTo(out.resolve("weekly/2026-W46/r2"));
        assertThat(Files.readString(out.resolve("weekly/2026-W46/r1/report.json")))
                .isEqualTo("hello");
        assertThat(deliver(false, contents("other")))
                .as("without force the latest is compared")
                .isEqualTo(new Receipt.AlreadyThere(out.resolve("weekly/2026-W46/r2")));
        assertThat(delivery.plan("weekly", "2026-W46", true).revision()).isEqualTo(3);
        assertThat(delivery.plan("demo", "2026-W46", true).revision()).isEqualTo(1);
    }

    @Test
    void aDeliveryThatWasTamperedWithIsNotTheSame() throws Exception {
        deliver(false, contents("hello"));
        Files.delete(out.resolve("weekly/2026-W46/r1/uses/a/story.md"));

        assertThat(refused(() -> deliver(false, contents("hello"))))
                .hasMessageContaining("its uses/a/story.md differs");
    }

    @Test
    void whatARunThatWasKilledLeftBehindGoesAfterADay() throws Exception {
        Path job = Files.createDirectories(out.resolve("weekly"));
        Path old = halfMade(job.resolve(".2026-W45-r1.partial-0a1b2c3d"), Duration.ofHours(25));
        Path young = halfMade(job.resolve(".2026-W45-r1.partial-4e5f6a7b"), Duration.ofHours(23));
        Path foreign = halfMade(job.resolve(".notes"), Duration.ofDays(900));

        deliver(false, contents("hello"));

        assertThat(old).doesNotExist();
        assertThat(young.resolve("report.json")).exists();
        assertThat(foreign.resolve("report.json")).exists();
    }

    @Test
    void aFullDiskIsOneLineAndLeavesNothing() {
        Assumptions.assumeTrue(Files.exists(Path.of("/dev/full")), "no /dev/full here");

        DeliveryException refusal =
                refused(() ->
                        deliver(
                                false,
                                folder -> {
                                    Files.writeString(folder.resolve("report.json"), "half");
                                    try (OutputStream full =
                                            Files.newOutputStream(Path.of("/dev/full"))) {
                                        full.write(new byte[4096]);
                                    }
                                    return List.of();
                                }));

        assertThat(refusal.reason()).isEqualTo(DeliveryException.Reason.NO_ROOM);
        assertThat(refusal)
                .hasMessage(
                        "no room left for the report below "
                                + out
                                + "; free some, or give another --out");
        assertThat(out).doesNotExist();
    }

    @Test
    void aRendererThatFailsLeavesNothing() {
        assertThatThrownBy(() ->
                        deliver(
                                false,
                                folder -> {
                                    Files.writeString(folder.resolve("report.json"), "half");
                                    throw new IllegalStateException("a bug");
                                }))
                .hasMessage("a bug");
        assertThat(out).doesNotExist();
    }

    @Test
    void aFileThatNobodyNamesIsABug() {
        assertThatThrownBy(() ->
                        deliver(
                                false,
                                folder -> {
                                    Files.writeString(folder.resolve("stray"), "x");
                                    return List.of();
                                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the renderers named the files [] and made [stray]");
        assertThat(out).doesNotExist();
    }

    @Test
    void aFileInTheWayIsOneLine() throws Exception {
        Files.writeString(out, "not a folder");

        DeliveryException refusal = refused(() -> deliver(false, contents("hello")));

        assertThat(refusal.reason()).isEqualTo(DeliveryException.Reason.NO_PLACE);
        assertThat(refusal.getMessage()).startsWith("cannot write " + out).doesNotContain("\n");
        assertThat(out).hasContent("not a folder");
    }

    @Test
    void aFileInPlaceOfTheWindowsFolderIsOneLine() throws Exception {
        Files.createDirectories(out.resolve("weekly"));
        Files.writeString(out.resolve("weekly/2026-W46"), "not a folder");

        assertThat(refused(() -> delivery.plan("weekly", "2026-W46", false)))
                .hasMessage(
                        "cannot write "
                                + out.resolve("weekly/2026-W46")
                                + ": it is a file and a folder is needed; make way for it, or give another --out");
    }

    @Test
    void aNameThatIsTooLongIsOneLine() {
        FolderDelivery tooLong = new FolderDelivery(temp.resolve("x".repeat(300)), CLOCK);

        DeliveryException refusal =
                refused(() -> tooLong.deliver(plan(1, false), bundle(1, contents("hello"))));

        assertThat(refusal.reason()).isEqualTo(DeliveryException.Reason.NO_PLACE);
        assertThat(refusal)
                .hasMessageContaining("too long; make way for it, or give another --out");
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void missingPermissionIsOneLine() throws Exception {
        Files.createDirectory(out);
        Assumptions.assumeTrue(out.toFile().setWritable(false), "permissions do not apply here");
        Assumptions.assumeFalse(Files.isWritable(out), "this user may write anywhere");

        DeliveryException refusal = refused(() -> deliver(false, contents("hello")));

        assertThat(refusal.reason()).isEqualTo(DeliveryException.Reason.NOT_ALLOWED);
        assertThat(refusal)
                .hasMessage(
                        "cannot write "
                                + out.resolve("weekly")
                                + ": permission denied; change its permissions, or give another --out");
    }

    @Test
    void aLinkToAFolderIsAFolderAndALinkToNothingIsOneLine() throws Exception {
        Path real = Files.createDirectory(temp.resolve("real"));
        Files.createSymbolicLink(out, real);
        deliver(false, contents("hello"));
        assertThat(real.resolve("weekly/2026-W46/r1/manifest.json")).exists();

        Path dangling = Files.createSymbolicLink(temp.resolve("dangling"), temp.resolve("nowhere"));
        FolderDelivery nowhere = new FolderDelivery(dangling, CLOCK);
        assertThat(refused(() -> nowhere.deliver(plan(1, false), bundle(1, contents("hello")))))
                .hasMessageStartingWith("cannot write " + dangling);
        assertThat(dangling).isSymbolicLink();
    }

    @Test
    void ofTwoRunsAtOnceOneWinsAndTheOtherFindsTheSameBytes() throws Exception {
        List<Object> outcomes = race("same", "same");

        assertThat(outcomes).hasAtLeastOneElementOfType(Receipt.Delivered.class);
        assertThat(outcomes).hasAtLeastOneElementOfType(Receipt.AlreadyThere.class);
        assertThat(listing()).filteredOn(name -> name.contains("partial")).isEmpty();
    }

    @Test
    void ofTwoRunsAtOnceTheSlowerWithOtherBytesIsRefused() throws Exception {
        List<Object> outcomes = race("one", "other");

        assertThat(outcomes).hasAtLeastOneElementOfType(Receipt.Delivered.class);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome instanceof DeliveryException)
                .singleElement()
                .satisfies(refusal ->
                        assertThat((DeliveryException) refusal)
                                .hasMessage(
                                        out.resolve("weekly/2026-W46/r1")
                                                + " was delivered by another run in the meantime and"
                                                + " differs; run again with --force to write r2"));
        assertThat(listing()).filteredOn(name -> name.contains("partial")).isEmpty();
    }

    @Test
    void aReportOfAnotherRevisionThanPlannedIsABug() {
        assertThatThrownBy(() -> delivery.deliver(plan(2, false), bundle(1, contents("x"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the report is 2026-W46 r1, the plan is 2026-W46 r2");
        assertThatThrownBy(() -> delivery.plan("../etc", "2026-W46", false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("job is \"../etc\": want letters");
    }

    private List<Object> race(String first, String second) throws Exception {
        CyclicBarrier bothHaveRendered = new CyclicBarrier(2);
        List<Callable<Object>> runs = new ArrayList<>();
        for (String text : List.of(first, second)) {
            Bundle bundle =
                    bundle(
                            1,
                            folder -> {
                                List<Artifact> files = contents(text).writeInto(folder);
                                try {
                                    bothHaveRendered.await();
                                } catch (Exception e) {
                                    throw new IllegalStateException(e);
                                }
                                return files;
                            });
            runs.add(() -> {
                try {
                    return delivery.deliver(plan(1, false), bundle);
                } catch (DeliveryException e) {
                    return e;
                }
            });
        }
        List<Object> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<Object> run : threads.invokeAll(runs)) {
                outcomes.add(run.get());
            }
        }
        return outcomes;
    }

    private Receipt deliver(boolean force, Bundle.Contents contents) throws DeliveryException {
        RevisionPlan plan = delivery.plan("weekly", "2026-W46", force);
        return delivery.deliver(plan, bundle(plan.revision(), contents));
    }

    private static RevisionPlan plan(int revision, boolean existing) {
        return new RevisionPlan("weekly", "2026-W46", revision, existing);
    }

    private static Bundle.Contents contents(String text) {
        return folder -> {
            Files.writeString(folder.resolve("report.json"), text);
            Files.createDirectories(folder.resolve("uses/a"));
            Files.writeString(folder.resolve("uses/a/story.md"), "A story.\n");
            return List.of(
                    Artifact.of(folder, "uses/a/story.md"), Artifact.of(folder, "report.json"));
        };
    }

    static Bundle bundle(int revision, Bundle.Contents contents) {
        return new Bundle(
                new ReportWindow(
                        Instant.parse("2026-11-09T00:00:00Z"),
                        Instant.parse("2026-11-16T00:00:00Z"),
                        "2026-W46",
                        Instant.parse("2026-11-17T08:00:00Z"),
                        false,
                        null,
                        revision,
                        null),
                new Tool("glasstrail", "0.1.0"),
                "5e".repeat(32),
                List.of(
                        new Bundle.Input("b/2.json.gz", 20, "bb".repeat(32)),
                        new Bundle.Input("a/1\u00e9\u202e.json.gz", 10, "aa".repeat(32))),
                new Bundle.RunNotes(Instant.parse("2026-11-17T08:00:00Z"), "batch-1", "ops")
                        .with(
                                List.of(
                                        new QueryRun(
                                                "openings",
                                                "q-1",
                                                "SELECT 1",
                                                "Athena engine version 3",
                                                1_048_576,
                                                120,
                                                2_400,
                                                17))),
                contents);
    }

    private static DeliveryException refused(ThrowingCallable call) {
        return catchThrowableOfType(DeliveryException.class, call);
    }

    private static Path halfMade(Path folder, Duration age) throws IOException {
        Files.createDirectory(folder);
        Path file = Files.writeString(folder.resolve("report.json"), "half");
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
        Files.setLastModifiedTime(folder, FileTime.from(NOW.minus(age)));
        return folder;
    }

    private List<String> listing() throws IOException {
        try (Stream<Path> all = Files.walk(temp)) {
            return all.filter(path -> !path.equals(temp))
                    .map(path ->
                            temp.relativize(path)
                                    + (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                                            ? "/"
                                            : ""))
                    .sorted()
                    .toList();
        }
    }
}
