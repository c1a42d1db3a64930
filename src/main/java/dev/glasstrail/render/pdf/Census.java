package dev.glasstrail.render.pdf;

import java.util.Map;

/// What the first composition of a report finds out for the second.
///
/// @param pages how many there are
/// @param rows rows of all tables
/// @param places page of each named place
record Census(int pages, int rows, Map<String, Integer> places) {

    /// Before anything was composed.
    static final Census NONE = new Census(0, 0, Map.of());

    /// The page of a place; 0 while it is not known.
    int pageOf(String place) {
        return places.getOrDefault(place, 0);
    }
}
