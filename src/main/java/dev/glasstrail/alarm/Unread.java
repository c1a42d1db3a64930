package dev.glasstrail.alarm;

import dev.glasstrail.trail.Reading.Place;

/// Something about the alarm that should have been read and could not be.
///
/// @param place whose alarm it is about; both `""` where that is not known
/// @param text one line: the thing, what was found, the next step
public record Unread(Place place, String text) implements Comparable<Unread> {

    /// No place in particular.
    public static final Place NOWHERE = new Place("", "");

    /// About a place.
    public static Unread of(Place place, String text) {
        return new Unread(place, text);
    }

    @Override
    public int compareTo(Unread other) {
        int byPlace = place.compareTo(other.place);
        return byPlace != 0 ? byPlace : text.compareTo(other.text);
    }
}
