package dev.glasstrail.cli;

import dev.glasstrail.app.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The command without a subcommand: it can only say what there is.
@Command(
        name = "glasstrail",
        customSynopsis = "glasstrail COMMAND [FLAGS]",
        header = "Tells, with evidence, every time someone broke the glass in AWS.",
        description = {
            "",
            "Breaking the glass is using an emergency role, permission set, IAM user or root whose powers nobody has day to day. Glasstrail reads CloudTrail's logs and writes the report that is owed afterwards: who, when, what they did, what could not be proven."
        },
        footer = {
            "",
            "Start here:",
            "  glasstrail demo              a report on a made-up week, without AWS",
            "  glasstrail report --help     a report on your own logs, with examples"
        },
        versionProvider = TopCommand.Versions.class)
final class TopCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "no command is given; say report, doctor, setup or demo");
    }

    /// The version for `--version`.
    static final class Versions implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"glasstrail " + Version.current()};
        }
    }
}
