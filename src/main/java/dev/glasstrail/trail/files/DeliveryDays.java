package dev.glasstrail.trail.files;

import dev.glasstrail.trail.ReadRequest;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// The days of delivery, in UTC, that may hold records of a stretch of time. Delivery takes up to a
/// quarter of an hour as a rule, and clocks differ: there is a day to spare on either side.
///
/// @param first belongs to the days
/// @param last belongs to the days
record DeliveryDays(LocalDate first, LocalDate last) {

    static DeliveryDays of(ReadRequest request) {
        return new DeliveryDays(
                LocalDate.ofInstant(request.from(), ZoneOffset.UTC).minusDays(1),
                LocalDate.ofInstant(request.to().minusNanos(1), ZoneOffset.UTC).plusDays(1));
    }

    boolean leaveOut(LogPath path) {
        return path.isOutside(first, last);
    }
}
