package dev.glasstrail.trail.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.aws.BucketFolder;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LayoutFolderTest {

    @Test
    void everyFolderOfTheLayoutIsToldByTheNamesOnTheWayToIt() {
        assertThat(
                        told(
                                "",
                                "/",
                                "some/where/",
                                "AWSLogs/",
                                "some/where/AWSLogs/o-exampleorg1/",
                                "AWSLogs/o-exampleorg1/111122223333/",
                                "AWSLogs/111122223333/CloudTrail/",
                                "AWSLogs/111122223333/CloudTrail/eu-central-1/",
                                "copy/AWSLogs/111122223333/CloudTrail/eu-central-1/2026/11/09/",
                                "o-exampleorg1/111122223333/CloudTrail/",
                                "111122223333/CloudTrail/eu-central-1/",
                                "CloudTrail/eu-central-1/",
                                "AWSLogs/111122223333/CloudTrail-NetworkActivity/eu-central-1/"))
                .isEqualTo(
                        """
                         ABOVE
                        / ABOVE
                        some/where/ ABOVE
                        AWSLogs/ LOGS
                        some/where/AWSLogs/o-exampleorg1/ ORGANISATION
                        AWSLogs/o-exampleorg1/111122223333/ ACCOUNT 111122223333
                        AWSLogs/111122223333/CloudTrail/ TRAIL 111122223333
                        AWSLogs/111122223333/CloudTrail/eu-central-1/ REGION 111122223333 \
                        eu-central-1 in AWSLogs/111122223333/CloudTrail/eu-central-1/
                        copy/AWSLogs/111122223333/CloudTrail/eu-central-1/2026/11/09/ REGION \
                        111122223333 eu-central-1 in \
                        copy/AWSLogs/111122223333/CloudTrail/eu-central-1/
                        o-exampleorg1/111122223333/CloudTrail/ TRAIL 111122223333
                        111122223333/CloudTrail/eu-central-1/ REGION 111122223333 eu-central-1 in \
                        111122223333/CloudTrail/eu-central-1/
                        CloudTrail/eu-central-1/ REGION eu-central-1 in CloudTrail/eu-central-1/
                        AWSLogs/111122223333/CloudTrail-NetworkActivity/eu-central-1/ REGION \
                        111122223333 eu-central-1 in \
                        AWSLogs/111122223333/CloudTrail-NetworkActivity/eu-central-1/
                        """);
    }

    /// The prefix of a trail is free, and settled only by the `AWSLogs` below it.
    @Test
    void aPrefixThatLooksLikeTheLayoutIsNone() {
        assertThat(
                        told(
                                "o-exampleorg1/AWSLogs/",
                                "o-exampleorg1/AWSLogs/o-exampleorg1/",
                                "o-exampleorg1/AWSLogs/111122223333/CloudTrail/eu-central-1/",
                                "444455556666/AWSLogs/",
                                "444455556666/AWSLogs/111122223333/",
                                "CloudTrail-Logs/AWSLogs/",
                                "CloudTrail/AWSLogs/111122223333/CloudTrail/",
                                "CloudTrail/prod/",
                                "CloudTrail/eu-central-1/AWSLogs/",
                                "444455556666/trails/AWSLogs/",
                                "CloudTrail-Digest/AWSLogs/"))
                .isEqualTo(
                        """
                        o-exampleorg1/AWSLogs/ LOGS
                        o-exampleorg1/AWSLogs/o-exampleorg1/ ORGANISATION
                        o-exampleorg1/AWSLogs/111122223333/CloudTrail/eu-central-1/ REGION \
                        111122223333 eu-central-1 in \
                        o-exampleorg1/AWSLogs/111122223333/CloudTrail/eu-central-1/
                        444455556666/AWSLogs/ LOGS
                        444455556666/AWSLogs/111122223333/ ACCOUNT 111122223333
                        CloudTrail-Logs/AWSLogs/ LOGS
                        CloudTrail/AWSLogs/111122223333/CloudTrail/ TRAIL 111122223333
                        CloudTrail/prod/ ABOVE
                        CloudTrail/eu-central-1/AWSLogs/ LOGS
                        444455556666/trails/AWSLogs/ LOGS
                        CloudTrail-Digest/AWSLogs/ LOGS
                        """);
    }

    @Test
    void whatIsNotOfTheLayoutStandsAside() {
        assertThat(
                        told(
                                "AWSLogs/AWSLogs/",
                                "AWSLogs/o-exampleorg1/o-exampleorg1/",
                                "AWSLogs/1111/",
                                "AWSLogs/111122223333/Config/eu-central-1/",
                                "AWSLogs/111122223333/CloudTrail-Digest/",
                                "AWSLogs/111122223333/CloudTrail-Insight/eu-central-1/2026/",
                                "AWSLogs/111122223333/CloudTrail/UP/",
                                "111122223333/CloudTrail-Digest/eu-central-1/",
                                "111122223333/CloudTrail-Insight/",
                                "o-exampleorg1/AWSLogs/111122223333/CloudTrail-Digest/",
                                "o-exampleorg1/AWSLogs/111122223333/AWSLogs/",
                                "AWSLogs//"))
                .isEqualTo(
                        """
                        AWSLogs/AWSLogs/ ASIDE
                        AWSLogs/o-exampleorg1/o-exampleorg1/ ASIDE
                        AWSLogs/1111/ ASIDE
                        AWSLogs/111122223333/Config/eu-central-1/ ASIDE 111122223333
                        AWSLogs/111122223333/CloudTrail-Digest/ ASIDE 111122223333
                        AWSLogs/111122223333/CloudTrail-Insight/eu-central-1/2026/ ASIDE \
                        111122223333
                        AWSLogs/111122223333/CloudTrail/UP/ ASIDE 111122223333
                        111122223333/CloudTrail-Digest/eu-central-1/ ASIDE 111122223333
                        111122223333/CloudTrail-Insight/ ASIDE 111122223333
                        o-exampleorg1/AWSLogs/111122223333/CloudTrail-Digest/ ASIDE \
                        111122223333
                        o-exampleorg1/AWSLogs/111122223333/AWSLogs/ ASIDE 111122223333
                        AWSLogs// ASIDE
                        """);
    }

    private static String told(String... prefixes) {
        StringBuilder told = new StringBuilder();
        for (String prefix : List.of(prefixes)) {
            LayoutFolder folder = LayoutFolder.of(new BucketFolder("trail", prefix));
            assertThat(folder.prefix()).isEqualTo(prefix);
            told.append(prefix).append(' ').append(folder.level());
            for (String part : List.of(folder.place().account(), folder.place().region())) {
                told.append(part.isEmpty() ? "" : " " + part);
            }
            told.append(folder.region().isEmpty() ? "" : " in " + folder.region()).append('\n');
        }
        return told.toString();
    }
}
