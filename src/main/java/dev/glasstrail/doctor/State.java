package dev.glasstrail.doctor;

import dev.glasstrail.trail.TrailException;

/// How a check came out.
public sealed interface State {

    /// What was found, one clause.
    String detail();

    /// What to do about it, one clause; `""` where there is nothing to do.
    String fix();

    /// The word for people and programs.
    String word();

    /// As it should be.
    record Ok(String detail) implements State {
        @Override
        public String fix() {
            return "";
        }

        @Override
        public String word() {
            return "ok";
        }
    }

    /// A report can be made, and will say less than it could.
    record Warning(String detail, String fix) implements State {
        @Override
        public String word() {
            return "warning";
        }
    }

    /// No report can be made, or none that can be relied on.
    record Failed(String detail, String fix) implements State {

        /// What a source says when it cannot be read: the next step stands behind the last `; `.
        static Failed of(TrailException failure) {
            return of(String.valueOf(failure.getMessage()));
        }

        /// A complaint whose next step stands behind the last `; `.
        static Failed of(String line) {
            int last = line.lastIndexOf("; ");
            return last < 0
                    ? new Failed(line, "")
                    : new Failed(line.substring(0, last), line.substring(last + 2));
        }

        Warning asWarning() {
            return new Warning(detail, fix);
        }

        @Override
        public String word() {
            return "failed";
        }
    }

    /// Not checked.
    ///
    /// @param detail why not
    record Skipped(String detail) implements State {
        @Override
        public String fix() {
            return "";
        }

        @Override
        public String word() {
            return "skipped";
        }
    }
}
