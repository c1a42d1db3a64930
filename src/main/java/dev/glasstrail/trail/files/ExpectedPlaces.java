package dev.glasstrail.trail.files;

import dev.glasstrail.trail.Reading.Place;
import dev.glasstrail.trail.Reading.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Compares the places that are wanted with those that there are.
final class ExpectedPlaces {

    private ExpectedPlaces() {}

    /// The wanted places that are missing, ascending.
    ///
    /// @param known places that have a folder, a log file or a record
    /// @param store in words
    static List<Seen> missing(Places wanted, Set<Place> known, String store) {
        Set<String> held = new TreeSet<>();
        known.forEach(place -> held.add(place.account()));
        Set<Place> missing = new TreeSet<>();
        for (String account : wanted.accounts()) {
            if (!held.contains(account)) {
                wanted.regions().forEach(region -> missing.add(new Place(account, region)));
                if (wanted.regions().isEmpty()) {
                    missing.add(new Place(account, ""));
                }
            }
        }
        for (String account : held) {
            if (wanted.accounts().isEmpty() || wanted.accounts().contains(account)) {
                wanted.regions().stream()
                        .map(region -> new Place(account, region))
                        .filter(place -> !known.contains(place))
                        .forEach(missing::add);
            }
        }
        if (held.isEmpty() && wanted.accounts().isEmpty()) {
            wanted.regions().forEach(region -> missing.add(new Place("", region)));
        }
        String why = "it is expected by the settings, and no log of it lies below " + store;
        List<Seen> gaps = new ArrayList<>();
        missing.forEach(place -> gaps.add(Seen.missing(place, why)));
        return gaps;
    }
}
