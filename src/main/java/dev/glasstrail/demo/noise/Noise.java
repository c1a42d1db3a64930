package dev.glasstrail.demo.noise;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.glasstrail.demo.cloudtrail.Account;
import dev.glasstrail.demo.cloudtrail.Region;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The machines' records, spread over accounts, regions and hours.
///
/// @param records how many altogether; met exactly
/// @param from the first log file is named a little later than this
/// @param to the last log file is named no later than this
public record Noise(long seed, long records, Instant from, Instant to) {

    private static final List<Beat> BEATS =
            List.of(
                    new Beat(Account.PRODUCTION, Region.FRANKFURT, Duration.ofMinutes(10), 50),
                    new Beat(Account.PRODUCTION, Region.VIRGINIA, Duration.ofMinutes(30), 14),
                    new Beat(Account.STAGING, Region.FRANKFURT, Duration.ofMinutes(20), 18),
                    new Beat(Account.STAGING, Region.VIRGINIA, Duration.ofMinutes(60), 6),
                    new Beat(Account.MANAGEMENT, Region.VIRGINIA, Duration.ofMinutes(30), 8),
                    new Beat(Account.MANAGEMENT, Region.FRANKFURT, Duration.ofMinutes(60), 4));

    public Noise {
        if (records < 0) {
            throw new IllegalArgumentException("records must not be negative, found " + records);
        }
    }

    /// The plan: every file with its number of records, by account, region and time.
    public List<Slot> slots() {
        long whole = 0;
        for (Beat beat : BEATS) {
            for (Instant mark = first(beat); !mark.isAfter(to); mark = mark.plus(beat.every())) {
                whole += beat.weightAt(mark);
            }
        }
        List<Slot> slots = new ArrayList<>();
        long weight = 0;
        long given = 0;
        for (Beat beat : BEATS) {
            for (Instant mark = first(beat); !mark.isAfter(to); mark = mark.plus(beat.every())) {
                weight += beat.weightAt(mark);
                long due = Math.multiplyExact(records, weight) / whole;
                slots.add(new Slot(beat.account(), beat.region(), mark, (int) (due - given)));
                given = due;
            }
        }
        return slots;
    }

    /// The records of one slot.
    public List<ObjectNode> fill(Slot slot) {
        String name = slot.account().id() + slot.region().id() + slot.mark();
        Scene scene = new Scene(slot, new Dice(seed, name));
        while (scene.hasRoom()) {
            machine(scene).run(scene);
        }
        return scene.bodies();
    }

    /// Nine in ten records of a quiet account are services talking to each other.
    private static Machine machine(Scene scene) {
        boolean quiet = scene.account() == Account.MANAGEMENT;
        boolean service = scene.dice().below(100) < (quiet ? 95 : 40);
        return scene.dice().oneOf(service ? ServiceMachines.ALL : WorkloadMachines.ALL);
    }

    private Instant first(Beat beat) {
        return from.plus(beat.every());
    }
}
