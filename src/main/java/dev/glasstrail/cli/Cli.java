package dev.glasstrail.cli;

import dev.glasstrail.app.Glasstrail;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;

/// One command line, from its arguments to its exit code.
public final class Cli {

    private static final OptionSpec VERSION =
            OptionSpec.builder("-V", "--version")
                    .versionHelp(true)
                    .description("Print the version and exit.")
                    .build();
    private static final OptionSpec HELP =
            OptionSpec.builder("-h", "--help")
                    .usageHelp(true)
                    .description("Print this and exit.")
                    .build();

    private final Surroundings surroundings;
    private final Audits audits;

    Cli(Surroundings surroundings, Audits audits) {
        this.surroundings = surroundings;
        this.audits = audits;
    }

    /// Runs one command line of the real program.
    ///
    /// @return the number for the process to end with, one of [dev.glasstrail.run.ExitCode]
    public static int run(String[] args, Surroundings surroundings) {
        return new Cli(surroundings, Audits.of(new Glasstrail())).run(args);
    }

    int run(String... args) {
        CommandLine commandLine =
                new CommandLine(new TopCommand())
                        .addSubcommand(new ReportCommand(surroundings, audits))
                        .addSubcommand(new DemoCommand(surroundings, audits))
                        .addSubcommand(new DoctorCommand(surroundings, audits))
                        .addSubcommand(
                                new CommandLine(new SetupCommand(audits, surroundings))
                                        .addSubcommand(new CollectAlarmCommand(surroundings)));
        configure(commandLine);
        try {
            return commandLine.execute(args);
        } catch (Error e) {
            // Java's own code for this would be 1, which means findings.
            return new Failures(surroundings).broken(e);
        }
    }

    private void configure(CommandLine commandLine) {
        Failures failures = new Failures(surroundings);
        commandLine
                .setOut(writer(surroundings.out()))
                .setErr(writer(surroundings.err()))
                // A pattern that begins with @ is a pattern, and no file of further arguments.
                .setExpandAtFiles(false)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setParameterExceptionHandler(failures::parameters)
                .setExecutionExceptionHandler(failures::execution);
        commandLine.getCommandSpec().addOption(VERSION).addOption(HELP);
        HelpPage.layOut(commandLine, true);
        commandLine.getSubcommands().values().forEach(Cli::layOut);
    }

    private static void layOut(CommandLine command) {
        command.getCommandSpec().addOption(HELP);
        HelpPage.layOut(command, command.getCommand() instanceof ReportCommand);
        command.getSubcommands().values().forEach(Cli::layOut);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, stream.charset()), true);
    }
}
