package dev.glasstrail.app;

import dev.glasstrail.run.RunOutcome;
import dev.glasstrail.run.RunRequest;
import dev.glasstrail.trail.Progress;
import java.nio.file.Path;

/// The program without its command line.
public final class Glasstrail {

    /// Audits a window and delivers the report.
    ///
    /// @throws InterruptedException if the thread was interrupted; nothing half-made is left
    public RunOutcome report(RunRequest request) throws InterruptedException {
        return new RunOutcome.SourceFailed("this build reads no logs yet");
    }

    /// Audits a bundled week of a made-up organisation.
    ///
    /// @param out folder that the report is put below, absolute
    /// @throws InterruptedException if the thread was interrupted; nothing half-made is left
    public RunOutcome demo(Path out, Progress progress) throws InterruptedException {
        return new RunOutcome.SourceFailed("this build has no demo yet");
    }
}
