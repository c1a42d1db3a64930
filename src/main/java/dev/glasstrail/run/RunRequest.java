package dev.glasstrail.run;

import dev.glasstrail.settings.Settings;
import dev.glasstrail.trail.Progress;
import dev.glasstrail.window.AuditWindow;
import java.time.Instant;

/// One audit that somebody asks for.
///
/// @param settings with something to watch and somewhere to read; paths are absolute
/// @param window begun by `asOf`
/// @param asOf the time of making: whole seconds, UTC
/// @param job the folder between the output folder and the window
/// @param force makes the next revision where an earlier one differs
/// @param settledOnly makes nothing while records of the window may still arrive
/// @param progress told how far reading has come
public record RunRequest(
        Settings settings,
        AuditWindow window,
        Instant asOf,
        String job,
        boolean force,
        boolean settledOnly,
        Progress progress) {

    public RunRequest {
        if (settings.glass().watchesNothing()) {
            throw new IllegalArgumentException("nothing is watched; give a role, a user or root");
        }
        if (!settings.source().namesItsLogs()) {
            throw new IllegalArgumentException("no logs are named; give their place");
        }
        window.checkBegunBy(asOf);
    }

    /// The same made as of another time.
    public RunRequest with(Instant other) {
        return new RunRequest(settings, window, other, job, force, settledOnly, progress);
    }
}
