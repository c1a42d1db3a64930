package dev.glasstrail.trail;

/// Hears how far reading has come. Calls may come from several threads.
public interface Progress {

    /// Hears nothing.
    Progress NONE =
            new Progress() {
                @Override
                public void started(long totalBytes) {}

                @Override
                public void read(long bytes, long records) {}

                @Override
                public void finished() {}
            };

    /// A scan begins.
    ///
    /// @param totalBytes to be read, as stored
    void started(long totalBytes);

    /// More was read since the last call.
    void read(long bytes, long records);

    /// The scan has ended, well or not.
    void finished();
}
