package dev.glasstrail.demo.noise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/// Chance from a seed, the same on every machine and every JDK (SplitMix64).
public final class Dice {

    private long state;

    public Dice(long seed, String name) {
        long mixed = seed;
        for (int i = 0; i < name.length(); i++) {
            mixed = (mixed * 0x100000001b3L) ^ name.charAt(i);
        }
        this.state = mixed;
    }

    /// A number from nought to below the bound.
    public int below(int bound) {
        return (int) Math.floorMod(next() >>> 1, (long) bound);
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    boolean oneIn(int times) {
        return below(times) == 0;
    }

    String uuid() {
        HexFormat hex = HexFormat.of();
        String high = hex.toHexDigits((next() & 0xffffffffffff0fffL) | 0x4000L);
        String low = hex.toHexDigits((next() & 0x3fffffffffffffffL) | 0x8000000000000000L);
        return high.substring(0, 8)
                + "-"
                + high.substring(8, 12)
                + "-"
                + high.substring(12)
                + "-"
                + low.substring(0, 4)
                + "-"
                + low.substring(4);
    }

    /// So many letters and digits.
    public String letters(int count) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(alphabet.charAt(below(alphabet.length())));
        }
        return text.toString();
    }

    /// The same things in another order.
    public <T> List<T> shuffled(List<T> things) {
        List<T> shuffled = new ArrayList<>(things);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            Collections.swap(shuffled, i, below(i + 1));
        }
        return shuffled;
    }

    private long next() {
        state += 0x9e3779b97f4a7c15L;
        long mixed = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
