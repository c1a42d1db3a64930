package dev.glasstrail.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/// What is gathered while one file is read: its problems, the keys that mean something, and the
/// keys that mean nothing.
final class Page {

    private final String file;
    private final FormerKeys formerKeys;
    private final List<Problem> problems = new ArrayList<>();
    private final SequencedSet<String> known = new LinkedHashSet<>();
    private final List<Unknown> unknown = new ArrayList<>();

    /// @param file as the person named it
    Page(String file, FormerKeys formerKeys) {
        this.file = file;
        this.formerKeys = formerKeys;
    }

    /// Notes something wrong.
    void problem(int line, String text) {
        problems.add(new Problem(file, line, text));
    }

    /// Notes a key that means something, whether or not the file has it.
    void known(String path) {
        known.add(path);
    }

    /// Notes a key of the file that nothing asked for.
    void unknown(int line, String path) {
        unknown.add(new Unknown(line, path));
    }

    /// Every key that means something, in the order of the tree. To be asked after reading.
    SequencedSet<String> keys() {
        return known;
    }

    /// Everything that is wrong, by line. To be asked after reading: only then all keys are known.
    List<Problem> problems() {
        List<Problem> all = new ArrayList<>(problems);
        unknown.forEach(key -> all.add(new Problem(file, key.line(), advice(key.path()))));
        all.sort(Comparator.comparingInt(Problem::line).thenComparing(Problem::text));
        return List.copyOf(all);
    }

    private String advice(String path) {
        return formerKeys
                .advice(path)
                .or(() ->
                        meant(path).map(m -> "unknown key %s; did you mean %s?".formatted(path, m)))
                .orElseGet(() ->
                        "unknown key %s; known there: %s"
                                .formatted(path, String.join(", ", siblings(path))));
    }

    private Optional<String> meant(String path) {
        return Nearest.to(last(path), siblings(path))
                .map(key -> parent(path) + key)
                .or(() -> known.stream().filter(k -> last(k).equals(last(path))).findFirst());
    }

    private List<String> siblings(String path) {
        return known.stream()
                .filter(key -> parent(key).equals(parent(path)))
                .map(Page::last)
                .toList();
    }

    private static String parent(String path) {
        return path.substring(0, path.lastIndexOf('.') + 1);
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private record Unknown(int line, String path) {}
}
