package dev.glasstrail.trail.sql;

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
/// @param first day of delivery, UTC; [LocalDate#MIN] where there is no limit
/// @param last day of delivery, UTC; [LocalDate#MAX] where there is no limit
/// @param dayFormat how partitions spell a day, such as `yyyy/MM/dd`; `""` where their order is not
///   that of the days
public record Projection(
        boolean known,
        List<String> accounts,
        List<String> regions,
        LocalDate first,
        LocalDate last,
        String dayFormat) {

    private static final Pattern ORDERED_FORMAT =
            Pattern.compile("yyyy[^a-zA-Z]?MM[^a-zA-Z]?dd([^a-zA-Z]?HH)?");

    /// How AWS's own table spells a day.
    public static final String DAY_FORMAT = "yyyy/MM/dd";

    /// Nothing is known but how days are spelled.
    public static final Projection UNKNOWN =
            new Projection(false, List.of(), List.of(), LocalDate.MIN, LocalDate.MAX);

    private static final Pattern RELATIVE =
            Pattern.compile("NOW(?:([+-])([0-9]{1,6})([A-Z]+?)S?)?", Pattern.CASE_INSENSITIVE);

    public Projection {
        accounts = accounts.stream().distinct().sorted().toList();
        regions = regions.stream().distinct().sorted().toList();
        dayFormat = ORDERED_FORMAT.matcher(dayFormat).matches() ? dayFormat : "";
    }

    /// Partitions whose days are spelled as in AWS's own table.
    public Projection(
            boolean known,
            List<String> accounts,
            List<String> regions,
            LocalDate first,
            LocalDate last) {
        this(known, accounts, regions, first, last, DAY_FORMAT);
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
        boolean isRange = range.length == 2;
        return new Projection(
                true,
                values(parameters, "account"),
                values(parameters, "region"),
                isRange ? day(range[0], format, today).orElse(LocalDate.MIN) : LocalDate.MIN,
                isRange ? day(range[1], format, today).orElse(LocalDate.MAX) : LocalDate.MAX,
                format);
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
            default -> Optional.empty();
        };
    }
}
