package dev.glasstrail.report;

import java.time.Instant;

/// One bar of the chart of uses over time: a day, or an ISO week where the window is longer than 31
/// days.
///
/// @param label such as `Mon 9 Nov` or `W46`
/// @param from start of the period, UTC
/// @param uses uses that began in it
/// @param denied refused attempts in it
public record PeriodCount(String label, Instant from, int uses, int denied) {}
