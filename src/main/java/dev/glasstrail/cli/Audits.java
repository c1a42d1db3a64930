package dev.glasstrail.cli;

import dev.glasstrail.app.Glasstrail;
import dev.glasstrail.doctor.Diagnosis;
import dev.glasstrail.run.RunOutcome;
import dev.glasstrail.run.RunRequest;
import dev.glasstrail.settings.Settings;
import dev.glasstrail.settings.SettingsException;
import dev.glasstrail.setup.AlarmCoverage;
import dev.glasstrail.trail.Progress;
import dev.glasstrail.trail.ReadPlan;
import dev.glasstrail.trail.TrailException;
import java.nio.file.Path;

/// What the command line asks of the program behind it.
interface Audits {

    /// The real thing.
    static Audits of(Glasstrail glasstrail) {
        return new Audits() {
            @Override
            public RunOutcome report(RunRequest request)
                    throws SettingsException, InterruptedException {
                return glasstrail.report(request);
            }

            @Override
            public ReadPlan plan(RunRequest request) throws TrailException, InterruptedException {
                return glasstrail.plan(request);
            }

            @Override
            public Diagnosis examine(Settings settings, Path here) throws InterruptedException {
                return glasstrail.examine(settings, here);
            }

            @Override
            public AlarmCoverage coverage(Settings settings) throws InterruptedException {
                return glasstrail.coverage(settings);
            }

            @Override
            public RunOutcome demo(Path out, Progress progress)
                    throws SettingsException, InterruptedException {
                return glasstrail.demo(out, progress);
            }
        };
    }

    /// Audits a window and delivers the report.
    RunOutcome report(RunRequest request) throws SettingsException, InterruptedException;

    /// Says what a report would read, without reading it.
    ReadPlan plan(RunRequest request) throws TrailException, InterruptedException;

    /// Checks each thing that the settings name.
    ///
    /// @param here where relative paths start, absolute
    Diagnosis examine(Settings settings, Path here) throws InterruptedException;

    /// Holds the deployed alert rules against what the settings watch.
    AlarmCoverage coverage(Settings settings) throws InterruptedException;

    /// Audits the bundled week below `out`.
    RunOutcome demo(Path out, Progress progress) throws SettingsException, InterruptedException;
}
