package dev.glasstrail.settings;

import java.util.List;

/// The identities whose use is an emergency.
///
/// @param roles globs over a role's name, its ARN with or without path, or its permission set
/// @param users globs over an IAM user's name or ARN
/// @param root whether the root user is watched
/// @param accounts ids of the accounts that hold them; empty means every account in the logs
public record GlassSettings(
        List<String> roles, List<String> users, boolean root, List<String> accounts) {

    /// Nothing is watched.
    public static final GlassSettings DEFAULTS =
            new GlassSettings(List.of(), List.of(), false, List.of());

    public GlassSettings {
        roles = List.copyOf(roles);
        users = List.copyOf(users);
        accounts = List.copyOf(accounts);
        roles.forEach(role -> Check.pattern("glass.roles", role));
        users.forEach(user -> Check.pattern("glass.users", user));
        accounts.forEach(account -> Check.account("glass.accounts", account));
    }

    /// Whether no identity at all is watched, so that there is nothing to audit.
    public boolean watchesNothing() {
        return roles.isEmpty() && users.isEmpty() && !root;
    }
}
