package dev.glasstrail.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.glasstrail.demo.DemoBucket.Copy;
import dev.glasstrail.demo.cloudtrail.Delivered;
import dev.glasstrail.demo.story.PlantedSecrets;
import dev.glasstrail.demo.story.Script;
import dev.glasstrail.demo.story.Stories;
import dev.glasstrail.demo.story.Story;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the demo tells, and that nobody real is in it.
class StoriesTest {

    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern KEY_ID = Pattern.compile("\\b(AKIA|ASIA|AROA|AIDA)[A-Z0-9]{8,}");
    private static final Pattern MAIL = Pattern.compile("[\\w.]+@([\\w.]+)");
    private static final Pattern ACCOUNT = Pattern.compile("arn:aws:[a-z0-9-]*:[a-z0-9-]*:(\\d+):");

    private static DemoRecords records = new DemoRecords(new DemoBucket());

    @BeforeAll
    static void write() {
        records = new DemoRecords(DemoBucket.written(DemoOrganisation.standard().seed(), 2_000));
    }

    @Test
    void theWeekIsToldInTheseStories() {
        StringBuilder week = new StringBuilder();
        for (Story story : Stories.all()) {
            week.append(line(story)).append('\n');
        }

        assertThat(week)
                .hasToString(
                        """
                        checkout-outage        2026-11-09T10:12:07Z  2026-11-09T10:25:53Z    67
                        root-sign-in           2026-11-09T15:45:09Z  2026-11-09T15:48:34Z     8
                        never-used             2026-11-10T15:41:05Z  2026-11-15T10:31:49Z     3
                        console-switch         2026-11-10T14:21:30Z  2026-11-10T14:38:24Z    11
                        wrong-account          2026-11-10T16:10:29Z  2026-11-10T16:41:18Z    14
                        safe-user-tokens       2026-11-10T20:00:13Z  2026-11-10T20:12:18Z     6
                        database-restore       2026-11-11T02:04:09Z  2026-11-11T03:20:11Z    35
                        made-and-undone        2026-11-11T13:00:12Z  2026-11-11T13:30:24Z    14
                        chain-across-accounts  2026-11-11T18:40:26Z  2026-11-11T18:48:42Z    14
                        mfa-assumption         2026-11-12T09:05:17Z  2026-11-12T09:12:35Z     8
                        command-line-login     2026-11-12T12:39:30Z  2026-11-12T12:54:09Z    13
                        cross-account          2026-11-12T16:20:44Z  2026-11-12T16:26:04Z     8
                        two-in-one-second      2026-11-12T19:00:07Z  2026-11-12T19:03:14Z     9
                        alarm-tampering        2026-11-12T22:05:51Z  2026-11-14T20:04:04Z    19
                        safe-user-sign-in      2026-11-13T07:54:42Z  2026-11-13T08:11:21Z    11
                        secrets-in-parameters  2026-11-13T09:20:55Z  2026-11-13T09:27:10Z     9
                        self-assumption        2026-11-13T11:00:03Z  2026-11-13T12:01:01Z    22
                        root-task              2026-11-13T13:24:50Z  2026-11-13T13:31:46Z     6
                        left-behind            2026-11-13T17:30:08Z  2026-11-13T17:47:33Z    10
                        lost-opening           2026-11-14T05:10:15Z  2026-11-14T05:17:31Z     4
                        hostile-text           2026-11-14T09:00:31Z  2026-11-14T09:02:49Z    10
                        stolen-session         2026-11-14T12:50:40Z  2026-11-14T15:41:03Z    23
                        safe-user-key          2026-11-14T21:15:11Z  2026-11-14T23:11:12Z     8
                        over-the-edge          2026-11-15T23:40:36Z  2026-11-16T01:17:52Z     8
                        refused-attempts       2026-11-09T11:20:00Z  2026-11-15T04:12:57Z     8
                        alarm-deployment       2026-11-08T18:30:25Z  2026-11-08T18:30:28Z     4
                        carried-over           2026-11-08T22:50:14Z  2026-11-09T00:44:27Z     8
                        outside-the-week       2026-11-07T19:10:00Z  2026-11-16T09:16:03Z     6
                        odd-records            2026-11-11T09:41:00Z  2026-11-11T09:41:00Z    14
                        everyday-people        2026-11-09T07:24:30Z  2026-11-13T14:02:40Z  2373
                        """);
    }

    @Test
    void theStandardOrganisationHasSomeFiftyThousandRecords() {
        DemoOrganisation organisation = DemoOrganisation.standard();
        long told =
                Stories.all().stream()
                        .mapToLong(story -> Script.of(story, organisation.seed()).size())
                        .sum();

        assertThat(told + organisation.noiseRecords()).isBetween(49_500L, 51_000L);
    }

    @ParameterizedTest
    @CsvSource({
        "database-restore/RestoreDBInstanceFromDBSnapshot, 2026-11-11T02:",
        "checkout-outage/Federate, 2026-11-09T10:12:48Z",
        "console-switch/SwitchRole, 2026-11-10T14:30:02Z",
        "mfa-assumption/AssumeRole, 2026-11-12T09:05:17Z",
        "cross-account/AssumeRole-owner, 2026-11-12T16:20:44Z",
        "chain-across-accounts/Decrypt-owner, 2026-11-11T18:",
        "safe-user-sign-in/ConsoleLogin-failed, 2026-11-13T07:54:42Z",
        "safe-user-key/GetCallerIdentity, 2026-11-14T21:15:11Z",
        "safe-user-tokens/GetFederationToken, 2026-11-10T20:10:13Z",
        "root-sign-in/ConsoleLogin, 2026-11-09T15:45:09Z",
        "root-task/AssumeRoot, 2026-11-13T13:30:10Z",
        "command-line-login/AuthorizeOAuth2Access, 2026-11-12T12:",
        "never-used/AssumeRole, 2026-11-15T10:31:49Z",
        "over-the-edge/UpdateWebACL#2, 2026-11-16T00:19:10Z",
        "carried-over/AssumeRoleWithSAML, 2026-11-08T22:50:14Z",
        "wrong-account/DeleteTable, 2026-11-10T16:11:59Z",
        "wrong-account/DeleteTable#2, 2026-11-10T16:41:18Z",
        "stolen-session/GetSecretValue, 2026-11-14T15:40:",
        "alarm-tampering/DisableRule, 2026-11-12T22:",
        "alarm-tampering/EnableRule, 2026-11-12T22:",
        "alarm-tampering/EnableRule#2, 2026-11-14T20:",
        "left-behind/CreateAccessKey, 2026-11-13T17:",
        "made-and-undone/DeleteRole, 2026-11-11T13:",
        "checkout-outage/UpdateService-addendum, 2026-11-09T10:",
    })
    void theTurningPointsHappen(String name, String time) {
        assertThat(records.text(name, "/eventTime")).startsWith(time);
    }

    @Test
    void theThiefSharesTheCredentialsAndNothingElse() {
        JsonNode owner = records.body("stolen-session/DescribeDBInstances");
        JsonNode thief = records.body("stolen-session/ListSecrets");

        assertThat(thief.path("userIdentity")).isEqualTo(owner.path("userIdentity"));
        assertThat(thief.path("sourceIPAddress")).isNotEqualTo(owner.path("sourceIPAddress"));
        assertThat(thief.path("userAgent")).isNotEqualTo(owner.path("userAgent"));
    }

    @Test
    void everyPlantedSecretIsInSomeRecord() {
        String everything = everything();

        assertThat(PlantedSecrets.all()).allMatch(everything::contains);
    }

    @Test
    void everyAddressIsKeptForDocumentation() {
        assertThat(found(ADDRESS, 0))
                .isNotEmpty()
                .allMatch(address ->
                        address.matches("(192\\.0\\.2|198\\.51\\.100|203\\.0\\.113)\\..*")
                                || address.equals("127.0.0.1")
                                || address.equals("0.0.0.0"));
    }

    @Test
    void everyKeyAndIdSaysThatItIsAnExample() {
        assertThat(found(KEY_ID, 0)).isNotEmpty().allMatch(id -> id.contains("EXAMPLE"));
    }

    @Test
    void everybodyIsAtExampleDotCom() {
        assertThat(found(MAIL, 1)).containsExactly("example.com");
    }

    @Test
    void thereAreThreeAccounts() {
        assertThat(found(ACCOUNT, 1))
                .containsExactly("111122223333", "444455556666", "777788889999");
    }

    private static String line(Story story) {
        List<Delivered> told = Script.of(story, DemoOrganisation.standard().seed());
        TreeSet<String> times =
                told.stream()
                        .map(record -> record.body().path("eventTime").asText())
                        .collect(Collectors.toCollection(TreeSet::new));
        return String.format(
                Locale.ROOT,
                "%-22s %s  %s %5d",
                story.name(),
                times.first(),
                times.last(),
                told.stream().map(Delivered::eventId).distinct().count());
    }

    private static Set<String> found(Pattern pattern, int group) {
        return pattern.matcher(everything())
                .results()
                .map(result -> result.group(group))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String everything() {
        return records.all().stream()
                .map(Copy::body)
                .map(JsonNode::toString)
                .collect(Collectors.joining("\n"));
    }
}
