package dev.glasstrail.trail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The parts of `arn:aws:sts::<account>:assumed-role/<role>/<session>`.
///
/// @param partition `aws`, `aws-cn` …; `""` in an arn of another kind, as are the other parts
/// @param role the role's name; STS leaves its path out
/// @param session the session's name, which the caller chose
public record AssumedRoleArn(String partition, String account, String role, String session) {

    private static final Pattern SHAPE =
            Pattern.compile(
                    "arn:([^:]*):sts::([^:]*):assumed-role/([^/]*)(?:/(.*))?", Pattern.DOTALL);
    private static final AssumedRoleArn NONE = new AssumedRoleArn("", "", "", "");

    /// Takes an arn apart; every part is `""` where it is not one of an assumed role.
    public static AssumedRoleArn parse(String arn) {
        Matcher matcher = SHAPE.matcher(arn);
        if (!matcher.matches()) {
            return NONE;
        }
        String session = matcher.group(4);
        return new AssumedRoleArn(
                matcher.group(1),
                matcher.group(2),
                matcher.group(3),
                session == null ? "" : session);
    }

    /// Whether the arn was one of an assumed role.
    public boolean isOne() {
        return !role.isEmpty();
    }

    /// The role's arn without its path, which is all that can be known here.
    public String roleArn() {
        return isOne() ? "arn:" + partition + ":iam::" + account + ":role/" + role : "";
    }
}
