package dev.glasstrail.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// The program keeps every wall. Where a message names a plan, look at [PackagePlan] or
/// [LibraryPlan]: a new package or library is placed there, on purpose.
final class ArchitectureTest {

    private static final JavaClasses PROGRAM =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.glasstrail");
    private static final Walls WALLS = new Walls("dev.glasstrail");

    @Test
    void everyClassIsPlaced() {
        WALLS.everyClassIsPlaced().check(PROGRAM);
    }

    @Test
    void packagesUseOnlyWhatThePlanAllows() {
        WALLS.packagesUseOnlyWhatThePlanAllows().check(PROGRAM);
    }

    @Test
    void firstLevelPackagesAreFreeOfCycles() {
        WALLS.firstLevelPackagesAreFreeOfCycles().check(PROGRAM);
    }

    @Test
    void librariesStayInTheirPlaces() {
        WALLS.librariesStayInTheirPlaces().check(PROGRAM);
    }

    @Test
    void timeIsHandedIn() {
        WALLS.timeIsHandedIn().check(PROGRAM);
    }

    @Test
    void onlyTheCommandLinePrints() {
        WALLS.onlyTheCommandLinePrints().check(PROGRAM);
    }

    @Test
    void onlyMainEndsTheProcess() {
        WALLS.onlyMainEndsTheProcess().check(PROGRAM);
    }

    @Test
    void anAdapterHasOneDoor() {
        WALLS.anAdapterHasOneDoor().check(PROGRAM);
    }

    @Test
    void absentValuesAreNotOptionalComponents() {
        WALLS.absentValuesAreNotOptionalComponents().check(PROGRAM);
    }
}
