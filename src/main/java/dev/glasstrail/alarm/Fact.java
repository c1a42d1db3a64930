package dev.glasstrail.alarm;

/// Something about a rule at a moment that lies behind.
///
/// @param <T> what it is
sealed interface Fact<T> {

    /// It was so.
    ///
    /// @param because where that is known from: one clause
    record Known<T>(T value, String because) implements Fact<T> {}

    /// Nobody can say.
    ///
    /// @param because one clause
    record Unknown<T>(String because) implements Fact<T> {}

    /// This one if it is known, else the other.
    default Fact<T> or(Fact<T> other) {
        return switch (this) {
            case Known<T> known -> known;
            case Unknown<T> _ -> other;
        };
    }
}
