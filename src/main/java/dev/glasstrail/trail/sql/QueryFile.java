package dev.glasstrail.trail.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One file of the folder `queries`.
///
/// `${name}` stands for a value that is put in its place; `x LIKE ${any names}` for one comparison
/// of `x` per name, joined by OR. A line that needs a value that is not known is left out. Values
/// are put in once and never looked at again, whatever they hold.
///
/// @param name without folder and ending
/// @param text as it stands in the file
record QueryFile(String name, String text) {

    private static final Pattern PLACE =
            Pattern.compile(
                    "(?<what>[a-z_.]+) LIKE \\$\\{any (?<any>[a-z_]+)}|\\$\\{(?<one>[a-z_.]+)}");

    /// Reads a file that is part of the program.
    static QueryFile read(String name) {
        try (InputStream stream =
                QueryFile.class.getResourceAsStream("/queries/" + name + ".sql")) {
            if (stream == null) {
                throw new IllegalStateException("queries/" + name + ".sql is not in the program");
            }
            return new QueryFile(name, new String(stream.readAllBytes(), UTF_8).strip());
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading a part of the program", impossible);
        }
    }

    /// The file with the values in it.
    ///
    /// @throws IllegalStateException if the file names a value that the program does not have
    String with(Values values) {
        return text.lines()
                .filter(line -> isKnown(line, values))
                .map(line -> PLACE.matcher(line).replaceAll(found -> replacement(found, values)))
                .collect(Collectors.joining("\n"));
    }

    private boolean isKnown(String line, Values values) {
        return PLACE.matcher(line)
                .results()
                .map(found -> found.group("one"))
                .noneMatch(one -> one != null && values.isUnknown(one));
    }

    private String replacement(MatchResult found, Values values) {
        String one = found.group("one");
        String put =
                one == null
                        ? Sql.likeAny(found.group("what"), values.patterns(found.group("any")))
                        : values.text(one);
        return Matcher.quoteReplacement(put);
    }
}
