package dev.glasstrail.trail.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/// Puts a failure to read into one clause: without paths of the machine, on one line.
final class Reason {

    private static final int LONGEST = 160;

    private Reason() {}

    static String of(IOException failure) {
        return switch (failure) {
            case DamagedFileException damaged -> damaged.clause();
            case UnavailableObjectException unavailable -> unavailable.clause();
            case AccessDeniedException _ -> "cannot be read: permission denied";
            case NoSuchFileException _ -> "vanished while the trail was read";
            case FileSystemLoopException _ -> "is a loop of symbolic links";
            case FileSystemException system -> "cannot be read: " + plain(system.getReason());
            default -> "cannot be read: " + plain(failure.getMessage());
        };
    }

    /// A library's or the system's words, cut to one short line.
    static String plain(@Nullable String words) {
        if (words == null || words.isBlank()) {
            return "the system gives no reason";
        }
        StringBuilder line = new StringBuilder();
        words.codePoints()
                .limit(LONGEST)
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .forEach(line::appendCodePoint);
        return line.toString();
    }
}
