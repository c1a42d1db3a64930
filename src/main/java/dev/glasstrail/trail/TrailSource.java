package dev.glasstrail.trail;

/// A place that CloudTrail records can be read from.
///
/// Every source gives the same records for the same trail: those that any need wants, in no
/// particular order, possibly several copies of one. What it could not read it names in its
/// [Reading]; it throws only where nothing useful can be read at all.
public interface TrailSource {

    /// What the report calls this kind of source, such as `files`.
    String kind();

    /// Reads the records of the request's stretch of time and hands the wanted ones to `sink`.
    ///
    /// `sink` is called by one thread at a time.
    ///
    /// @throws TrailException if the source cannot be read at all
    /// @throws InterruptedException if the thread was interrupted; remote work has been stopped
    Reading read(ReadRequest request, Sink sink) throws TrailException, InterruptedException;

    /// Says what a read would do, without doing it: nothing is read that costs money or changes
    /// anything.
    ///
    /// @throws TrailException if the source could not be read at all
    /// @throws InterruptedException if the thread was interrupted
    ReadPlan plan(ReadRequest request) throws TrailException, InterruptedException;

    /// Takes wanted records.
    @FunctionalInterface
    interface Sink {

        /// Takes one record, one of possibly several copies.
        void accept(TrailEvent event);
    }
}
