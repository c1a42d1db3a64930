package dev.glasstrail.cli;

import dev.glasstrail.settings.GlassSettings;
import dev.glasstrail.settings.Values;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/// The flags that say whose use is audited.
final class GlassOptions {

    @Option(
            names = "--role",
            paramLabel = "PATTERN",
            description =
                    "A role by name, ARN or permission set. The pattern stands for the whole text and minds case: * is any run of characters, ? is one. Repeatable.")
    private List<String> roles = new ArrayList<>();

    @Option(
            names = "--user",
            paramLabel = "PATTERN",
            description = "An IAM user by name or ARN, likewise. Repeatable.")
    private List<String> users = new ArrayList<>();

    @Option(names = "--root", description = "Any use of a root user.")
    private boolean root;

    @Option(
            names = "--account",
            paramLabel = "ID",
            description =
                    "Only glass held by this account; without it, by any account in the logs. Repeatable.")
    private List<String> accounts = new ArrayList<>();

    /// The file's glass with these flags over it. Whoever names an identity means no other: the
    /// file's identities then count no more. Accounts are replaced on their own.
    GlassSettings over(GlassSettings file) {
        roles.forEach(role -> Values.pattern("--role", role));
        users.forEach(user -> Values.pattern("--user", user));
        accounts.forEach(account -> Values.account("--account", account));
        boolean named = root || !roles.isEmpty() || !users.isEmpty();
        return new GlassSettings(
                named ? roles : file.roles(),
                named ? users : file.users(),
                named ? root : file.root(),
                accounts.isEmpty() ? file.accounts() : accounts);
    }
}
