package dev.glasstrail.trail.athena;

/// What Athena's numbers of failures mean, as far as its reference says and it changes what to do.
enum FailureType {
    /// Athena ran out of what it gives to one query.
    RESOURCES(
            "resources exhausted",
            "try again later, or ask for fewer accounts and regions with source.accounts and source.regions"),
    /// The result could not be written.
    RESULT_NOT_WRITTEN(
            "the result could not be written",
            "allow s3:PutObject and s3:GetBucketLocation on the output location, and check that the bucket is there"),
    /// The statement is wrong.
    SYNTAX(
            "the statement is wrong",
            "report it as a fault of glasstrail, with the statement that --dry-run prints"),
    /// The logs are not where the table says.
    PATH_NOT_FOUND(
            "a path in S3 is not there",
            "check the location of the table, or make it again with `glasstrail setup athena-table`"),
    /// The table is gone.
    TABLE_NOT_FOUND(
            "the table does not exist", "make it again with `glasstrail setup athena-table`"),
    /// A number without a meaning here.
    NOT_KNOWN("", "look at the query in Athena's history");

    private final String meaning;
    private final String nextStep;

    FailureType(String meaning, String nextStep) {
        this.meaning = meaning;
        this.nextStep = nextStep;
    }

    /// @param number from 0 to 9999; others have no meaning
    static FailureType of(int number) {
        return switch (number) {
            case 0, 1, 2, 3, 4, 5, 6, 7, 8 -> RESOURCES;
            case 401, 402 -> RESULT_NOT_WRITTEN;
            case 1006 -> SYNTAX;
            case 1109 -> PATH_NOT_FOUND;
            case 1110 -> TABLE_NOT_FOUND;
            default -> NOT_KNOWN;
        };
    }

    /// In words; `""` where it has no known meaning.
    String meaning() {
        return meaning;
    }

    /// What to do about it.
    String nextStep() {
        return nextStep;
    }
}
