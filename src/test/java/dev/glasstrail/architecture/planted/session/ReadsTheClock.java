package dev.glasstrail.architecture.planted.session;

import java.time.Clock;
import java.time.Instant;

final class ReadsTheClock {

    Instant instant() {
        return Instant.now();
    }

    Clock clock() {
        return Clock.systemUTC();
    }

    long millis() {
        return System.currentTimeMillis();
    }
}
