package dev.glasstrail.cli;

import dev.glasstrail.doctor.Check;
import dev.glasstrail.doctor.Diagnosis;
import dev.glasstrail.doctor.State;
import dev.glasstrail.run.ExitCode;
import dev.glasstrail.settings.Settings;
import dev.glasstrail.settings.SettingsException;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Checks what the settings name.
@Command(
        name = "doctor",
        customSynopsis = "glasstrail doctor [FLAGS]",
        header = "Checks each thing that the settings name, and says how to put it right.",
        description = {
            "",
            "One line each: who asks AWS, the clock, the workgroup, the table with its columns and partitions, the logs, the trails and what they leave out, the people, the folder of reports. It asks with calls that read, costs nothing and changes nothing.",
            "",
            "Settings come from config/glasstrail.yaml in the working directory where there is one, or from --config. Flags win over it. What the source does not use is checked where the settings name it, and is a warning at the most.",
            "",
            "The exit code is 0 if nothing failed, and 4 if something did: a report cannot be made, or not be relied on."
        },
        footer = {
            "",
            "Examples:",
            "  Everything that config/glasstrail.yaml names:",
            "    glasstrail doctor",
            "  Whether this machine could ask Athena, for a program to read:",
            "    glasstrail doctor --source athena --workgroup audit --json"
        })
final class DoctorCommand implements Callable<Integer>, Traced {

    private final Surroundings surroundings;
    private final Audits audits;

    @Mixin private SourceOptions source = new SourceOptions();

    @Mixin private AwsOptions aws = new AwsOptions();

    @Mixin private ConfigOptions config = new ConfigOptions();

    @Option(names = "--json", description = "Print one JSON document instead of lines.")
    private boolean json;

    @Mixin private CommonOptions common = new CommonOptions();

    DoctorCommand(Surroundings surroundings, Audits audits) {
        this.surroundings = surroundings;
        this.audits = audits;
    }

    @Override
    public boolean stacktrace() {
        return common.stacktrace();
    }

    @Override
    public Integer call() throws SettingsException, InterruptedException {
        Diagnosis diagnosis =
                audits.examine(
                        settings(config.read(surroundings)), surroundings.workingDirectory());
        if (json) {
            surroundings.out().print(diagnosis.json());
        } else {
            print(diagnosis);
        }
        ExitCode code = diagnosis.isHealthy() ? ExitCode.MADE : ExitCode.SOURCE_FAILED;
        return code.number();
    }

    private Settings settings(Settings file) {
        try {
            return file.with(source.over(file.source(), surroundings.workingDirectory()))
                    .with(aws.over(file.aws()));
        } catch (IllegalArgumentException e) {
            throw new ArgumentException(String.valueOf(e.getMessage()));
        }
    }

    private void print(Diagnosis diagnosis) {
        PrintStream out = surroundings.out();
        diagnosis.checks().forEach(check -> out.println(line(check)));
        out.println();
        long warnings = diagnosis.count(State.Warning.class);
        out.println(
                "%d ok, %d %s, %d failed, %d skipped"
                        .formatted(
                                diagnosis.count(State.Ok.class),
                                warnings,
                                warnings == 1 ? "warning" : "warnings",
                                diagnosis.count(State.Failed.class),
                                diagnosis.count(State.Skipped.class)));
    }

    private static String line(Check check) {
        State state = check.state();
        String fix = state.fix().isEmpty() ? "" : "; " + state.fix();
        return Terminal.escape(
                "%-8s %s: %s%s".formatted(state.word(), check.what(), state.detail(), fix));
    }
}
