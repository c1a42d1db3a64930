package dev.glasstrail.demo.cloudtrail;

/// The two regions in which the organisation works.
public enum Region {
    /// Where the workloads and Identity Center live.
    FRANKFURT("eu-central-1"),
    /// Where IAM, console sign-in and the global STS endpoint are logged.
    VIRGINIA("us-east-1");

    private final String id;

    Region(String id) {
        this.id = id;
    }

    /// The name as AWS writes it.
    public String id() {
        return id;
    }
}
