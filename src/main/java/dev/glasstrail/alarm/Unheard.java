package dev.glasstrail.alarm;

import dev.glasstrail.alarm.AlarmCheck.Listening;
import dev.glasstrail.session.Records;
import dev.glasstrail.trail.Need;
import dev.glasstrail.trail.TrailEvent;
import java.util.List;

/// The check that is not made.
enum Unheard implements Listening {
    LISTENING;

    @Override
    public List<Need> needs() {
        return List.of();
    }

    @Override
    public List<Need> furtherNeeds(Records first) {
        return List.of();
    }

    @Override
    public void accept(TrailEvent event) {
        // Nothing is held against anything.
    }

    @Override
    public AlarmResult result(AlarmCheck.Findings findings) {
        return new AlarmResult.NotChecked(
                "No alert rule was read, so no opening was held against one.");
    }
}
