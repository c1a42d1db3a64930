package dev.glasstrail.demo.noise;

import dev.glasstrail.demo.cloudtrail.Account;
import dev.glasstrail.demo.cloudtrail.Region;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/// How busy the machines of one account are in one region.
///
/// @param every how often they fill a log file
/// @param weight their part of all noise, in hundredths
record Beat(Account account, Region region, Duration every, int weight) {

    /// What one file weighs against the others: more on working days, and most by day.
    long weightAt(Instant mark) {
        LocalDateTime time = LocalDateTime.ofInstant(mark, ZoneOffset.UTC);
        boolean weekend = time.getDayOfWeek().getValue() > 5;
        boolean working = time.getHour() >= 7 && time.getHour() < 18;
        int rate = weekend ? 5 : working ? 16 : 7;
        return weight * every.toMinutes() * rate;
    }
}
