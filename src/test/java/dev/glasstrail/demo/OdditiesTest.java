package dev.glasstrail.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.glasstrail.demo.DemoBucket.Copy;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Real CloudTrail logs are odd in nineteen ways; the demo shows each of them.
///
/// The table names the records, the tests below it look at them one oddity at a time.
class OdditiesTest {

    private static final String TABLE =
            """
             1  the key a sign-in issued is not the key the session used
                3a551347-c01b-4063-89b4-e1b2e63dd0b9  database-restore/AssumeRoleWithSAML
                84e18d9d-d6a1-4de5-b51c-15a603ac6a9b  database-restore/GetCallerIdentity
                0359d33d-8fa7-4a98-9414-cb371b5b0e7e  console-switch/AssumeRole-caller
                ea940cc6-dcce-4383-83e3-1711ed22e757  console-switch/ModifyDBParameterGroup
             2  a console session uses one key after another
                42b89d2b-5b5d-4862-9359-934fbeb9c82d  checkout-outage/ConsoleLogin
                c929d892-4570-4038-be4d-3587cca4f3de  checkout-outage/UpdateService
             3  two openings of one principal in one second, one never used
                ab9fbd9b-2bd3-4d78-ba71-f24d8367dd3f  two-in-one-second/AssumeRole
                94ea2a44-9bc8-46f5-b0df-6179af3d73c2  two-in-one-second/AssumeRole#2
             4  an action delivered before its opening, a session over many files
                3a551347-c01b-4063-89b4-e1b2e63dd0b9  database-restore/AssumeRoleWithSAML
                84e18d9d-d6a1-4de5-b51c-15a603ac6a9b  database-restore/GetCallerIdentity
             5  records delivered twice, in two files or two regions
                e2438f4a-bb65-4973-9c99-45688250fbf7  checkout-outage/ListClusters
                5a5d037f-6d04-4e1e-b544-8f3a2cdf43ba  odd-records/filed-in-two-regions
             6  one call across accounts, two records
                59df2dde-b9f4-4d98-8cd8-d03f7276fef6  cross-account/AssumeRole-caller
                933f0243-e054-4e18-8d92-9d198c8f38eb  cross-account/AssumeRole-owner
             7  a session with no opening in the data
                19f38116-0fac-4db1-9fe0-608cf72e3cfa  lost-opening/DescribeInstances
             8  a refusal without parameters: the role stands in its message
                fdbfee76-d3fd-42ca-8a1c-4c074c7cf22e  refused-attempts/AssumeRole
                6e189af7-eff2-4d20-926d-c5d0675aea91  refused-attempts/AssumeRole-session
             9  an answer that does not say for which session it is
                f0911b82-5c23-4126-811f-c27f0750dcb3  odd-records/answer-without-session
            10  chained roles, and one that assumes itself
                18c8547c-4cc7-4b69-9b34-864e4a4c88ab  chain-across-accounts/AssumeRole-caller
                e5ad6261-be58-44ed-ad8c-4e5afb84b9bd  chain-across-accounts/AssumeRole-caller#2
                90516e23-7936-400d-bb32-67ccf216c9c7  self-assumption/AssumeRole#2
            11  access keys missing, empty, or the same for everybody
                b2cf6ebd-1703-49f8-8330-b3b1752b37dd  command-line-login/CreateOAuth2Token
                999d1e4d-0e82-4ef0-914f-5dfc4e33d13b  odd-records/key-missing
                94993f50-0e04-4437-b450-a917c401f7c4  odd-records/key-empty
                f3cd8882-3c71-403a-bf1d-3aaa7f50d60c  odd-records/key-shared-lena
                07616871-4149-4f2b-94fa-1126dbd1cc3d  odd-records/key-shared-aiko
            12  identities of type Unknown, of no type, anonymous, or none
                64cbc067-01f9-4fbe-bec8-277ebcb8b9ad  carried-over/GetAccountInfo
                083f5545-bfe6-4e43-b650-3f1026902911  odd-records/identity-unknown
                b6a5e1e9-0e8b-4ec0-a520-600f7953fa34  odd-records/identity-without-type
                80efa24e-0b25-4aa6-98b2-003cd6c59ac7  odd-records/identity-center-user
                a0f7e04b-e6bb-467a-ad4b-821d726196bd  odd-records/identity-anonymous
                e654469f-bb33-4d2e-b210-02dab7110931  odd-records/identity-missing
            13  services that call for people; nine in ten of a quiet account
                eb9a1a36-ce48-4357-b94c-f622c112eeab  stolen-session/Decrypt
                6ea5b277-83fd-4616-9188-0acbd76db3fd  database-restore/CreateGrant
            14  a role ARN with a path, its session's without
                3a551347-c01b-4063-89b4-e1b2e63dd0b9  database-restore/AssumeRoleWithSAML
            15  numbers as text, fractions, flags that are absent
                9627b59e-20ff-40a8-9661-0e067fa99cba  odd-records/limit-as-number
                07101daf-c25c-47d6-8842-8c222548de27  odd-records/limit-as-text
                a0f7e04b-e6bb-467a-ad4b-821d726196bd  odd-records/identity-anonymous
            16  expiry as text for people, in two forms
                3a551347-c01b-4063-89b4-e1b2e63dd0b9  database-restore/AssumeRoleWithSAML
                f0911b82-5c23-4126-811f-c27f0750dcb3  odd-records/answer-without-session
            17  a hundred kilobytes of parameters in one record
                e6e52b70-6c26-4e40-8846-d0f5d419edd0  secrets-in-parameters/PutDashboard
            18  a path that contradicts its record
                0598fe0d-e107-48cf-962a-6493cadbf73e  odd-records/filed-elsewhere
            19  digest and Insight files beside the logs
                CloudTrail-Digest/ and CloudTrail-Insight/ hold no records of calls
            """;

    private static DemoBucket bucket = new DemoBucket();
    private static DemoRecords records = new DemoRecords(bucket);

    @BeforeAll
    static void write() {
        bucket = DemoBucket.written(DemoOrganisation.standard().seed(), 5_000);
        records = new DemoRecords(bucket);
    }

    @Test
    void theTableCountsToNineteen() {
        assertThat(TABLE.lines().filter(line -> line.matches(" ?\\d+  .*")))
                .extracting(line -> line.substring(0, 2).strip())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 19).mapToObj(Integer::toString).toList());
    }

    @Test
    void theTableNamesRecordsOfTheDemo() {
        List<String> shown = TABLE.lines().filter(line -> line.contains("/")).toList();

        assertThat(shown.subList(0, shown.size() - 1))
                .allSatisfy(line -> {
                    String[] cells = line.strip().split("  ", 2);
                    assertThat(cells[0]).isEqualTo(DemoRecords.eventId(cells[1]));
                    assertThat(records.copies(cells[1])).isNotEmpty();
                });
    }

    @Test
    void theKeyIssuedIsNotTheKeyUsed() {
        assertOpens("database-restore/AssumeRoleWithSAML", "database-restore/GetCallerIdentity");
        assertOpens("console-switch/AssumeRole-caller", "console-switch/ModifyDBParameterGroup");
    }

    @Test
    void aConsoleSessionChangesItsKeys() {
        List<Copy> session = records.session("checkout-outage/UpdateService");

        assertThat(session).hasSizeGreaterThan(60);
        assertThat(session.stream().map(OdditiesTest::key).distinct()).hasSize(16);
    }

    @Test
    void ofTwoOpeningsInOneSecondOneIsNeverUsed() {
        JsonNode one = records.body("two-in-one-second/AssumeRole");
        JsonNode two = records.body("two-in-one-second/AssumeRole#2");
        List<String> used =
                records.session("two-in-one-second/DescribeCluster").stream()
                        .map(OdditiesTest::key)
                        .distinct()
                        .toList();

        assertThat(one.path("eventTime")).isEqualTo(two.path("eventTime"));
        assertThat(one.at("/responseElements/assumedRoleUser"))
                .isEqualTo(two.at("/responseElements/assumedRoleUser"));
        assertThat(used)
                .containsExactly(issued("two-in-one-second/AssumeRole"))
                .doesNotContain(issued("two-in-one-second/AssumeRole#2"));
    }

    @Test
    void anActionIsDeliveredBeforeItsOpeningAndASessionSpansManyFiles() {
        String action = records.copies("database-restore/GetCallerIdentity").getFirst().key();
        String opening = records.copies("database-restore/AssumeRoleWithSAML").getFirst().key();

        assertThat(action).isLessThan(opening);
        assertThat(
                        records.session("database-restore/GetCallerIdentity").stream()
                                .map(Copy::key)
                                .distinct()
                                .count())
                .isGreaterThan(7);
    }

    @Test
    void recordsOfAFileAreNotInTheOrderOfTime() {
        List<String> times =
                records.all().stream()
                        .filter(copy -> copy.key().contains("444455556666_CloudTrail_eu-central"))
                        .filter(copy -> copy.key().contains("_20261111T1000Z_"))
                        .map(copy -> copy.body().path("eventTime").asText())
                        .toList();

        assertThat(times).hasSizeGreaterThan(2).isNotEqualTo(times.stream().sorted().toList());
    }

    @Test
    void someRecordsComeTwiceAndSomeInTwoRegions() {
        List<Copy> twice = records.copies("checkout-outage/ListClusters");
        List<Copy> regions = records.copies("odd-records/filed-in-two-regions");

        assertThat(twice).hasSize(2);
        assertThat(twice.get(0).body()).isEqualTo(twice.get(1).body());
        assertThat(twice.get(0).key()).isNotEqualTo(twice.get(1).key());
        assertThat(regions).extracting(Copy::key).anyMatch(key -> key.contains("/us-east-1/"));
        assertThat(regions).extracting(Copy::key).anyMatch(key -> key.contains("/eu-central-1/"));
    }

    @Test
    void oneCallAcrossAccountsIsTwoRecords() {
        JsonNode caller = records.body("cross-account/AssumeRole-caller");
        JsonNode owner = records.body("cross-account/AssumeRole-owner");

        assertThat(caller.path("sharedEventID")).isEqualTo(owner.path("sharedEventID"));
        assertThat(caller.path("eventID")).isNotEqualTo(owner.path("eventID"));
        assertThat(names(owner.path("userIdentity")))
                .containsExactlyInAnyOrder("type", "principalId", "accountId");
    }

    @Test
    void aSessionMayHaveNoOpeningInTheLogs() {
        String session = records.text("lost-opening/DescribeInstances", "/userIdentity/arn");

        assertThat(records.all())
                .noneMatch(copy ->
                        copy.body()
                                .at("/responseElements/assumedRoleUser/arn")
                                .asText()
                                .equals(session));
    }

    @Test
    void aRefusalNamesTheRoleOnlyInItsMessage() {
        for (String name :
                List.of("refused-attempts/AssumeRole", "refused-attempts/AssumeRole-session")) {
            assertThat(records.body(name).path("requestParameters").isNull()).isTrue();
            assertThat(records.text(name, "/errorMessage"))
                    .endsWith("on resource: arn:aws:iam::444455556666:role/breakglass-prod-admin");
        }
    }

    @Test
    void anAnswerMayLeaveOutTheSession() {
        JsonNode answer = records.body("odd-records/answer-without-session");

        assertThat(names(answer.path("responseElements"))).containsExactly("credentials");
    }

    @Test
    void rolesAreChainedAndOneAssumesItself() {
        assertThat(records.text("chain-across-accounts/AssumeRole-caller#2", "/userIdentity/arn"))
                .isEqualTo(session("chain-across-accounts/AssumeRole-caller"));
        assertThat(records.text("self-assumption/AssumeRole#2", "/userIdentity/arn"))
                .isEqualTo(session("self-assumption/AssumeRole#2"));
    }

    @Test
    void keysAreMissingEmptyOrEverybodys() {
        assertThat(identity("command-line-login/CreateOAuth2Token").has("accessKeyId")).isFalse();
        assertThat(identity("odd-records/key-missing").has("accessKeyId")).isFalse();
        assertThat(identity("odd-records/key-empty").path("accessKeyId").asText("none")).isEmpty();
        assertThat(identity("odd-records/key-shared-lena").path("accessKeyId"))
                .isEqualTo(identity("odd-records/key-shared-aiko").path("accessKeyId"));
        assertThat(identity("odd-records/key-shared-lena").path("principalId"))
                .isNotEqualTo(identity("odd-records/key-shared-aiko").path("principalId"));
    }

    @Test
    void identitiesTakeUnheardOfForms() {
        assertThat(identity("carried-over/GetAccountInfo").path("type").asText())
                .isEqualTo("Unknown");
        assertThat(identity("carried-over/GetAccountInfo").path("arn").asText())
                .contains("AWSReservedSSO_devops-break-glass_");
        assertThat(identity("carried-over/GetAccountInfo").has("sessionContext")).isFalse();
        assertThat(identity("odd-records/identity-unknown").path("type").asText())
                .isEqualTo("Unknown");
        assertThat(identity("odd-records/identity-without-type").has("type")).isFalse();
        assertThat(names(identity("odd-records/identity-center-user")))
                .doesNotContain("principalId", "arn");
        assertThat(identity("odd-records/identity-anonymous").path("accountId").asText())
                .isEqualTo("ANONYMOUS_PRINCIPAL");
        assertThat(records.body("odd-records/identity-missing").has("userIdentity")).isFalse();
    }

    @Test
    void servicesCallForPeopleAndFillAQuietAccount() {
        for (String name : List.of("stolen-session/Decrypt", "database-restore/CreateGrant")) {
            assertThat(records.text(name, "/sourceIPAddress"))
                    .endsWith(".amazonaws.com")
                    .isEqualTo(records.text(name, "/userIdentity/invokedBy"));
        }
        List<Copy> quiet =
                records.all().stream()
                        .filter(copy -> copy.key().contains("/111122223333/CloudTrail/us-east-1/"))
                        .toList();
        long services =
                quiet.stream()
                        .filter(copy -> copy.body().at("/userIdentity").has("invokedBy"))
                        .count();
        assertThat(services * 10).isGreaterThan(quiet.size() * 8L);
    }

    @Test
    void theRoleHasAPathAndItsSessionHasNone() {
        String name = "database-restore/AssumeRoleWithSAML";

        assertThat(records.text(name, "/requestParameters/roleArn"))
                .contains(":role/aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_");
        assertThat(session(name)).contains(":assumed-role/AWSReservedSSO_");
    }

    @Test
    void typesVary() {
        String limit = "/requestParameters/maxResults";
        String text = "odd-records/limit-as-text";

        assertThat(records.body(text).at(limit).isTextual()).isTrue();
        assertThat(records.body(text).has("readOnly")).isFalse();
        assertThat(records.body("odd-records/limit-as-number").at(limit).isInt()).isTrue();
        assertThat(identity(text).at("/sessionContext/attributes/mfaAuthenticated").isTextual())
                .isTrue();
        assertThat(
                        records.text(
                                "odd-records/identity-anonymous",
                                "/additionalEventData/bytesTransferredIn"))
                .isEqualTo("0.5");
    }

    @Test
    void expiryIsTextForPeopleInTwoForms() {
        String expiration = "/responseElements/credentials/expiration";

        assertThat(records.text("database-restore/AssumeRoleWithSAML", expiration))
                .isEqualTo("Nov 11, 2026, 2:04:09 PM");
        assertThat(records.text("odd-records/answer-without-session", expiration))
                .isEqualTo("Nov 11, 2026 10:41:00 AM");
    }

    /// The other half of this oddity, a log object of 50 MB, is left to the proofs at scale.
    @Test
    void oneRecordHasAHundredKilobytesOfParameters() {
        assertThat(
                        records.text(
                                "secrets-in-parameters/PutDashboard",
                                "/requestParameters/dashboardBody"))
                .hasSizeGreaterThan(100_000);
    }

    @Test
    void aPathMayContradictTheRecord() {
        Copy elsewhere = records.copies("odd-records/filed-elsewhere").getFirst();

        assertThat(elsewhere.key()).contains("/777788889999/CloudTrail/eucentral1/");
        assertThat(elsewhere.body().path("recipientAccountId").asText()).isEqualTo("444455556666");
        assertThat(elsewhere.body().path("awsRegion").asText()).isEqualTo("eu-central-1");
    }

    @Test
    void digestsAndInsightsLieBesideTheLogs() {
        List<String> digests =
                bucket.keys().stream().filter(key -> key.contains("/CloudTrail-Digest/")).toList();
        List<String> insights =
                bucket.keys().stream().filter(key -> key.contains("/CloudTrail-Insight/")).toList();

        assertThat(digests).isNotEmpty().noneMatch(key -> bucket.json(key).has("Records"));
        assertThat(insights).hasSize(2).anyMatch(key -> !bucket.json(key).has("Records"));
    }

    private static void assertOpens(String opening, String action) {
        JsonNode user = identity(action);

        assertThat(issued(opening)).isNotEqualTo(user.path("accessKeyId").asText());
        assertThat(records.text(opening, "/responseElements/assumedRoleUser/assumedRoleId"))
                .isEqualTo(user.path("principalId").asText());
        assertThat(records.text(opening, "/eventTime"))
                .isEqualTo(user.at("/sessionContext/attributes/creationDate").asText());
    }

    private static JsonNode identity(String name) {
        return records.body(name).path("userIdentity");
    }

    private static String issued(String name) {
        return records.text(name, "/responseElements/credentials/accessKeyId");
    }

    private static String session(String name) {
        return records.text(name, "/responseElements/assumedRoleUser/arn");
    }

    private static String key(Copy copy) {
        return copy.body().at("/userIdentity/accessKeyId").asText();
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }
}
