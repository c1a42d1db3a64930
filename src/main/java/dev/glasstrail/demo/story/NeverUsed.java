package dev.glasstrail.demo.story;

import java.time.DayOfWeek;

/// Credentials that somebody fetched and did nothing with: once from Identity Center, half an hour
/// before the same engineer comes again, and once by assuming the role.
final class NeverUsed implements Story {

    @Override
    public String name() {
        return "never-used";
    }

    @Override
    public void tell(Script script) {
        Openings.commandLine(
                script,
                Cast.LENA,
                Cast.BREAK_GLASS_PRODUCTION,
                Week.on(DayOfWeek.TUESDAY, "15:41:05"));
        Assumption.by(script, Cast.PRIYA, Cast.BREAK_GLASS_ADMIN, "priya.nair-just-in-case")
                .at(Week.on(DayOfWeek.SUNDAY, "10:31:49"));
    }
}
