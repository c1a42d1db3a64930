package dev.glasstrail.delivery;

import dev.glasstrail.render.Artifact;
import dev.glasstrail.report.ReportWindow;
import dev.glasstrail.report.Tool;
import dev.glasstrail.trail.Reading.QueryRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// One report to deliver, with what must be known to make it again and to check it.
///
/// @param settingsDigest SHA-256 of the settings, without output paths and secrets
/// @param inputs every file that was read, in any order; empty for a source without files
/// @param run what differs from run to run and so stands apart from the report
public record Bundle(
        ReportWindow window,
        Tool tool,
        String settingsDigest,
        List<Input> inputs,
        RunNotes run,
        Contents contents) {

    public Bundle {
        inputs = List.copyOf(inputs);
    }

    /// Makes the files of the report.
    @FunctionalInterface
    public interface Contents {

        /// Writes them into `folder`, which exists and is empty.
        ///
        /// @return every file written
        /// @throws IOException if the folder cannot be written to
        List<Artifact> writeInto(Path folder) throws IOException;
    }

    /// A file that was read.
    ///
    /// @param name relative to the folder of the logs, with `/` between parts
    /// @param bytes its length as stored
    /// @param sha256 of its bytes as stored, 64 lower-case hexadecimal digits
    public record Input(String name, long bytes, String sha256) {}

    /// Who ran it, where, since when, and what it asked of an engine.
    ///
    /// @param host name of the machine
    /// @param startedBy the account of the operating system, or the schedule
    /// @param queries in the order in which they were run; empty for a source that reads for itself
    public record RunNotes(
            Instant startedAt, String host, String startedBy, List<QueryRun> queries) {

        public RunNotes {
            queries = List.copyOf(queries);
        }

        /// Notes of a run that has asked nothing yet.
        public RunNotes(Instant startedAt, String host, String startedBy) {
            this(startedAt, host, startedBy, List.of());
        }

        /// The same run, once it has asked.
        public RunNotes with(List<QueryRun> asked) {
            return new RunNotes(startedAt, host, startedBy, asked);
        }
    }
}
