package dev.glasstrail.trail.files;

import dev.glasstrail.trail.PlaceCounts;
import dev.glasstrail.trail.Progress;
import dev.glasstrail.trail.ReadRequest;
import dev.glasstrail.trail.Reading.InputFile;
import dev.glasstrail.trail.TrailEvent;
import dev.glasstrail.trail.TrailException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.List;

/// Reads one file from its bytes to the sink.
final class LogReader {

    private final LogStore store;
    private final FileLimits limits;
    private final ReadRequest request;
    private final SerialSink sink;

    LogReader(LogStore store, FileLimits limits, ReadRequest request, SerialSink sink) {
        this.store = store;
        this.limits = limits;
        this.request = request;
        this.sink = sink;
    }

    /// Reads a file; whatever is wrong with it stands in the result.
    ///
    /// @throws TrailException if no other file can be read either
    FileResult read(StoredFile file, LogPath path) throws TrailException {
        PlaceCounts places = new PlaceCounts(PlaceCounts.MOST_PLACES);
        Meter meter = new Meter(request.progress());
        FileContents contents =
                new FileContents(file.name(), path, event -> take(event, places, meter));
        List<InputFile> input = List.of();
        try (InputDigest stored = new InputDigest(new Metered(store.open(file), meter))) {
            scan(stored, contents);
            input = List.of(stored.finish(file.name()));
        } catch (IOException failure) {
            contents.failed(Reason.of(failure));
        }
        meter.finish(file.size());
        return contents.result(input, meter.bytes, places);
    }

    /// Damage ends the scan and not the reading: what was read is still to be told apart from
    /// another file.
    private void scan(InputStream stored, FileContents contents) throws IOException {
        try (Content content = new Content(inflated(new KeptOpen(stored)))) {
            Content.Start start = content.start();
            contents.begins(start);
            if (start == Content.Start.OBJECT || start == Content.Start.ARRAY) {
                new RecordScanner(content, limits.recordCharacters(), contents).scan();
            }
        } catch (DamagedFileException damage) {
            contents.broken(damage.clause());
        }
    }

    private void take(TrailEvent event, PlaceCounts places, Meter meter) {
        meter.records++;
        if (!event.call().time().isBefore(request.from())
                && event.call().time().isBefore(request.to())) {
            places.record(event);
        }
        sink.checkNotStopped();
        if (request.wants(event)) {
            sink.accept(event);
        }
    }

    /// Looks at the first bytes, not at the name: both ways round, names are wrong at times.
    private InputStream inflated(InputStream stored) throws IOException {
        PushbackInputStream start = new PushbackInputStream(stored, 2);
        byte[] magic = start.readNBytes(2);
        start.unread(magic);
        boolean isGzip = magic.length == 2 && magic[0] == 0x1F && magic[1] == (byte) 0x8B;
        return isGzip ? new GzipMembers(start, limits) : start;
    }

    /// Lets the scan free what it holds without closing the file below it.
    private static final class KeptOpen extends FilterInputStream {

        KeptOpen(InputStream in) {
            super(in);
        }

        @Override
        public void close() {}
    }

    /// Counts one file's bytes and records, and tells of them in steps of a mebibyte.
    private static final class Meter {

        private static final long STEP = 1 << 20;

        private final Progress progress;
        private long bytes;
        private long records;
        private long bytesTold;
        private long recordsTold;

        Meter(Progress progress) {
            this.progress = progress;
        }

        void add(int count) {
            bytes += count;
            if (bytes - bytesTold >= STEP) {
                tell(bytes);
            }
        }

        /// What was left unread counts as done.
        void finish(long size) {
            tell(Math.max(size, bytes));
        }

        private void tell(long upTo) {
            progress.read(upTo - bytesTold, records - recordsTold);
            bytesTold = upTo;
            recordsTold = records;
        }
    }

    /// Bytes as stored, counted.
    private static final class Metered extends FilterInputStream {

        private final Meter meter;

        Metered(InputStream in, Meter meter) {
            super(in);
            this.meter = meter;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            meter.add(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            meter.add(Math.max(count, 0));
            return count;
        }
    }
}
