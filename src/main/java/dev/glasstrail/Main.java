package dev.glasstrail;

import java.io.PrintStream;

/// The program's entry point, and the only place that ends the process.
public final class Main {

    private Main() {}

    /// Runs one command line.
    ///
    /// @param args the arguments as the shell gave them
    /// @param out where results are printed
    /// @param err where complaints and progress are printed
    /// @return the exit code for the process
    static int run(String[] args, PrintStream out, PrintStream err) {
        err.println("glasstrail: no command is known yet");
        return 2;
    }

    public static void main(String[] args) {
        System.exit(run(args, System.out, System.err));
    }
}
