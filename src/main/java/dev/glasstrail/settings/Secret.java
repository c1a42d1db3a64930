package dev.glasstrail.settings;

/// A value that must not be seen: a token, a password.
///
/// It prints as `***` wherever it is printed, and takes no part in the settings digest. Two secrets
/// are equal when their values are.
///
/// @param value not blank
public record Secret(String value) {

    public Secret {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a secret is blank; give its value");
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
