package dev.glasstrail.report;

/// Whether a question could be answered.
public enum CheckState {
    /// Answered from the evidence read.
    ANSWERED("answered"),
    /// Answered, but part of the evidence is missing; the text says which.
    PARTLY("partly"),
    /// Not looked at; the text says why.
    NOT_CHECKED("not checked");

    private final String word;

    CheckState(String word) {
        this.word = word;
    }

    /// The words for people and for `report.json`.
    @Override
    public String toString() {
        return word;
    }
}
