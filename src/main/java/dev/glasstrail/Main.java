package dev.glasstrail;

import dev.glasstrail.cli.Cli;
import dev.glasstrail.cli.Stop;
import dev.glasstrail.cli.Surroundings;

/// The program's entry point, and the only place that ends the process.
public final class Main {

    private Main() {}

    /// Runs one command line.
    ///
    /// @param args the arguments as the shell gave them
    /// @return the exit code for the process
    static int run(String[] args, Surroundings surroundings) {
        return Cli.run(args, surroundings);
    }

    public static void main(String[] args) {
        Stop stop = Stop.watching(Thread.currentThread());
        int code = run(args, Surroundings.ofProcess());
        stop.finished();
        System.exit(code);
    }
}
