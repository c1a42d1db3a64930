package dev.glasstrail.cli;

import picocli.CommandLine.Option;

/// The flags that every command has.
final class CommonOptions {

    @Option(
            names = "--stacktrace",
            description = "Print where an error comes from; GLASSTRAIL_STACKTRACE=1 does the same.")
    private boolean stacktrace;

    boolean stacktrace() {
        return stacktrace;
    }
}
