package dev.glasstrail.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// One level of the file: keys with their values.
///
/// Each value is asked for by its key, with what holds where the file does not say. A value that
/// cannot be is noted on the [Page] and answered with that default, so that reading goes on and
/// finds the next problem too.
final class Group {

    private final Page page;
    private final References references;
    private final String prefix;
    private final Map<String, NodeTuple> entries = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    private Group(Page page, References references, String prefix, @Nullable Node node) {
        this.page = page;
        this.references = references;
        this.prefix = prefix;
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::add);
        } else if (node != null && !node.getTag().equals(Tag.NULL)) {
            String what = prefix.isEmpty() ? "the file" : prefix.substring(0, prefix.length() - 1);
            page.problem(line(node), what + " is no group of keys; write key: value below it");
        }
    }

    /// The whole file.
    ///
    /// @param node null for an empty one
    static Group top(Page page, References references, @Nullable Node node) {
        return new Group(page, references, "", node);
    }

    /// Reads the level below a key, which is empty where the file does not have it.
    <T> T group(String key, Reading<T> reading) {
        NodeTuple entry = take(key);
        String below = prefix + key + ".";
        Group group =
                new Group(page, references, below, entry == null ? null : entry.getValueNode());
        return group.read(reading);
    }

    /// Reads this level and notes every key of it that the reading did not ask for.
    <T> T read(Reading<T> reading) {
        T result = reading.read(this);
        entries.forEach((key, entry) -> {
            if (!taken.contains(key)) {
                page.unknown(line(entry.getKeyNode()), prefix + key);
            }
        });
        return result;
    }

    /// A single value.
    <T extends @Nullable Object> T value(String key, T otherwise, Parser<T> parser) {
        NodeTuple entry = take(key);
        if (entry == null) {
            return otherwise;
        }
        List<T> read = new ArrayList<>();
        readInto(read::add, entry.getValueNode(), key, parser);
        return read.isEmpty() ? otherwise : read.getFirst();
    }

    /// A list, in the order of the file.
    <T> List<T> list(String key, List<T> otherwise, Parser<T> parser) {
        NodeTuple entry = take(key);
        if (entry == null) {
            return otherwise;
        }
        if (!(entry.getValueNode() instanceof SequenceNode sequence)) {
            page.problem(
                    line(entry.getValueNode()),
                    "%s%s is no list; write %s: [one, two]".formatted(prefix, key, key));
            return otherwise;
        }
        refuseAnchor(sequence, key);
        List<T> read = new ArrayList<>();
        sequence.getValue().forEach(node -> readInto(read::add, node, key, parser));
        return read;
    }

    /// A list that makes no sense without an entry.
    <T> List<T> some(String key, List<T> otherwise, Parser<T> parser) {
        List<T> read = list(key, otherwise, parser);
        NodeTuple entry = entries.get(key);
        if (entry != null
                && entry.getValueNode() instanceof SequenceNode sequence
                && sequence.getValue().isEmpty()) {
            page.problem(
                    line(sequence),
                    "%s%s is an empty list; give an entry or take the line out"
                            .formatted(prefix, key));
        }
        return read.isEmpty() ? otherwise : read;
    }

    private <T extends @Nullable Object> void readInto(
            Consumer<T> sink, Node node, String key, Parser<T> parser) {
        String path = prefix + key;
        if (!(node instanceof ScalarNode scalar)) {
            page.problem(line(node), path + " has more than one value in one place; give one");
            return;
        }
        if (scalar.getTag().equals(Tag.NULL)) {
            page.problem(line(node), path + " has no value; give one or take the line out");
            return;
        }
        refuseAnchor(node, key);
        try {
            sink.accept(parser.parse(path, references.resolve(path, scalar.getValue())));
        } catch (IllegalArgumentException e) {
            page.problem(line(node), String.valueOf(e.getMessage()));
        }
    }

    private @Nullable NodeTuple take(String key) {
        page.known(prefix + key);
        taken.add(key);
        return entries.get(key);
    }

    private void add(NodeTuple entry) {
        if (!(entry.getKeyNode() instanceof ScalarNode key)) {
            page.problem(line(entry.getKeyNode()), "a key is no single word; write key: value");
            return;
        }
        NodeTuple first = entries.putIfAbsent(key.getValue(), entry);
        if (first != null) {
            page.problem(
                    line(key),
                    "%s%s was given in line %d already; keep one of them"
                            .formatted(prefix, key.getValue(), line(first.getKeyNode())));
        }
        if (entry.getValueNode() instanceof MappingNode mapping) {
            refuseAnchor(mapping, key.getValue());
        }
    }

    private void refuseAnchor(Node node, String key) {
        if (node.getAnchor() != null) {
            page.problem(
                    line(node),
                    "%s%s uses the anchor &%s; anchors are not followed, write the value out"
                            .formatted(prefix, key, node.getAnchor()));
        }
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    /// Makes settings of a level of the file.
    @FunctionalInterface
    interface Reading<T> {
        T read(Group group);
    }
}
