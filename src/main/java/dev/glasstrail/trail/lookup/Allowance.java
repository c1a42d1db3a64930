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

    /// Takes one call, if there is one.
    boolean take() {
        return takeBelow(most);
    }

    /// Takes one call of the first half. The busiest names are asked within it, so that the
    /// sessions that they bring to light can still be looked up.
    boolean takeOfHalf() {
        return takeBelow((most + 1) / 2);
    }

    private boolean takeBelow(int limit) {
        if (used >= limit) {
            return false;
        }
        used++;
        return true;
    }
}
