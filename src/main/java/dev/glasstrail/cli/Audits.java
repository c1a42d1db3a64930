package dev.glasstrail.cli;

import dev.glasstrail.app.Glasstrail;
import dev.glasstrail.run.RunOutcome;
import dev.glasstrail.run.RunRequest;
import dev.glasstrail.trail.Progress;
import java.nio.file.Path;

/// What the command line asks of the program behind it.
interface Audits {

    /// The real thing.
    static Audits of(Glasstrail glasstrail) {
        return new Audits() {
            @Override
            public RunOutcome report(RunRequest request) throws InterruptedException {
                return glasstrail.report(request);
            }

            @Override
            public RunOutcome demo(Path out, Progress progress) throws InterruptedException {
                return glasstrail.demo(out, progress);
            }
        };
    }

    /// Audits a window and delivers the report.
    RunOutcome report(RunRequest request) throws InterruptedException;

    /// Audits the bundled week below `out`.
    RunOutcome demo(Path out, Progress progress) throws InterruptedException;
}
