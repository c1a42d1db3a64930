package dev.glasstrail.run;

/// How the process ends. Whoever starts it from a scheduler or a script can rely on the numbers.
public enum ExitCode {
    /// A report with findings is a success too: only `--fail-on` says otherwise.
    MADE(0, "the report was made and delivered, whatever it says"),
    FINDINGS(1, "made and delivered; it has findings, and `--fail-on findings` was given"),
    ARGUMENTS(2, "the command line is wrong"),
    SETTINGS(3, "the settings file is wrong"),
    SOURCE_FAILED(4, "the logs could not be read; no report was made"),
    VERIFICATION_FAILED(5, "a report, its logs or the alarm failed verification"),
    NOT_SETTLED(10, "records may still arrive, and `--settled-only` was given; try again later"),
    /// Tested before [#FINDINGS]: what is incomplete may hide findings.
    INCOMPLETE(11, "made and delivered; evidence is missing, and `--fail-on incomplete` was given"),
    DELIVERY_FAILED(12, "the report could not be delivered or entered in the ledger"),
    BUG(70, "a bug in Glasstrail"),
    INTERRUPTED(130, "interrupted from the keyboard; nothing half-made is left"),
    TERMINATED(143, "told to stop; nothing half-made is left");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    /// The number that the process returns.
    public int number() {
        return number;
    }

    /// What the number means, for `--help` and the README: one line of Markdown.
    public String meaning() {
        return meaning;
    }
}
