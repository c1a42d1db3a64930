package dev.glasstrail.trail.files;

import dev.glasstrail.trail.Reading.Place;
import dev.glasstrail.trail.Reading.Shortfall;
import dev.glasstrail.trail.TrailException;
import java.io.IOException;
import java.io.InputStream;

/// Where log files lie.
interface LogStore {

    /// Names everything in the store, in the same order each time for the same content.
    ///
    /// @param days of delivery that are asked for; a store may leave out log files that its layout
    ///   puts into other days, and need not
    /// @throws TrailException if the store cannot be listed at all, or from the visitor
    void walk(DeliveryDays days, Visitor visitor) throws TrailException, InterruptedException;

    /// Opens a file.
    ///
    /// @throws IOException if that fails; [Reason] puts it into words
    /// @throws TrailException if no other file can be opened either
    InputStream open(StoredFile file) throws IOException, TrailException;

    /// The store in words, for messages.
    @Override
    String toString();

    /// Hears what lies in a store.
    interface Visitor {

        /// A file that can be opened.
        ///
        /// @throws TrailException if reading is to end
        void file(StoredFile file) throws TrailException, InterruptedException;

        /// Something that holds no bytes of its own: a pipe, a link to what is listed elsewhere.
        void other(String name);

        /// Something that should hold files or bytes and cannot be reached.
        ///
        /// @param reason one clause
        void unreachable(String name, String reason);

        /// A folder that the store knows to hold the logs of a place, before the files in it.
        void folder(String name, Place place);

        /// Something to be said of the store as a whole.
        void remark(Shortfall remark);
    }
}
