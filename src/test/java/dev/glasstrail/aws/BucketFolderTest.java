package dev.glasstrail.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class BucketFolderTest {

    @Test
    void aUrlIsAFolderWhetherItEndsInASlashOrNot() {
        assertThat(BucketFolder.of("s3://trail")).isEqualTo(new BucketFolder("trail", ""));
        assertThat(BucketFolder.of("s3://trail/")).isEqualTo(new BucketFolder("trail", ""));
        assertThat(BucketFolder.of("s3://trail/a/b")).isEqualTo(new BucketFolder("trail", "a/b/"));
        assertThat(BucketFolder.of("s3://trail/a/b/")).isEqualTo(new BucketFolder("trail", "a/b/"));
    }

    @Test
    void namesAreWhatIsBelowIt() {
        BucketFolder folder = BucketFolder.of("s3://trail/a");

        assertThat(folder.nameOf("a/b c.json")).isEqualTo("b c.json");
        assertThat(folder.keyOf("b c.json")).isEqualTo("a/b c.json");
        assertThat(folder).hasToString("s3://trail/a");
        assertThat(folder.url()).isEqualTo("s3://trail/a/");
        assertThat(BucketFolder.of("s3://trail/")).hasToString("s3://trail");
    }

    @Test
    void whatIsNoPlaceInS3IsRefused() {
        for (String url : new String[] {"", "trail", "s3://", "s3:///a", "https://trail"}) {
            assertThatThrownBy(() -> BucketFolder.of(url))
                    .hasMessage(
                            "\"%s\" is no place in S3; give s3://bucket or s3://bucket/prefix"
                                    .formatted(url));
        }
    }
}
