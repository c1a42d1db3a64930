package dev.glasstrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.cli.Launch.Outcome;
import dev.glasstrail.doctor.Check;
import dev.glasstrail.doctor.Diagnosis;
import dev.glasstrail.doctor.State;
import dev.glasstrail.settings.AwsSettings;
import dev.glasstrail.settings.ExampleFile;
import dev.glasstrail.settings.Settings;
import dev.glasstrail.settings.SourceSettings.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How a diagnosis is told.
final class DoctorCommandTest {

    private static final Check WELL = new Check("region", "region", new State.Ok("eu-central-1"));
    private static final Check POORER =
            new Check(
                    "bytes-limit",
                    "bytes limit",
                    new State.Warning("none", "set one in the workgroup"));
    private static final Check ILL =
            new Check(
                    "workgroup",
                    "workgroup a\u001b[2J\u202eb",
                    new State.Failed("access is denied", "allow athena:GetWorkGroup"));
    private static final Check LEFT_OUT =
            new Check("engine", "query engine", new State.Skipped("the workgroup is not known"));

    @TempDir Path folder;
    private Launch launch;

    @BeforeEach
    void prepare() {
        launch = new Launch(folder);
    }

    @Test
    void eachCheckIsOneLineAndAFailureIsExitCode4() {
        Outcome outcome = launch.finding(diagnosis(WELL, POORER, ILL, LEFT_OUT)).run("doctor");

        assertThat(outcome)
                .isEqualTo(
                        new Outcome(
                                4,
                                """
                                ok       region: eu-central-1
                                warning  bytes limit: none; set one in the workgroup
                                failed   workgroup a\\u{1b}[2J\\u{202e}b: access is denied; allow athena:GetWorkGroup
                                skipped  query engine: the workgroup is not known

                                1 ok, 1 warning, 1 failed, 1 skipped
                                """,
                                ""));
    }

    @Test
    void warningsAreNoFailure() {
        Outcome outcome = launch.finding(diagnosis(WELL, POORER, POORER)).run("doctor");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).endsWith("\n\n1 ok, 2 warnings, 0 failed, 0 skipped\n");
    }

    @Test
    void programsReadOneDocument() {
        Outcome outcome =
                launch.finding(diagnosis(WELL, POORER, ILL, LEFT_OUT)).run("doctor --json");

        assertThat(outcome)
                .isEqualTo(
                        new Outcome(
                                4,
                                """
                                {
                                  "schema": "glasstrail/doctor/1",
                                  "at": "2026-11-17T08:41:12Z",
                                  "source": "athena",
                                  "healthy": false,
                                  "ok": 1,
                                  "warnings": 1,
                                  "failed": 1,
                                  "skipped": 1,
                                  "checks": [
                                    {
                                      "id": "region",
                                      "what": "region",
                                      "state": "ok",
                                      "detail": "eu-central-1",
                                      "fix": null
                                    },
                                    {
                                      "id": "bytes-limit",
                                      "what": "bytes limit",
                                      "state": "warning",
                                      "detail": "none",
                                      "fix": "set one in the workgroup"
                                    },
                                    {
                                      "id": "workgroup",
                                      "what": "workgroup a\\u001B[2J\\u202Eb",
                                      "state": "failed",
                                      "detail": "access is denied",
                                      "fix": "allow athena:GetWorkGroup"
                                    },
                                    {
                                      "id": "engine",
                                      "what": "query engine",
                                      "state": "skipped",
                                      "detail": "the workgroup is not known",
                                      "fix": null
                                    }
                                  ]
                                }
                                """,
                                ""));
    }

    @Test
    void flagsWinOverTheFile() throws IOException {
        launch.config(ExampleFile.text());

        Outcome outcome = launch.run("doctor --source athena --workgroup audit --region eu-west-1");

        assertThat(outcome.code()).isZero();
        Settings examined = launch.examined.getFirst();
        assertThat(examined.source().kind()).isEqualTo(Kind.ATHENA);
        assertThat(examined.source().athena().workgroup()).isEqualTo("audit");
        assertThat(examined.aws().region()).isEqualTo("eu-west-1");
        assertThat(examined.source().files().bucket()).isEqualTo("s3://your-trail-bucket/AWSLogs");
    }

    @Test
    void withoutAFileTheDefaultsAreExamined() {
        launch.run("doctor");

        assertThat(launch.examined.getFirst().aws()).isEqualTo(AwsSettings.DEFAULTS);
    }

    @Test
    void aWrongFlagIsOneLineAndAHint() {
        assertThat(launch.run("doctor --region Frankfurt"))
                .isEqualTo(
                        new Outcome(
                                2,
                                "",
                                """
                                glasstrail: --region has "Frankfurt", which is no region; give one such as eu-central-1
                                Try: glasstrail doctor --help
                                """));
        assertThat(launch.examined).isEmpty();
    }

    private static Diagnosis diagnosis(Check... checks) {
        return new Diagnosis(Kind.ATHENA, Launch.NOW, List.of(checks));
    }
}
