package dev.glasstrail.setup;

import java.util.List;

/// Something to be applied by a person.
///
/// @param text complete, ready to be pasted, ending in a line end; `""` where nothing is needed
/// @param notes what the person has to know or to fill in first, one sentence each
public record Paper(String text, List<String> notes) {

    public Paper {
        notes = List.copyOf(notes);
    }
}
