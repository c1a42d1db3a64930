package dev.glasstrail.trail.files;

import dev.glasstrail.trail.Reading.Place;
import dev.glasstrail.trail.Reading.Shortfall;
import dev.glasstrail.trail.TrailException;
import java.time.LocalDate;

/// All that a store says of itself, one line each.
final class Walked implements LogStore.Visitor {

    /// The days of delivery of the made-up records' week.
    static final DeliveryDays WEEK =
            new DeliveryDays(LocalDate.of(2026, 11, 8), LocalDate.of(2026, 11, 16));

    private final StringBuilder heard = new StringBuilder();

    static String of(LogStore store) throws TrailException, InterruptedException {
        Walked walked = new Walked();
        store.walk(WEEK, walked);
        return walked.heard.toString();
    }

    @Override
    public void file(StoredFile file) {
        heard.append("file " + file.name() + " " + file.size() + "\n");
    }

    @Override
    public void other(String name) {
        heard.append("other " + name + "\n");
    }

    @Override
    public void unreachable(String name, String reason) {
        heard.append("unreachable " + name + " " + reason + "\n");
    }

    @Override
    public void folder(String name, Place place) {
        heard.append("folder " + name + " of " + place.account() + " " + place.region() + "\n");
    }

    @Override
    public void remark(Shortfall remark) {
        heard.append(remark.code() + " " + remark.text() + "\n");
    }
}
