package dev.glasstrail.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import org.junit.jupiter.api.Test;

/// Each wall finds the class that was planted to break it. A rule that matches nothing would pass
/// on any program.
final class PlantedViolationsTest {

    private static final String ROOT = "dev.glasstrail.architecture.planted";
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(ROOT);
    private static final Walls WALLS = new Walls(ROOT);

    @Test
    void aPackageOutsideThePlanIsFound() {
        assertFound(
                WALLS.everyClassIsPlaced(),
                "helper.Misplaced: the package helper is not in PackagePlan");
    }

    @Test
    void aStageThatReachesForTheCompositionRootIsFound() {
        assertFound(WALLS.packagesUseOnlyWhatThePlanAllows(), "session.ReachesUp");
    }

    @Test
    void aStageThatSeesAnAdapterIsFound() {
        assertFound(WALLS.packagesUseOnlyWhatThePlanAllows(), "session.SeesAnAdapter");
    }

    @Test
    void aStageThatUsesALaterOneIsFound() {
        assertFound(WALLS.packagesUseOnlyWhatThePlanAllows(), "session.LooksAhead");
    }

    @Test
    void anAdapterThatUsesAnotherStagesAdapterIsFound() {
        assertFound(WALLS.packagesUseOnlyWhatThePlanAllows(), "render.pdf.PeeksAtTheFiles");
    }

    @Test
    void aCommandThatBypassesTheCompositionRootIsFound() {
        assertFound(WALLS.packagesUseOnlyWhatThePlanAllows(), "cli.BypassesTheApp");
    }

    @Test
    void packagesThatUseEachOtherAreFound() {
        assertFound(
                WALLS.firstLevelPackagesAreFreeOfCycles(),
                "Cycle detected: Slice app -> \n                Slice session");
    }

    @Test
    void aStageThatParsesArgumentsIsFound() {
        assertFound(WALLS.librariesStayInTheirPlaces(), "session.ParsesArguments");
    }

    @Test
    void aLibraryThatNobodyPlacedIsFound() {
        assertFound(
                WALLS.librariesStayInTheirPlaces(),
                "session.BringsALibrary: no place for this library");
    }

    @Test
    void aStageThatReadsTheClockIsFound() {
        assertFound(WALLS.timeIsHandedIn(), "session.ReadsTheClock.instant()");
        assertFound(WALLS.timeIsHandedIn(), "session.ReadsTheClock.clock()");
        assertFound(WALLS.timeIsHandedIn(), "session.ReadsTheClock.millis()");
    }

    @Test
    void aStageThatPrintsIsFound() {
        assertFound(WALLS.onlyTheCommandLinePrints(), "session.Prints.toTheTerminal()");
        assertFound(WALLS.onlyTheCommandLinePrints(), "session.Prints.itsTroubles(");
    }

    @Test
    void aCommandThatEndsTheProcessIsFound() {
        assertFound(WALLS.onlyMainEndsTheProcess(), "cli.EndsTheProcess");
    }

    @Test
    void anAdapterWithTwoDoorsIsFound() {
        assertFound(WALLS.anAdapterHasOneDoor(), "trail.files exposes [PlantedFiles, SecondDoor]");
    }

    @Test
    void anOptionalComponentIsFound() {
        assertFound(
                WALLS.absentValuesAreNotOptionalComponents(),
                "session.HoldsAnOptional.explanation>");
        assertFound(
                WALLS.absentValuesAreNotOptionalComponents(),
                "session.HoldsAnOptional.<init>(java.util.Optional)");
    }

    private static void assertFound(ArchRule rule, String trace) {
        EvaluationResult result = rule.evaluate(PLANTED);
        assertThat(result.getFailureReport().toString()).contains(trace);
    }
}
