package dev.glasstrail.trail.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glasstrail.aws.BucketFolder;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is listed of a bucket, and what for.
final class BucketStoreTest {

    private static final String ACCOUNT = "AWSLogs/111122223333/";
    private static final String EUROPE = ACCOUNT + "CloudTrail/eu-central-1/";
    private static final String AMERICA = ACCOUNT + "CloudTrail/us-east-1/";

    private final TrailBucket bucket = new TrailBucket();

    @Test
    void onlyTheDaysOfTheWindowAreListed() throws Exception {
        inLayout("");

        assertThat(walked("", Places.ALL))
                .isEqualTo(
                        """
                        folder AWSLogs/111122223333/CloudTrail/eu-central-1/ of 111122223333 eu-central-1
                        file AWSLogs/111122223333/CloudTrail/eu-central-1/2026/11/08/a.json 2
                        file AWSLogs/111122223333/CloudTrail/eu-central-1/2026/11/16/z.json 2
                        folder AWSLogs/111122223333/CloudTrail/us-east-1/ of 111122223333 us-east-1
                        file AWSLogs/111122223333/CloudTrail/us-east-1/2026/11/09/a.json 2
                        """);
        assertThat(bucket.asked())
                .containsExactly(
                        "list  /",
                        "list AWSLogs/ /",
                        "list AWSLogs/111122223333/ /",
                        "list AWSLogs/111122223333/CloudTrail/ /",
                        "list %s after %s2026/11/08/".formatted(EUROPE, EUROPE),
                        "list %s after %s2026/11/08/".formatted(AMERICA, AMERICA));
    }

    @Test
    void aListingEndsWithThePageThatLeavesTheWindow() throws Exception {
        for (String day : List.of("10/01", "11/08", "11/10", "11/17", "11/18", "12/01", "12/02")) {
            bucket.with(EUROPE + "2026/" + day + "/a.json", "{}");
        }
        bucket.inPagesOf(2);

        assertThat(walked("/" + EUROPE, Places.ALL))
                .isEqualTo(
                        """
                        folder  of 111122223333 eu-central-1
                        file 2026/11/08/a.json 2
                        file 2026/11/10/a.json 2
                        """);
        assertThat(bucket.asked())
                .containsExactly(
                        "list %s after %s2026/11/08/".formatted(EUROPE, EUROPE),
                        "list %s after %s2026/11/08/ more".formatted(EUROPE, EUROPE));
    }

    @Test
    void theUrlMayPointAnywhereAtOrAboveOrBelowTheLogs() throws Exception {
        inLayout("some/where/");

        String name = "some/where/" + EUROPE + "2026/11/08/a.json";
        for (String below :
                List.of(
                        "",
                        "some/",
                        "some/where/",
                        "some/where/AWSLogs/",
                        "some/where/" + ACCOUNT,
                        "some/where/" + ACCOUNT + "CloudTrail/",
                        "some/where/" + EUROPE,
                        "some/where/" + EUROPE + "2026/",
                        "some/where/" + EUROPE + "2026/11/",
                        "some/where/" + EUROPE + "2026/11/08/")) {
            assertThat(walked("/" + below, Places.ALL))
                    .contains("file " + name.substring(below.length()) + " 2\n")
                    .doesNotContain("2026/11/07", "2026/11/17", "Digest", "LAYOUT_UNKNOWN");
        }
    }

    @Test
    void anOrganizationsTrailIsFoundBelowItsOwnFolder() throws Exception {
        String organisation = "AWSLogs/o-exampleorg1/444455556666/CloudTrail/eu-central-1/";
        bucket.with(organisation + "2026/11/09/a.json", "{}")
                .with(EUROPE + "2026/11/09/a.json", "{}");

        assertThat(walked("", Places.ALL))
                .contains("file " + organisation + "2026/11/09/a.json 2\n")
                .contains("file " + EUROPE + "2026/11/09/a.json 2\n");
    }

    /// AWS Control Tower gives its trail the organization's id for a prefix.
    @Test
    void theBucketOfControlTowerIsReadFromAnyOfItsFolders() throws Exception {
        isReadFromAnyFolder("o-exampleorg1/", "AWSLogs/o-exampleorg1/111122223333/");
        isReadFromAnyFolder("o-exampleorg2/", "AWSLogs/111122223333/");
    }

    @Test
    void aTrailWhosePrefixIsAnAccountsIdIsReadFromAnyOfItsFolders() throws Exception {
        isReadFromAnyFolder("444455556666/", ACCOUNT);
        isReadFromAnyFolder("777788889999/trails/", ACCOUNT);
    }

    @Test
    void aTrailWhosePrefixIsNamedLikeATrailIsReadFromAnyOfItsFolders() throws Exception {
        isReadFromAnyFolder("CloudTrail/", ACCOUNT);
        isReadFromAnyFolder("CloudTrail-Logs/", ACCOUNT);
        isReadFromAnyFolder("CloudTrail-Org/prod/", ACCOUNT);
        isReadFromAnyFolder("CloudTrail-Each/eu-central-1/", ACCOUNT);
    }

    @Test
    void aPrefixThatIsTheIdOfAnUnwantedAccountHidesNoOther() throws Exception {
        bucket.with("444455556666/" + EUROPE + "2026/11/09/a.json", "{}")
                .with("444455556666/CloudTrail/eu-central-1/2026/11/09/b.json", "{}");

        assertThat(walked("", new Places(List.of("111122223333"), List.of())))
                .isEqualTo(
                        """
                        folder 444455556666/AWSLogs/111122223333/CloudTrail/eu-central-1/ of 111122223333 eu-central-1
                        file 444455556666/AWSLogs/111122223333/CloudTrail/eu-central-1/2026/11/09/a.json 2
                        """);
        assertThat(bucket.asked())
                .noneMatch(asked -> asked.contains("444455556666/CloudTrail/eu-central-1/"));
    }

    @Test
    void foldersBesideACopyWithoutAwsLogsAreNamed() throws Exception {
        bucket.with("111122223333/CloudTrail/eu-central-1/2026/11/09/a.json", "{}")
                .with("111122223333/CloudTrail/eu-central-1/stray.json", "{}")
                .with("111122223333/CloudTrail-Digest/eu-central-1/2026/11/09/d.json", "{}")
                .with("111122223333/trails/AWSLogs/x.json", "{}");

        assertThat(walked("", Places.ALL))
                .isEqualTo(
                        """
                        FOLDERS_NOT_LISTED %s holds folders that are not of CloudTrail's layout and were not read (111122223333/trails/); if logs lie in them, give each folder that holds AWSLogs a run of its own.
                        file 111122223333/CloudTrail/eu-central-1/stray.json 2
                        folder 111122223333/CloudTrail/eu-central-1/ of 111122223333 eu-central-1
                        file 111122223333/CloudTrail/eu-central-1/2026/11/09/a.json 2
                        """
                                .formatted(bucket.url()));
    }

    @Test
    void severalTrailsInOneBucketAreAllRead() throws Exception {
        inLayout("one/");
        inLayout("two/");

        assertThat(walked("", Places.ALL))
                .contains("file one/" + EUROPE + "2026/11/08/a.json 2\n")
                .contains("file two/" + EUROPE + "2026/11/08/a.json 2\n");
    }

    @Test
    void pagesAreFollowedAtEveryLevel() throws Exception {
        inLayout("");
        String all = walked("", Places.ALL);

        bucket.inPagesOf(1);

        assertThat(walked("", Places.ALL)).isEqualTo(all);
    }

    @Test
    void accountsAndRegionsThatAreNotWantedAreNotListed() throws Exception {
        inLayout("");
        bucket.with("AWSLogs/444455556666/CloudTrail/eu-central-1/2026/11/09/a.json", "{}");

        assertThat(walked("", new Places(List.of("111122223333"), List.of("us-east-1"))))
                .isEqualTo(
                        """
                        folder AWSLogs/111122223333/CloudTrail/us-east-1/ of 111122223333 us-east-1
                        file AWSLogs/111122223333/CloudTrail/us-east-1/2026/11/09/a.json 2
                        """);
        assertThat(bucket.asked())
                .noneMatch(asked -> asked.contains("444455556666"))
                .noneMatch(asked -> asked.contains("eu-central-1"));
    }

    @Test
    void nothingIsListedWholeWhereNoAccountIsWanted() throws Exception {
        inLayout("");

        assertThat(walked("", new Places(List.of("999999999999"), List.of()))).isEmpty();
    }

    @Test
    void aRegionSpeltWithoutHyphensIsNotLost() throws Exception {
        bucket.with(ACCOUNT + "CloudTrail/eucentral1/2026/11/09/a.json", "{}");

        assertThat(walked("", new Places(List.of(), List.of("eu-central-1"))))
                .contains("2026/11/09/a.json");
    }

    @Test
    void foldersBesideTheLogsAreNamedAndFilesBesideThemAreRead() throws Exception {
        inLayout("");
        bucket.with("athena-results/1.csv", "1")
                .with("more/deep/er/2.csv", "2")
                .with("notes.txt", "3")
                .with("AWSLogs/odd/4.json", "4")
                .with(ACCOUNT + "Config/eu-central-1/2026/11/9/5.json", "5")
                .with(ACCOUNT + "README.txt", "6");

        assertThat(walked("", Places.ALL))
                .startsWith(
                        """
                        FOLDERS_NOT_LISTED %s holds folders that are not of CloudTrail's layout and were not read (athena-results/, more/, AWSLogs/odd/); if logs lie in them, give each folder that holds AWSLogs a run of its own.
                        file notes.txt 1
                        file AWSLogs/111122223333/README.txt 1
                        folder AWSLogs/111122223333/CloudTrail/eu-central-1/ of\
                        """
                                .formatted(bucket.url()));
    }

    @Test
    void aBucketWithoutTheLayoutIsListedWholeAndSaidSo() throws Exception {
        bucket.with("export/2026/one.json", "{}")
                .with("two.jsonl", "{}")
                .with("Z/deep/er.json", "");

        assertThat(walked("", Places.ALL))
                .isEqualTo(
                        """
                        file Z/deep/er.json 0
                        file export/2026/one.json 2
                        file two.jsonl 2
                        LAYOUT_UNKNOWN %s does not have CloudTrail's layout (AWSLogs/<account>/CloudTrail/<region>/…), so all below it was listed, and read but for files whose names give another place or day.
                        """
                                .formatted(bucket.url()));
    }

    @Test
    void aBucketWithoutTheLayoutIsListedUpToALimitAndSaidSo() throws Exception {
        for (int i = 0; i < 7; i++) {
            bucket.with("some-" + i + ".json", "{}");
        }
        StringBuilder more = new StringBuilder();

        BucketStore store =
                new BucketStore(bucket.client(), BucketFolder.of(bucket.url()), Places.ALL, 5);

        assertThat(more.append(Walked.of(store)).toString())
                .contains("file some-4.json 2\n")
                .doesNotContain("some-5.json")
                .endsWith(
                        """
                        OBJECTS_NOT_LISTED %s holds more than 5 objects; those behind them in the order of names were not read.
                        """
                                .formatted(bucket.url()));
    }

    @Test
    void filesOfPlacesThatAreNotWantedAreLeftOutWithoutTheLayoutToo() throws Exception {
        bucket.with("all/111122223333_CloudTrail_eu-central-1_20261109T0000Z_a.json.gz", "1")
                .with("all/444455556666_CloudTrail_eu-central-1_20261109T0000Z_b.json.gz", "2")
                .with("all/other.json", "3");

        assertThat(walked("", new Places(List.of("111122223333"), List.of())))
                .contains("20261109T0000Z_a.json.gz", "other.json")
                .doesNotContain("20261109T0000Z_b.json.gz");
    }

    @Test
    void theSearchAboveTheLogsIsBounded() throws Exception {
        for (int i = 0; i < 150; i++) {
            bucket.with("part-%03d/x/y.json".formatted(i), "{}");
        }

        assertThat(walked("", Places.ALL)).contains("LAYOUT_UNKNOWN").contains("part-149/x/y.json");
        assertThat(bucket.asked()).hasSizeLessThanOrEqualTo(101);
    }

    @Test
    void oddKeysAreNamedAsTheyAreAndCanBeOpened() throws Exception {
        List<String> names =
                List.of(
                        "a b.json",
                        "a%20b.json",
                        "a+b.json",
                        "line\nbreak.json",
                        "q?x#y&z=1.json",
                        "ünï/ção.json",
                        "雪/emoji😀.json");
        for (String name : names) {
            bucket.with("odd one/" + name, name);
        }
        BucketStore store = store("/odd one", Places.ALL);

        String walked = Walked.of(store);

        for (String name : names) {
            assertThat(walked).contains("file " + name + " ");
            try (InputStream in = store.open(new StoredFile(name, 1))) {
                assertThat(in).hasContent(name);
            }
        }
    }

    @Test
    void keysComeInTheOrderOfTheirBytes() throws Exception {
        bucket.with("z.json", "").with("ü.json", "").with("Z.json", "").with("zz/a.json", "");

        assertThat(walked("", Places.ALL))
                .startsWith("file Z.json 0\nfile z.json 0\nfile zz/a.json 0\nfile ü.json 0\n");
    }

    @Test
    void markersOfFoldersAreNoFiles() throws Exception {
        bucket.with("AWSLogs/", "")
                .with(EUROPE, "")
                .with(EUROPE + "2026/11/09/", "")
                .with(EUROPE + "2026/11/09_$folder$", "")
                .with(EUROPE + "2026/11/09/empty.json", "");

        assertThat(walked("", Places.ALL))
                .isEqualTo(
                        """
                        folder AWSLogs/111122223333/CloudTrail/eu-central-1/ of 111122223333 eu-central-1
                        file AWSLogs/111122223333/CloudTrail/eu-central-1/2026/11/09/empty.json 0
                        """);
    }

    @Test
    void anEmptyBucketIsRefused() {
        assertThatThrownBy(() -> walked("/none", Places.ALL))
                .hasMessage(
                        "nothing lies below %s/none; give the folder that holds AWSLogs"
                                .formatted(bucket.url()));
    }

    private void isReadFromAnyFolder(String prefix, String account) throws Exception {
        String region = prefix + account + "CloudTrail/eu-central-1/";
        bucket.with(EUROPE + "2026/11/09/plain.json", "{}")
                .with(region + "2025/11/09/old.json", "{}")
                .with(region + "2026/11/09/a.json", "{}")
                .with(prefix + account + "CloudTrail-Digest/eu-central-1/2026/11/09/d.json", "{}");
        String rest = walked("", Places.ALL);
        assertThat(rest)
                .contains("file " + EUROPE + "2026/11/09/plain.json 2\n")
                .contains("file " + region + "2026/11/09/a.json 2\n")
                .doesNotContain("old.json", "d.json", "LAYOUT_UNKNOWN", "FOLDERS_NOT_LISTED");
        for (String below : List.of(prefix, prefix + "AWSLogs/", prefix + account, region)) {
            assertThat(walked("/" + below, Places.ALL))
                    .isEqualTo(
                            """
                            folder %s of 111122223333 eu-central-1
                            file %s2026/11/09/a.json 2
                            """
                                    .formatted(
                                            region.substring(below.length()),
                                            region.substring(below.length())));
        }
    }

    private void inLayout(String prefix) {
        for (String day : List.of("2025/11/09", "2026/11/07", "2026/11/17", "2027/01/01")) {
            bucket.with(prefix + EUROPE + day + "/a.json", "{}");
        }
        bucket.with(prefix + EUROPE + "2026/11/08/a.json", "{}")
                .with(prefix + EUROPE + "2026/11/16/z.json", "{}")
                .with(prefix + AMERICA + "2026/11/09/a.json", "{}")
                .with(prefix + ACCOUNT + "CloudTrail-Digest/eu-central-1/2026/11/09/d.json", "{}")
                .with(prefix + ACCOUNT + "CloudTrail-Insight/eu-central-1/2026/11/09/i.json", "{}");
    }

    private String walked(String below, Places wanted) throws Exception {
        return Walked.of(store(below, wanted));
    }

    private BucketStore store(String below, Places wanted) {
        return new BucketStore(
                bucket.client(), BucketFolder.of(bucket.url() + below), wanted, 1_000);
    }
}
