package dev.glasstrail.alarm.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The folder that Slack's export unpacks into: one folder for each channel, by its name, and files
/// that tell the ids of channels.
record ExportFolder(Path folder) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SUFFIX = ".json";

    /// Where the ids stand: of public channels, and of private ones.
    private static final List<String> INDEXES = List.of("channels.json", "groups.json");

    /// One channel's days.
    ///
    /// @param days that have a file, ascending, at least one
    record Channel(Path folder, List<LocalDate> days) {

        Path file(LocalDate day) {
            return folder.resolve(day + SUFFIX);
        }

        /// For people: the file's name in the export.
        String nameOf(LocalDate day) {
            return folder.getFileName() + "/" + day + SUFFIX;
        }
    }

    /// @param channel its name or its id
    /// @throws UnreadException if the export does not have it
    Channel channel(String channel) throws UnreadException {
        Optional<Path> found = inside(channel);
        if (found.isEmpty()) {
            found = inside(nameOf(channel));
        }
        if (found.isEmpty()) {
            throw new UnreadException(
                    "the export %s has no channel %s; name it as its folder there is called, or give its id"
                            .formatted(folder.getFileName(), channel));
        }
        try {
            List<LocalDate> days = days(found.get());
            if (!days.isEmpty()) {
                return new Channel(found.get(), days);
            }
        } catch (IOException failure) {
            throw new UnreadException(
                    "the folder of the channel %s in the export %s cannot be listed (%s); check it"
                            .formatted(channel, folder.getFileName(), DayFile.reason(failure)));
        }
        throw new UnreadException(
                "the channel %s has no message in the export %s; check the dates of the export"
                        .formatted(channel, folder.getFileName()));
    }

    /// Whether some channel has messages of a later day. False where it cannot be found out.
    boolean goesOnAfter(LocalDate day) {
        try (DirectoryStream<Path> channels =
                Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (Path channel : channels) {
                List<LocalDate> days = days(channel);
                if (!days.isEmpty() && days.getLast().isAfter(day)) {
                    return true;
                }
            }
        } catch (IOException | DirectoryIteratorException _) {
            return false;
        }
        return false;
    }

    /// The folder of that name, right below this one.
    private Optional<Path> inside(String name) {
        try {
            Path path = folder.resolve(name).normalize();
            return !name.isEmpty()
                            && folder.normalize().equals(path.getParent())
                            && Files.isDirectory(path)
                    ? Optional.of(path)
                    : Optional.empty();
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    /// The name of the channel with that id; `""` if none of the files tells.
    private String nameOf(String id) throws UnreadException {
        for (String index : INDEXES) {
            Path file = folder.resolve(index);
            if (Files.exists(file)) {
                try {
                    for (JsonNode channel : JSON.readTree(file.toFile())) {
                        if (channel.path("id").asText("").equals(id)) {
                            return channel.path("name").asText("");
                        }
                    }
                } catch (IOException failure) {
                    throw new UnreadException(
                            "the export's file %s is damaged (%s); export the channel again"
                                    .formatted(index, DayFile.reason(failure)));
                }
            }
        }
        return "";
    }

    private static List<LocalDate> days(Path channel) throws IOException {
        List<LocalDate> days = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(channel, "*" + SUFFIX)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                try {
                    days.add(LocalDate.parse(name.substring(0, name.length() - SUFFIX.length())));
                } catch (DateTimeException _) {
                    // Slack's lists of lists and canvases lie here too.
                }
            }
        } catch (DirectoryIteratorException failure) {
            throw failure.getCause();
        }
        return days.stream().sorted().toList();
    }
}
