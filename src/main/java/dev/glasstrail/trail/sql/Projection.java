package dev.glasstrail.trail.sql;

import dev.glasstrail.trail.Reading.Place;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which partitions a table has, as far as is known. What is not among them gives no rows, and no
/// error.
///
/// @param known whether anything is known
/// @param accounts that the table has; empty where it takes whichever is asked for
/// @param regions likewise
/// @param everywhere the days of delivery that every place has
/// @param dayFormat how partitions spell a day, such as `yyyy/MM/dd`; `""` where their order is not
///   that of the days
/// @param listed the days of delivery by place, where partitions are listed one by one; empty where
///   every place has the same
public record Projection(
        boolean known,
        List<String> accounts,
        List<String> regions,
        Days everywhere,
        String dayFormat,
        Map<Place, Days> listed) {

    /// Days of delivery, UTC.
    ///
    /// @param first [LocalDate#MIN] where there is no limit
    /// @param last [LocalDate#MAX] where there is no limit
    public record Days(LocalDate first, LocalDate last) {

        /// Every day.
        public static final Days ALL = new Days(LocalDate.MIN, LocalDate.MAX);
    }

    private static final Pattern ORDERED_FORMAT =
            Pattern.compile("yyyy[^a-zA-Z]?MM[^a-zA-Z]?dd([^a-zA-Z]?HH)?");

    /// How AWS's own table spells a day.
    public static final String DAY_FORMAT = "yyyy/MM/dd";

    /// How days are spelled, where nobody tells; of two spellings each sorts all days of the other
    /// before or after its own.
    static final List<String> USUAL_DAY_FORMATS = List.of(DAY_FORMAT, "yyyy-MM-dd", "yyyyMMdd");

    /// Nothing is known.
    public static final Projection UNKNOWN =
            new Projection(false, List.of(), List.of(), Days.ALL, DAY_FORMAT, Map.of());

    private static final Pattern RELATIVE =
            Pattern.compile(
                    "NOW(?:\\s*([+-])\\s*([0-9]{1,6})\\s*([A-Z]+?)S?)?", Pattern.CASE_INSENSITIVE);

    public Projection {
        accounts = accounts.stream().distinct().sorted().toList();
        regions = regions.stream().distinct().sorted().toList();
        dayFormat = ORDERED_FORMAT.matcher(dayFormat).matches() ? dayFormat : "";
        listed = Map.copyOf(listed);
    }

    /// Days that every place has, spelled as in AWS's own table.
    public static Projection of(List<String> accounts, List<String> regions, Days days) {
        return new Projection(true, accounts, regions, days, DAY_FORMAT, Map.of());
    }

    /// The days of delivery of a place; empty where it has no partition.
    Optional<Days> days(Place place) {
        return listed.isEmpty() ? Optional.of(everywhere) : Optional.ofNullable(listed.get(place));
    }

    /// Reads Athena's partition projection out of a table's parameters.
    ///
    /// @param tableParameters such as `projection.account.values`
    /// @param today in UTC, which `NOW` stands for
    public static Projection of(Map<String, String> tableParameters, LocalDate today) {
        Map<String, String> parameters = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        parameters.putAll(tableParameters);
        if (!parameters.getOrDefault("projection.enabled", "").strip().equalsIgnoreCase("true")) {
            return UNKNOWN;
        }
        String format = parameters.getOrDefault("projection.timestamp.format", DAY_FORMAT);
        String[] range = parameters.getOrDefault("projection.timestamp.range", "").split(",", -1);
        return new Projection(
                true,
                values(parameters, "account"),
                values(parameters, "region"),
                range.length == 2
                        ? new Days(
                                day(range[0], format, today).orElse(LocalDate.MIN),
                                day(range[1], format, today).orElse(LocalDate.MAX))
                        : Days.ALL,
                format,
                Map.of());
    }

    /// White space counts: it is part of the folder's name.
    private static List<String> values(Map<String, String> parameters, String column) {
        return Arrays.stream(
                        parameters
                                .getOrDefault("projection." + column + ".values", "")
                                .split(",", -1))
                .filter(value -> !value.isBlank())
                .toList();
    }

    private static Optional<LocalDate> day(String text, String format, LocalDate today) {
        String plain = text.strip();
        Matcher relative = RELATIVE.matcher(plain);
        if (relative.matches()) {
            return relative.group(1) == null ? Optional.of(today) : shifted(relative, today);
        }
        try {
            return Optional.of(
                    LocalDate.parse(plain, DateTimeFormatter.ofPattern(format, Locale.ROOT)));
        } catch (DateTimeParseException | IllegalArgumentException _) {
            // Whatever it says, it is no limit that can be told.
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> shifted(Matcher relative, LocalDate today) {
        int number = Integer.parseInt(relative.group(1) + relative.group(2));
        return switch (relative.group(3).toUpperCase(Locale.ROOT)) {
            case "YEAR" -> Optional.of(today.plus(Period.ofYears(number)));
            case "MONTH" -> Optional.of(today.plus(Period.ofMonths(number)));
            case "WEEK" -> Optional.of(today.plus(Period.ofWeeks(number)));
            case "DAY" -> Optional.of(today.plus(Period.ofDays(number)));
            case "HOUR" -> Optional.of(daysOf(Duration.ofHours(number), today));
            case "MINUTE" -> Optional.of(daysOf(Duration.ofMinutes(number), today));
            case "SECOND" -> Optional.of(daysOf(Duration.ofSeconds(number), today));
            default -> Optional.empty();
        };
    }

    /// Whole days, of which none is promised that the table may lack: the time of day is not known.
    private static LocalDate daysOf(Duration shift, LocalDate today) {
        return shift.isNegative()
                ? today.minusDays(shift.negated().toDays())
                : today.plusDays(shift.toDays());
    }
}
