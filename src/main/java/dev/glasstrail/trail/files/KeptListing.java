package dev.glasstrail.trail.files;

import dev.glasstrail.trail.Reading.Place;
import dev.glasstrail.trail.Reading.Shortfall;
import dev.glasstrail.trail.TrailException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Remembers a short listing of a store that is slow to list.
///
/// An audit walks the store twice for each of its scans, first for the sizes. A listing of many
/// files is not kept, so that memory does not grow with the trail: it costs one call for each
/// thousand files that are then fetched one by one, and is simply made again.
final class KeptListing implements LogStore {

    private final LogStore store;
    private final int most;
    private @Nullable DeliveryDays days;
    private List<Told> kept = List.of();

    /// @param most files and other entries that are kept
    KeptListing(LogStore store, int most) {
        this.store = store;
        this.most = most;
    }

    /// Something that a visitor was told.
    private interface Told {
        void to(Visitor visitor) throws TrailException, InterruptedException;
    }

    @Override
    public void walk(DeliveryDays wanted, Visitor visitor)
            throws TrailException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (wanted.equals(days)) {
            for (Told told : kept) {
                told.to(visitor);
            }
            return;
        }
        Recorder recorder = new Recorder(visitor);
        store.walk(wanted, recorder);
        if (recorder.told.size() <= most) {
            days = wanted;
            kept = recorder.told;
        }
    }

    @Override
    public InputStream open(StoredFile file) throws IOException, TrailException {
        return store.open(file);
    }

    @Override
    public String toString() {
        return store.toString();
    }

    /// Writes down what a visitor is told, until it is too much.
    private final class Recorder implements Visitor {

        private final Visitor visitor;
        private final List<Told> told = new ArrayList<>();

        Recorder(Visitor visitor) {
            this.visitor = visitor;
        }

        @Override
        public void file(StoredFile file) throws TrailException, InterruptedException {
            keep(later -> later.file(file));
            visitor.file(file);
        }

        @Override
        public void other(String name) {
            keep(later -> later.other(name));
            visitor.other(name);
        }

        @Override
        public void unreachable(String name, String reason) {
            keep(later -> later.unreachable(name, reason));
            visitor.unreachable(name, reason);
        }

        @Override
        public void folder(String name, Place place) {
            keep(later -> later.folder(name, place));
            visitor.folder(name, place);
        }

        @Override
        public void remark(Shortfall remark) {
            keep(later -> later.remark(remark));
            visitor.remark(remark);
        }

        private void keep(Told one) {
            if (told.size() <= most) {
                told.add(one);
            }
        }
    }
}
