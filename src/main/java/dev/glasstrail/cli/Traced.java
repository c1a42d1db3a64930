package dev.glasstrail.cli;

/// A command that can be asked to print where an error comes from.
interface Traced {

    boolean stacktrace();
}
