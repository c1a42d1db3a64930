package dev.glasstrail.trail.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.trail.Reading.Place;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ExpectedPlacesTest {

    private static final Place HERE = new Place("111122223333", "eu-central-1");

    @Test
    void nothingIsMissedWhereNothingIsNamed() {
        assertThat(missing(List.of(), List.of(), HERE)).isEmpty();
        assertThat(missing(List.of(), List.of())).isEmpty();
    }

    @Test
    void anAccountThatIsNotThereIsMissedInEachRegionThatIsNamed() {
        assertThat(missing(List.of("111122223333", "444455556666"), List.of(), HERE))
                .isEqualTo("444455556666 ");
        assertThat(
                        missing(
                                List.of("111122223333", "444455556666"),
                                List.of("eu-central-1", "us-east-1"),
                                HERE))
                .isEqualTo(
                        "111122223333 us-east-1, 444455556666 eu-central-1, 444455556666"
                                + " us-east-1");
    }

    @Test
    void aRegionIsMissedInEachAccountThatIsThere() {
        assertThat(
                        missing(
                                List.of(),
                                List.of("us-east-1"),
                                HERE,
                                new Place("444455556666", "us-east-1")))
                .isEqualTo("111122223333 us-east-1");
        assertThat(missing(List.of(), List.of("us-east-1"))).isEqualTo(" us-east-1");
    }

    @Test
    void anAccountThatNobodyNamedMissesNothing() {
        assertThat(
                        missing(
                                List.of("111122223333"),
                                List.of("eu-central-1"),
                                HERE,
                                new Place("444455556666", "us-east-1")))
                .isEmpty();
    }

    @Test
    void theReasonNamesTheStore() {
        assertThat(
                        ExpectedPlaces.missing(
                                        new Places(List.of("444455556666"), List.of()),
                                        Set.of(HERE),
                                        "s3://trail")
                                .getFirst()
                                .gap())
                .isEqualTo(
                        "it is expected by the settings, and no log of it lies below s3://trail");
    }

    private static String missing(List<String> accounts, List<String> regions, Place... known) {
        return ExpectedPlaces.missing(new Places(accounts, regions), Set.of(known), "s3://trail")
                .stream()
                .map(seen -> seen.place().account() + " " + seen.place().region())
                .collect(Collectors.joining(", "));
    }
}
