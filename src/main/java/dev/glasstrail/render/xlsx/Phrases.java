package dev.glasstrail.render.xlsx;

import dev.glasstrail.report.AlarmVerdictRow;
import dev.glasstrail.report.OpeningRow;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Several facts in one cell, in words for people.
final class Phrases {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private Phrases() {}

    static String time(Instant at) {
        return TIME.format(at);
    }

    static String yesNo(boolean yes) {
        return yes ? "yes" : "no";
    }

    /// Short values that hold no comma themselves.
    static String list(Collection<String> values) {
        return String.join(", ", values);
    }

    /// Values that may hold any character.
    static String parted(Collection<String> values) {
        return String.join(" | ", values);
    }

    /// `ec2.amazonaws.com: 12, s3.amazonaws.com: 3`, in the order given.
    static String counts(Map<String, ? extends Number> counts) {
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    /// Each opening with everything its record says.
    static String openings(List<OpeningRow> openings) {
        return parted(openings.stream().map(Phrases::opening).toList());
    }

    /// The verdict for each rule, or that nobody looked.
    static String alarm(List<AlarmVerdictRow> verdicts) {
        return verdicts.isEmpty()
                ? "not checked"
                : parted(verdicts.stream().map(Phrases::verdict).distinct().toList());
    }

    /// `read` or `write`; `unmarked` where CloudTrail does not say.
    static String access(@Nullable Boolean readOnly) {
        if (readOnly == null) {
            return "unmarked";
        }
        return readOnly ? "read" : "write";
    }

    /// A constant such as `RANG_LATE` or `notComparable` as words.
    static String words(String constant) {
        return constant.replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .replace('_', ' ')
                .toLowerCase(Locale.ROOT);
    }

    private static String opening(OpeningRow opening) {
        StringJoiner words = new StringJoiner(", ");
        words.add(time(opening.at()) + " " + opening.name() + " by " + opening.by());
        words.add("from " + opening.ip() + " in " + opening.region());
        words.add("with " + opening.userAgent());
        words.add(opening.issuedKey() == null ? "no key in the answer" : opening.issuedKey());
        words.add(opening.used() ? "used" : "never used");
        words.add("event " + opening.eventId());
        if (!opening.copies().isEmpty()) {
            words.add("recorded elsewhere as " + String.join(" and ", opening.copies()));
        }
        return words.toString();
    }

    private static String verdict(AlarmVerdictRow row) {
        StringJoiner words = new StringJoiner(", ");
        words.add(words(row.verdict()));
        if (row.rule() != null) {
            words.add("rule " + row.rule() + " in " + row.account() + " " + row.region());
        }
        if (row.cause() != null) {
            words.add(words(row.cause()));
        }
        if (row.delaySeconds() != null) {
            words.add("after " + row.delaySeconds() + " s");
        }
        return words.toString();
    }
}
