package dev.glasstrail.settings;

/// CloudTrail's event history.
///
/// @param maxLookups most calls to LookupEvents in one run, over all accounts and regions
public record LookupSettings(int maxLookups) {

    /// What two calls a second ask in a quarter of an hour.
    public static final LookupSettings DEFAULTS = new LookupSettings(2_000);

    public LookupSettings {
        Check.range("source.lookup.max-lookups", maxLookups, 1, 1_000_000);
    }
}
