package dev.glasstrail.trail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The identities whose use is audited.
///
/// @param roles over a role's name, its arn with or without path, or its permission set
/// @param users over an IAM user's name or arn
/// @param root whether the root user is watched
/// @param accounts accounts that hold the glasses; empty means all
public record Watch(List<Glob> roles, List<Glob> users, boolean root, Set<String> accounts) {

    private static final Pattern ROLE_ARN =
            Pattern.compile("arn:([^:]*):iam::([^:]*):role/((?:.*/)?)([^/]*)", Pattern.DOTALL);
    private static final Pattern PERMISSION_SET_ROLE =
            Pattern.compile("AWSReservedSSO_(.+)_[0-9a-f]{16}", Pattern.DOTALL);

    public Watch {
        roles = List.copyOf(roles);
        users = List.copyOf(users);
        accounts = Set.copyOf(accounts);
        if (roles.isEmpty() && users.isEmpty() && !root) {
            throw new IllegalArgumentException(
                    "nothing is watched; give a role pattern, a user or root");
        }
    }

    /// The permission set behind an Identity Center role's name; empty for any other role.
    public static Optional<String> permissionSet(String roleName) {
        Matcher matcher = PERMISSION_SET_ROLE.matcher(roleName);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /// The name at the end of a role's arn; the text itself where it is no arn.
    public static String roleName(String arn) {
        Matcher matcher = ROLE_ARN.matcher(arn);
        return matcher.matches() ? matcher.group(4) : arn;
    }

    /// Whether a role is watched.
    ///
    /// @param arn with or without path
    public boolean watchesRole(String arn) {
        Matcher matcher = ROLE_ARN.matcher(arn);
        if (!matcher.matches() || !inScope(matcher.group(2))) {
            return false;
        }
        String name = matcher.group(4);
        List<String> spellings = new ArrayList<>(List.of(arn, name));
        spellings.add("arn:" + matcher.group(1) + ":iam::" + matcher.group(2) + ":role/" + name);
        permissionSet(name).ifPresent(spellings::add);
        return roles.stream().anyMatch(glob -> spellings.stream().anyMatch(glob::matches));
    }

    /// Whether a permission set, as Identity Center's own records name it, is watched in an
    /// account.
    public boolean watchesPermissionSet(String name, String account) {
        return inScope(account) && roles.stream().anyMatch(glob -> glob.matches(name));
    }

    /// Whether an IAM user is watched.
    public boolean watchesUser(String name, String arn, String account) {
        return inScope(account)
                && users.stream().anyMatch(glob -> glob.matches(name) || glob.matches(arn));
    }

    /// Whether the root user of an account is watched.
    public boolean watchesRoot(String account) {
        return root && inScope(account);
    }

    /// Whether the one behind a record is a watched identity.
    public boolean watches(Principal principal) {
        Principal.Identity identity = principal.identity();
        return switch (principal) {
            case Principal.RoleSession session -> watchesRole(session.roleArn());
            case Principal.User user ->
                    watchesUser(identity.userName(), identity.arn(), identity.accountId());
            case Principal.Root _ -> watchesRoot(identity.accountId());
            case Principal.Federated federated ->
                    watchesUser(
                            federated.context().issuer().name(),
                            federated.context().issuer().arn(),
                            identity.accountId());
            case Principal.External _,
                    Principal.IdentityCenterUser _,
                    Principal.OtherAccount _,
                    Principal.Service _,
                    Principal.Unrecognised _ ->
                    false;
        };
    }

    private boolean inScope(String account) {
        return accounts.isEmpty() || accounts.contains(account);
    }
}
