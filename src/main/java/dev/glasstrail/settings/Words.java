package dev.glasstrail.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The written form of choices: `MAX_SPEED` is written `max-speed`.
public final class Words {

    private Words() {}

    /// The word for a choice.
    public static String of(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The words for all choices of a kind, in their order.
    public static <E extends Enum<E>> List<String> all(Class<E> kind) {
        return Arrays.stream(kind.getEnumConstants()).map(Words::of).toList();
    }

    /// The choice that a word stands for; empty where there is none.
    public static <E extends Enum<E>> Optional<E> choice(Class<E> kind, String word) {
        return Arrays.stream(kind.getEnumConstants())
                .filter(constant -> of(constant).equals(word))
                .findFirst();
    }
}
