package dev.glasstrail.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceRulesTest {

    private static final SourceRules PROGRAM = new SourceRules(Path.of("src/main/java"));

    @TempDir Path planted;

    @Test
    void noFileAndNoMethodOfTheProgramIsTooLong() throws IOException {
        assertThat(PROGRAM.tooLong()).isEmpty();
    }

    @Test
    void everyPackageOfTheProgramSaysWhatItIsForAndExcludesNull() throws IOException {
        assertThat(PROGRAM.badPackages()).isEmpty();
    }

    @Test
    void aFileOf401LinesIsFoundAndOneOf400IsNot() throws IOException {
        plant("some/Long.java", "final class Long {\n" + "\n".repeat(399) + "}\n");
        plant("some/Fitting.java", "final class Fitting {\n" + "\n".repeat(398) + "}\n");

        assertThat(new SourceRules(planted).tooLong())
                .containsExactly(
                        "some/Long.java has 401 lines, more than 400: split it by what its parts"
                                + " are about");
    }

    @Test
    void aMethodOf61LinesIsFoundAndOneOf60IsNot() throws IOException {
        String body = "        count++;\n";
        plant(
                "some/Methods.java",
                "final class Methods {\n    int count;\n\n    void tooLong() {\n"
                        + body.repeat(59)
                        + "    }\n\n    void fitting() {\n"
                        + body.repeat(58)
                        + "    }\n}\n");

        assertThat(new SourceRules(planted).tooLong())
                .containsExactly(
                        "some/Methods.java: tooLong has 61 lines, more than 60: give its steps"
                                + " names of their own");
    }

    @Test
    void packagesWithoutAPurposeAreFound() throws IOException {
        plant("some/bare/Thing.java", "final class Thing {}\n");
        plant("some/open/Thing.java", "final class Thing {}\n");
        plant("some/open/package-info.java", "/// Things.\npackage some.open;\n");
        plant("some/silent/package-info.java", "@NullMarked\npackage some.silent;\n");
        plant("some/util/package-info.java", "/// Things.\n@NullMarked\npackage some.util;\n");

        assertThat(new SourceRules(planted).badPackages())
                .containsExactly(
                        "some/bare has no package-info.java with @NullMarked",
                        "some/open has no package-info.java with @NullMarked",
                        "some/silent has a package-info.java that does not begin with its purpose",
                        "some/util is no name for a package: say what its classes are about");
    }

    private void plant(String name, String text) throws IOException {
        Path file = planted.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
