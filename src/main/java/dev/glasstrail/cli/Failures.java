package dev.glasstrail.cli;

import dev.glasstrail.run.ExitCode;
import dev.glasstrail.settings.Problem;
import dev.glasstrail.settings.SettingsException;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// What is said when a command does not get to its end: one line, the next step, and where the
/// error comes from only for those who ask.
///
/// @param surroundings where it is said
record Failures(Surroundings surroundings) {

    /// Arguments that could not be taken apart.
    int parameters(ParameterException problem, String[] args) {
        String message = String.valueOf(problem.getMessage());
        if (problem instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            message += "; did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?";
        }
        return argument(problem.getCommandLine(), lowerCased(message));
    }

    /// Anything that a command threw.
    int execution(Exception problem, CommandLine command, ParseResult parsed) {
        if (isTraced(command)) {
            problem.printStackTrace(surroundings.err());
        }
        return switch (problem) {
            case ArgumentException e -> argument(command, String.valueOf(e.getMessage()));
            case SettingsException e -> settings(e);
            case InterruptedException _ ->
                    said("interrupted; nothing was delivered", ExitCode.INTERRUPTED);
            default -> bug(problem);
        };
    }

    /// What picocli does not catch.
    int broken(Error problem) {
        if (problem instanceof OutOfMemoryError) {
            return said(
                    "Java ran out of memory; give it more, for example with GLASSTRAIL_JAVA_OPTS=-Xmx2g",
                    ExitCode.BUG);
        }
        return bug(problem);
    }

    private int argument(CommandLine command, String message) {
        Complaint.of(message).printTo(surroundings.err());
        surroundings.err().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.ARGUMENTS.number();
    }

    private int settings(SettingsException refused) {
        for (Problem problem : refused.problems()) {
            Complaint.of(problem.toString()).printTo(surroundings.err());
        }
        return ExitCode.SETTINGS.number();
    }

    private int bug(Throwable problem) {
        return said(
                "this is a bug in Glasstrail: %s; run it again with --stacktrace and report what it prints"
                        .formatted(problem),
                ExitCode.BUG);
    }

    private int said(String message, ExitCode code) {
        Complaint.of(message).printTo(surroundings.err());
        return code.number();
    }

    private boolean isTraced(CommandLine command) {
        return surroundings.environment().getOrDefault("GLASSTRAIL_STACKTRACE", "").equals("1")
                || (command.getCommand() instanceof Traced traced && traced.stacktrace());
    }

    private static String lowerCased(String message) {
        return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }
}
