package dev.glasstrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.cli.Launch.Outcome;
import dev.glasstrail.settings.ExampleFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The alarm that `setup` prints, from the command line.
final class SetupAlarmTest {

    private static final String NOTE =
            "glasstrail: The rules ring for glass of every account, not of glass.accounts alone: an attempt is recorded where it comes from.\n";

    @TempDir Path folder;
    private Launch launch;

    @BeforeEach
    void prepare() {
        launch = new Launch(folder);
    }

    @Test
    void theExamplesAlarmIsTheBundledTemplate() throws IOException {
        launch.config(ExampleFile.text());

        assertThat(launch.run("setup alarm"))
                .isEqualTo(
                        new Outcome(0, Files.readString(Path.of("config/aws/alarm.yaml")), NOTE));
    }

    @Test
    void theExamplesRulesAreTheBundledVariables() throws IOException {
        launch.config(ExampleFile.text());

        assertThat(launch.run("setup alarm --terraform"))
                .isEqualTo(
                        new Outcome(
                                0,
                                Files.readString(
                                        Path.of("config/terraform/alarm/rules.auto.tfvars.json")),
                                NOTE));
    }

    @Test
    void flagsSayWhatIsWatchedInPlaceOfTheFile() throws IOException {
        launch.config(ExampleFile.text());

        Outcome outcome = launch.run("setup alarm --role rescue --account 111122223333");

        assertThat(outcome.out())
                .contains("- { suffix: '/rescue' }")
                .contains("- { wildcard: '*/AWSReservedSSO_rescue_*' }")
                .doesNotContain("break-glass", "UserKey", "RootKey");
        assertThat(outcome.code()).isZero();
    }

    @Test
    void whoWatchesNothingIsTold() {
        assertThat(launch.run("setup alarm"))
                .isEqualTo(
                        new Outcome(
                                2,
                                "",
                                """
                                glasstrail: nothing is watched, so there is nothing to ring for; set glass.roles, glass.users or glass.root
                                Try: glasstrail setup --help
                                """));
    }
}
