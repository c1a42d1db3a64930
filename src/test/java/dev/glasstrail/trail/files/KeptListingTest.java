package dev.glasstrail.trail.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glasstrail.trail.Reading.Place;
import dev.glasstrail.trail.Reading.Shortfall;
import dev.glasstrail.trail.TrailException;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class KeptListingTest {

    private static final String ALL =
            """
            ODD Something is odd.
            folder a/ of 111122223333 eu-central-1
            file a/b.json 2
            other a/pipe
            unreachable a/locked cannot be listed
            """;

    private final CountedStore counted = new CountedStore();

    @Test
    void aShortListingIsMadeOnceAndToldWhole() throws Exception {
        LogStore store = new KeptListing(counted, 5);

        assertThat(Walked.of(store)).isEqualTo(ALL);
        assertThat(Walked.of(store)).isEqualTo(ALL);
        assertThat(counted.walks).isEqualTo(1);
    }

    @Test
    void aLongListingIsMadeAgain() throws Exception {
        LogStore store = new KeptListing(counted, 4);

        assertThat(Walked.of(store)).isEqualTo(ALL);
        assertThat(Walked.of(store)).isEqualTo(ALL);
        assertThat(counted.walks).isEqualTo(2);
    }

    @Test
    void otherDaysAreListedAnew() throws Exception {
        LogStore store = new KeptListing(counted, 5);

        Walked.of(store);
        store.walk(
                new DeliveryDays(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 1, 2)), new Walked());
        Walked.of(store);

        assertThat(counted.walks).isEqualTo(3);
    }

    @Test
    void aListingThatFailedIsNotKept() throws Exception {
        LogStore store = new KeptListing(counted, 5);
        counted.failure = "no bucket";

        assertThatThrownBy(() -> Walked.of(store)).hasMessage("no bucket");
        counted.failure = "";

        assertThat(Walked.of(store)).isEqualTo(ALL);
    }

    /// A store with one of everything.
    private static final class CountedStore implements LogStore {

        private int walks;
        private String failure = "";

        @Override
        public void walk(DeliveryDays days, Visitor visitor)
                throws TrailException, InterruptedException {
            walks++;
            visitor.remark(new Shortfall("ODD", "Something is odd."));
            visitor.folder("a/", new Place("111122223333", "eu-central-1"));
            visitor.file(new StoredFile("a/b.json", 2));
            if (!failure.isEmpty()) {
                throw new TrailException(failure);
            }
            visitor.other("a/pipe");
            visitor.unreachable("a/locked", "cannot be listed");
        }

        @Override
        public InputStream open(StoredFile file) throws IOException {
            throw new IOException("not asked for");
        }
    }
}
