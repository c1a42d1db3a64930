package dev.glasstrail.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/// What a command line finds around it.
///
/// @param out where results are printed
/// @param err where complaints and progress are printed
/// @param environment the variables of the process
/// @param workingDirectory absolute; relative paths start here
/// @param clock read once, for the time of making, and for the speed of reading
/// @param terminal whether a person watches: decides about progress alone
public record Surroundings(
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Path workingDirectory,
        Clock clock,
        boolean terminal) {

    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /// Those of this process. It prints UTF-8 whatever the locale: names must not turn into
    /// question marks because a scheduler sets none.
    public static Surroundings ofProcess() {
        return new Surroundings(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8),
                System.getenv(),
                Path.of("").toAbsolutePath(),
                Clock.systemUTC(),
                isTerminal() && !System.getenv().getOrDefault("TERM", "").equals("dumb"));
    }

    /// Whether input and output are a person's. Since Java 25 there is no console otherwise; from
    /// 22 to 24 there was one, which said that it is no terminal.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
