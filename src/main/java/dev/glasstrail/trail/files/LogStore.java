package dev.glasstrail.trail.files;

import dev.glasstrail.trail.TrailException;
import java.io.IOException;
import java.io.InputStream;

/// Where log files lie.
interface LogStore {

    /// Names everything in the store, in the same order each time for the same content.
    ///
    /// @throws TrailException if the store cannot be listed at all
    void walk(Visitor visitor) throws TrailException, InterruptedException;

    /// Opens a file.
    ///
    /// @throws IOException if that fails; [Reason] puts it into words
    InputStream open(StoredFile file) throws IOException;

    /// The store in words, for messages.
    @Override
    String toString();

    /// Hears what lies in a store.
    interface Visitor {

        /// A file that can be opened.
        void file(StoredFile file) throws InterruptedException;

        /// Something that holds no bytes of its own: a pipe, a link to what is listed elsewhere.
        void other(String name);

        /// Something that should hold files or bytes and cannot be reached.
        ///
        /// @param reason one clause
        void unreachable(String name, String reason);
    }
}
