package dev.glasstrail.report;

import org.jspecify.annotations.Nullable;

/// The person behind a session, and how that is known.
///
/// @param name as recorded; `unknown` where nothing names anybody
/// @param userId the Identity Center user id, which never changes; null where none is recorded
/// @param email as the company's own directory has it; null where it was not asked or has none
/// @param source the evidence in words, such as `SAML subject of the opening` or `session name
///   only`
public record PersonRow(
        String name, @Nullable String userId, @Nullable String email, String source) {

    /// A person that no directory was asked about.
    public PersonRow(String name, @Nullable String userId, String source) {
        this(name, userId, null, source);
    }
}
