package dev.glasstrail.doctor;

/// Who asks AWS.
///
/// @param arn as STS tells it
/// @param account its id
/// @param region where Athena, STS and the trails are asked
record Caller(String arn, String account, String region) {

    /// A role in an account.
    ///
    /// @param name with its path, without a slash before
    String role(String inAccount, String name) {
        return "arn:%s:iam::%s:role/%s".formatted(partition(), inAccount, name);
    }

    /// `aws`, `aws-cn` …
    String partition() {
        String[] parts = arn.split(":", 3);
        return parts.length == 3 ? parts[1] : "aws";
    }
}
