package dev.glasstrail.setup;

/// A made-up event of one kind of opening.
///
/// @param identity as the settings watch it
/// @param kind how it is opened, in words
/// @param reach where such events are recorded
/// @param isReadOnlyGet whether it comes only to rules that are given every management event
/// @param event as EventBridge would hand it over, JSON
record SampleOpening(
        String identity, String kind, Reach reach, boolean isReadOnlyGet, String event) {

    /// Where events of a kind are recorded.
    enum Reach {
        /// In any account and region.
        EVERY_PLACE,
        /// In the one region of the partition that records what is global.
        GLOBAL_REGION,
        /// In one account, and one region of it, that the settings do not name.
        ONE_PLACE
    }
}
