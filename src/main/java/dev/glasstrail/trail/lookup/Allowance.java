package dev.glasstrail.trail.lookup;

/// The calls that a run may make, over all of its scans, accounts and regions.
final class Allowance {

    private final int most;
    private int used;

    /// @param most at least 1
    Allowance(int most) {
        this.most = most;
    }

    int most() {
        return most;
    }

    /// Calls that were made.
    int used() {
        return used;
    }

    /// Takes one call, if there is one.
    boolean take() {
        return takeLeaving(0);
    }

    /// Takes one call, if that many are left then.
    boolean takeLeaving(int kept) {
        if (most - used <= kept) {
            return false;
        }
        used++;
        return true;
    }
}
