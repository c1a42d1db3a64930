package dev.glasstrail.alarm.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A folder and what is below it. Nothing leads out of it, and no file is read that is larger than
/// any answer of the CLI about rules.
final class Tree {

    /// The largest file that is read, in bytes.
    static final int LARGEST = 16 * 1024 * 1024;

    /// The most entries of one folder that are looked at.
    static final int MOST = 10_000;

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .build();

    private final Path root;

    Tree(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    /// The name of something below, from the folder on, as it may stand in a message.
    String name(Path path) {
        return path.equals(root)
                ? "the alarm folder " + Shown.of(root.toString())
                : Shown.of(root.relativize(path).toString().replace('\\', '/'));
    }

    boolean isFolder(Path path) {
        return Files.isDirectory(path);
    }

    /// What lies in a folder, by name.
    List<Path> children(Path folder) throws Unusable {
        inside(folder);
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (children.size() == MOST) {
                    throw new Unusable(
                            "%s holds more than %s entries; keep one folder for each alert rule there"
                                    .formatted(name(folder), MOST));
                }
                children.add(entry);
            }
        } catch (DirectoryIteratorException | IOException failure) {
            throw new Unusable(
                    "%s cannot be listed (%s); give a folder that this user may read"
                            .formatted(name(folder), failure.getClass().getSimpleName()));
        }
        children.sort(null);
        return children;
    }

    /// A file that holds one object.
    ///
    /// @param command of the CLI that prints it, for the next step
    JsonNode object(Path file, String command) throws Unusable {
        byte[] bytes = bytes(file, command);
        try {
            JsonNode node = JSON.readTree(bytes);
            if (node.isObject()) {
                return node;
            }
            throw new Unusable(
                    "%s holds no JSON object, but %s; keep what %s prints"
                            .formatted(name(file), kind(node), command));
        } catch (JsonProcessingException failure) {
            throw new Unusable(
                    "%s is not the JSON of one answer%s; keep what %s --output json prints"
                            .formatted(name(file), at(failure), command));
        } catch (IOException failure) {
            throw unreadable(file, failure);
        }
    }

    /// The bytes of a file.
    byte[] bytes(Path file, String command) throws Unusable {
        inside(file);
        if (!Files.isRegularFile(file)) {
            throw new Unusable(
                    "%s is no file; put there what %s prints".formatted(name(file), command));
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new Unusable(
                        "%s is larger than 16 MiB, as no answer of %s is; collect it again"
                                .formatted(name(file), command));
            }
            if (new String(bytes, StandardCharsets.UTF_8).isBlank()) {
                throw new Unusable(
                        "%s is empty, as after a command that failed; run %s again"
                                .formatted(name(file), command));
            }
            return bytes;
        } catch (IOException failure) {
            throw unreadable(file, failure);
        }
    }

    /// Refuses what is not there and what lies elsewhere.
    private void inside(Path path) throws Unusable {
        try {
            if (!path.toRealPath().startsWith(root.toRealPath())) {
                throw new Unusable(
                        "%s is a symbolic link out of the folder, which is not followed; put the files themselves there"
                                .formatted(name(path)));
            }
        } catch (NoSuchFileException _) {
            throw new Unusable(
                    "%s does not exist; fill the folder with `glasstrail setup collect-alarm`"
                            .formatted(name(path)));
        } catch (IOException failure) {
            throw unreadable(path, failure);
        }
    }

    private Unusable unreadable(Path path, IOException failure) {
        return new Unusable(
                "%s cannot be read (%s); give a folder that this user may read"
                        .formatted(name(path), failure.getClass().getSimpleName()));
    }

    private static String at(JsonProcessingException failure) {
        return failure.getLocation() == null
                ? ""
                : " from line %s on".formatted(failure.getLocation().getLineNr());
    }

    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "a list";
            case STRING -> "a text";
            case MISSING, NULL -> "nothing";
            case BINARY, BOOLEAN, NUMBER, OBJECT, POJO -> "a value";
        };
    }
}
