package dev.glasstrail.cli;

import dev.glasstrail.run.ExitCode;
import dev.glasstrail.trail.ReadPlan;
import dev.glasstrail.trail.TrailException;
import java.io.PrintStream;

/// Tells a person what a report would read.
record DryRun(Surroundings surroundings) {

    /// Asks for the plan.
    @FunctionalInterface
    interface Planning {
        ReadPlan plan() throws TrailException, InterruptedException;
    }

    ExitCode tell(Planning planning) throws InterruptedException {
        try {
            print(planning.plan());
            return ExitCode.MADE;
        } catch (TrailException failure) {
            Complaint.of(String.valueOf(failure.getMessage())).printTo(surroundings.err());
            return ExitCode.SOURCE_FAILED;
        }
    }

    private void print(ReadPlan plan) {
        PrintStream out = surroundings.out();
        plan.lines().forEach(line -> out.println(Terminal.escape(line)));
        for (ReadPlan.Statement statement : plan.statements()) {
            out.println();
            out.println("-- " + statement.name());
            statement.sql().lines().forEach(line -> out.println(Terminal.escape(line)));
        }
        out.println();
        out.println(
                "A further scan follows where a session opened others: what those did. Nothing was read.");
    }
}
