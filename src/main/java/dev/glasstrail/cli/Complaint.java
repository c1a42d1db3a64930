package dev.glasstrail.cli;

import java.io.PrintStream;

/// One line about what went wrong.
///
/// @param line escaped
record Complaint(String line) {

    static Complaint of(String message) {
        return new Complaint("glasstrail: " + Terminal.escape(message));
    }

    void printTo(PrintStream err) {
        err.println(line);
    }
}
