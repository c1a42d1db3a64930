package dev.glasstrail.delivery;

/// A place that reports are delivered to.
///
/// A delivery is whole or not there at all, and what was delivered once is never replaced.
public interface Destination {

    /// Settles which revision a report is to be made as; the number is printed in the report.
    ///
    /// @param job such as `weekly`, `on-demand` or `demo`
    /// @param label of the window, such as `2026-W46`
    /// @param force make the next revision, whatever is there
    /// @throws DeliveryException if the place cannot be looked at
    RevisionPlan plan(String job, String label, boolean force) throws DeliveryException;

    /// Makes the files and puts them in their place.
    ///
    /// @throws DeliveryException if they cannot be put there, or something else is there already;
    ///   nothing is left behind
    Receipt deliver(RevisionPlan plan, Bundle bundle) throws DeliveryException;
}
