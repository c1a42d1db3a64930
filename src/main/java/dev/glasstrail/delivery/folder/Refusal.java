package dev.glasstrail.delivery.folder;

import static java.util.Objects.requireNonNull;

import dev.glasstrail.delivery.DeliveryException;
import dev.glasstrail.delivery.DeliveryException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;

/// Words for what went wrong, in one line each.
final class Refusal {

    private Refusal() {}

    static DeliveryException differs(Path place, String file, int next) {
        return new DeliveryException(
                Reason.DIFFERS,
                place,
                ("%s is there already and its %s differs; give the --as-of of its manifest.json to"
                                + " repeat it, or --force to write r%d beside it")
                        .formatted(place, file, next),
                null);
    }

    static DeliveryException overtaken(Path place, int next) {
        return new DeliveryException(
                Reason.OVERTAKEN,
                place,
                "%s was delivered by another run in the meantime and differs; run again with --force to write r%d"
                        .formatted(place, next),
                null);
    }

    /// @param folder what was being written below, for errors that name no file
    static DeliveryException of(Path folder, Exception e) {
        IOException cause =
                e instanceof UncheckedIOException unchecked
                        ? requireNonNull(unchecked.getCause())
                        : (IOException) e;
        Path place =
                cause instanceof FileSystemException named && named.getFile() != null
                        ? Path.of(named.getFile())
                        : folder;
        String system = systemMessage(cause);
        Reason reason = reason(cause, system.toLowerCase(Locale.ROOT), folder);
        return new DeliveryException(reason, place, message(reason, folder, place, system), e);
    }

    private static Reason reason(IOException cause, String system, Path folder) {
        if (system.contains("no space left") || system.contains("quota") || isFull(folder)) {
            return Reason.NO_ROOM;
        }
        if (cause instanceof AccessDeniedException
                || system.contains("permission denied")
                || system.contains("not permitted")
                || system.contains("read-only")) {
            return Reason.NOT_ALLOWED;
        }
        if (cause instanceof FileAlreadyExistsException
                || cause instanceof NotDirectoryException
                || cause instanceof AtomicMoveNotSupportedException
                || system.contains("not a directory")
                || system.contains("name too long")
                || system.contains("symbolic links")) {
            return Reason.NO_PLACE;
        }
        return Reason.BROKEN;
    }

    private static String message(Reason reason, Path folder, Path place, String system) {
        return switch (reason) {
            case NO_ROOM ->
                    "no room left for the report below %s; free some, or give another --out"
                            .formatted(folder);
            case NOT_ALLOWED ->
                    "cannot write %s: %s; change its permissions, or give another --out"
                            .formatted(place, system);
            case NO_PLACE, BROKEN, DIFFERS, OVERTAKEN ->
                    "cannot write %s: %s; make way for it, or give another --out"
                            .formatted(place, system);
        };
    }

    private static String systemMessage(IOException cause) {
        String said = cause.getMessage();
        if (cause instanceof FileSystemException named) {
            said = named.getReason();
        }
        return switch (cause) {
            case AccessDeniedException denied -> "permission denied";
            case FileAlreadyExistsException exists -> "there is a file where a folder is needed";
            case NotDirectoryException file -> "it is a file and a folder is needed";
            case AtomicMoveNotSupportedException other ->
                    "it lies on another file system than the folder above it";
            default ->
                    said == null
                            ? cause.getClass().getSimpleName()
                            : said.lines().findFirst().orElse("");
        };
    }

    /// The system's own words depend on its language; an empty disk quota does not.
    private static boolean isFull(Path folder) {
        Path there = folder;
        while (there != null && !Files.isDirectory(there)) {
            there = there.getParent();
        }
        try {
            return there != null && Files.getFileStore(there).getUsableSpace() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
