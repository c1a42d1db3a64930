package dev.glasstrail.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every source of a trail must do.
public interface TrailSourceContract {

    /// A source that holds exactly these records, each JSON on one line, spread as it likes.
    TrailSource holding(List<String> records) throws Exception;

    /// The records of [NeedRecords] that this source cannot see, and says so.
    default Set<String> unseen() {
        return Set.of();
    }

    @Test
    default void recordsThatANeedWantsAreHandedOnAndNoOthers() throws Exception {
        TrailSource source =
                holding(
                        List.of(
                                MadeRecord.of("wanted-1"),
                                MadeRecord.with(
                                        "other", "2026-11-14T02:03:04Z", "s3.amazonaws.com", ""),
                                MadeRecord.of("wanted-2")));

        assertThat(idsOf(source)).containsExactly("wanted-1", "wanted-2");
    }

    @Test
    default void whatIsNeededIsHandedOnWhoeverMadeIt() throws Exception {
        List<String> records = new ArrayList<>(NeedRecords.wanted().values());
        records.addAll(NeedRecords.unwanted());
        TrailSource source = holding(records);
        List<String> ids = new ArrayList<>();

        source.read(
                new ReadRequest(MadeRecord.FROM, MadeRecord.TO, NeedRecords.NEEDS, Progress.NONE),
                event -> ids.add(event.key().eventId()));

        assertThat(ids).containsExactlyInAnyOrderElementsOf(seen());
    }

    @Test
    default void eachNeedAloneFindsItsRecords() throws Exception {
        List<String> records = new ArrayList<>(NeedRecords.wanted().values());
        records.addAll(NeedRecords.unwanted());
        TrailSource source = holding(records);
        Set<String> found = new TreeSet<>();

        for (Need need : NeedRecords.NEEDS) {
            List<String> ids = new ArrayList<>();
            source.read(
                    new ReadRequest(MadeRecord.FROM, MadeRecord.TO, List.of(need), Progress.NONE),
                    event -> ids.add(event.key().eventId()));
            assertThat(NeedRecords.wanted().keySet()).as(need.toString()).containsAll(ids);
            found.addAll(ids);
        }

        assertThat(found).isEqualTo(seen());
    }

    @Test
    default void theStretchOfTimeHasItsStartAndNotItsEnd() throws Exception {
        TrailSource source =
                holding(
                        List.of(
                                MadeRecord.at("before", "2026-11-08T23:59:59Z"),
                                MadeRecord.at("first", "2026-11-09T00:00:00Z"),
                                MadeRecord.at("last", "2026-11-15T23:59:59Z"),
                                MadeRecord.at("after", "2026-11-16T00:00:00Z")));

        assertThat(idsOf(source)).containsExactly("first", "last");
    }

    @Test
    default void aRecordThatIsThereTwiceIsNotLost() throws Exception {
        TrailSource source = holding(List.of(MadeRecord.of("a"), MadeRecord.of("a")));

        assertThat(idsOf(source)).contains("a").containsOnly("a");
    }

    @Test
    default void readingAgainGivesTheSame() throws Exception {
        TrailSource source = holding(List.of(MadeRecord.of("a"), MadeRecord.of("b")));

        Reading first = source.read(MadeRecord.request(), _ -> {});
        List<String> ids = idsOf(source);

        assertThat(comparable(source.read(MadeRecord.request(), _ -> {})))
                .isEqualTo(comparable(first));
        assertThat(idsOf(source)).isEqualTo(ids);
    }

    @Test
    default void theSinkIsCalledByOneThreadAtATime() throws Exception {
        TrailSource source =
                holding(IntStream.range(0, 500).mapToObj(i -> MadeRecord.of("e-" + i)).toList());
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        source.read(
                MadeRecord.request(),
                _ -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    inside.decrementAndGet();
                });

        assertThat(most).hasValue(1);
    }

    @Test
    default void aFailureOfTheSinkReachesTheCaller() throws Exception {
        TrailSource source =
                holding(IntStream.range(0, 50).mapToObj(i -> MadeRecord.of("e-" + i)).toList());

        assertThatThrownBy(() ->
                        source.read(
                                MadeRecord.request(),
                                _ -> {
                                    throw new CancellationException("the sink is full");
                                }))
                .isInstanceOf(CancellationException.class)
                .hasMessage("the sink is full");
    }

    @Test
    default void anInterruptedReadEndsAndHandsOnNothingMore() throws Exception {
        TrailSource source =
                holding(IntStream.range(0, 50).mapToObj(i -> MadeRecord.of("e-" + i)).toList());
        List<String> handedOn = Collections.synchronizedList(new ArrayList<>());

        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> source.read(MadeRecord.request(), e -> handedOn.add(e.toString())))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
        assertThat(handedOn).isEmpty();
    }

    @Test
    default void progressIsStartedOnceAndFinishedOnceAndAddsUp() throws Exception {
        TrailSource source = holding(List.of(MadeRecord.of("a"), MadeRecord.of("b")));
        Heard heard = new Heard();

        source.read(MadeRecord.request(heard), _ -> {});

        assertThat(heard.started).isEqualTo(1);
        assertThat(heard.finished).isEqualTo(1);
        assertThat(heard.bytes).isEqualTo(heard.total);
    }

    @Test
    default void itHasAName() throws Exception {
        assertThat(holding(List.of(MadeRecord.of("a"))).kind()).matches("[a-z0-9]+");
    }

    private Set<String> seen() {
        Set<String> seen = new TreeSet<>(NeedRecords.wanted().keySet());
        assertThat(seen).containsAll(unseen());
        seen.removeAll(unseen());
        return seen;
    }

    /// A reading without what an engine says of one run: its id and how long it took.
    private static Reading comparable(Reading reading) {
        return new Reading(
                reading.records(),
                reading.bytes(),
                reading.files(),
                reading.unreadable(),
                reading.coverage(),
                reading.inputs(),
                new Reading.Notes(reading.notes().shortfalls(), List.of()));
    }

    private static List<String> idsOf(TrailSource source) throws Exception {
        List<String> ids = new ArrayList<>();
        source.read(MadeRecord.request(), event -> ids.add(event.key().eventId()));
        ids.sort(null);
        return ids;
    }

    /// Adds up what a progress was told.
    final class Heard implements Progress {

        private long total;
        private long bytes;
        private int started;
        private int finished;

        @Override
        public synchronized void started(long totalBytes) {
            total = totalBytes;
            started++;
        }

        @Override
        public synchronized void read(long more, long records) {
            bytes += more;
        }

        @Override
        public synchronized void finished() {
            finished++;
        }
    }
}
