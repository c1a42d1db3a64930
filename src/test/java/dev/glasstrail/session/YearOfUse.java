package dev.glasstrail.session;

import dev.glasstrail.trail.TrailEvent;
import dev.glasstrail.window.AuditWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A made-up year of sessions, drawn from a seed, crowded where one week ends and the next begins.
public final class YearOfUse {

    public static final AuditWindow YEAR =
            new AuditWindow(
                    AuditWindow.ofIsoWeek("2025-W01").from(),
                    AuditWindow.ofIsoWeek("2025-W52").to());

    private static final List<String> PEOPLE = List.of("alice", "bob", "carol");

    private final Random random;
    private final List<LogRecord> records = new ArrayList<>();
    private int made;

    private YearOfUse(long seed) {
        random = new Random(seed);
    }

    /// The records of the year and of some days around it.
    public static List<TrailEvent> records(long seed) {
        YearOfUse year = new YearOfUse(seed);
        for (Instant week = YEAR.from(); !week.isAfter(YEAR.to()); week = week.plus(days(7))) {
            for (int i = 0; i < 5; i++) {
                year.tell(week.plusSeconds(year.random.nextInt(-4 * 3600, 4 * 3600)));
            }
            for (int i = 0; i < 4; i++) {
                year.tell(week.plusSeconds(year.random.nextInt(7 * 24 * 3600)));
            }
        }
        return Trails.events(year.records);
    }

    private void tell(Instant start) {
        String person = PEOPLE.get(random.nextInt(PEOPLE.size()));
        switch (random.nextInt(7)) {
            case 0 -> refused(start, person);
            case 1 -> opening(start, person);
            case 2 -> run(start);
            case 3 -> chain(start, person);
            case 4 -> withoutOpening(start, person);
            default -> session(start, person);
        }
    }

    private void session(Instant start, String person) {
        acts(opening(start, person), start);
    }

    private void withoutOpening(Instant start, String person) {
        acts(Trails.HOME + "/break-glass-admin/" + person, start.plusSeconds(random.nextInt(2)));
    }

    private void chain(Instant start, String person) {
        String first = opening(start, person);
        Instant at = start.plusSeconds(random.nextInt(3600));
        String second = Trails.OTHER + "/deploy/" + person;
        add(LogRecord.assumeRole(at.toString(), identity(first, start), second, "ASIA2"));
        acts(second, at);
        acts(first, start);
    }

    private void run(Instant start) {
        String safe = Identities.user(Trails.HOME, "safe-user", "AKIASAFE");
        Instant at = start;
        for (int i = random.nextInt(6); i >= 0; i--) {
            add(LogRecord.call(at.toString(), "ec2", "DescribeInstances", safe));
            at = at.plusSeconds(random.nextInt(4200));
        }
    }

    private void refused(Instant at, String person) {
        add(
                LogRecord.call(
                                at.toString(),
                                "sts",
                                "AssumeRole",
                                Identities.user(Trails.HOME, person, "AKIA1"))
                        .failed(
                                "AccessDenied",
                                "on resource: arn:aws:iam::"
                                        + Trails.HOME
                                        + ":role/break-glass-admin"));
    }

    private String opening(Instant at, String person) {
        String session = Trails.HOME + "/break-glass-admin/" + person;
        add(
                LogRecord.assumeRole(
                        at.toString(),
                        Identities.user(Trails.HOME, person, "AKIA1"),
                        session,
                        "ASIA" + made));
        return session;
    }

    private void acts(String session, Instant created) {
        for (int i = random.nextInt(4); i >= 0; i--) {
            Instant at = created.plusSeconds(random.nextInt(3 * 3600));
            add(
                    LogRecord.call(
                            at.toString(), "ec2", "DescribeInstances", identity(session, created)));
        }
    }

    private static String identity(String session, Instant created) {
        return Identities.role(session, created.toString(), "ASIA0");
    }

    private void add(LogRecord record) {
        made++;
        records.add(record.id("e-" + made));
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }
}
