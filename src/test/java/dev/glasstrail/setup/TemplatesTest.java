package dev.glasstrail.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.glasstrail.settings.AthenaSettings;
import dev.glasstrail.settings.AwsSettings;
import dev.glasstrail.settings.ExampleFile;
import dev.glasstrail.settings.Settings;
import dev.glasstrail.settings.SourceSettings;
import dev.glasstrail.settings.SourceSettings.Kind;
import dev.glasstrail.settings.SourceSettings.Partitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The templates of `config/aws` deploy what `setup` prints.
final class TemplatesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY =
            "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    private static final String RESULTS_KEY =
            "arn:aws:kms:eu-central-1:111122223333:key/0987dcba-09fe-87dc-65ba-ab0987654321";
    private static final String READERS =
            "arn:aws:iam::444455556666:role/glasstrail-reader,"
                    + "arn:aws:iam::777788889999:role/glasstrail-reader";
    private static final Partitions OTHERS =
            new Partitions(List.of("444455556666", "777788889999"), List.of());
    private static final Map<String, Object> LOGS =
            Map.of(
                    "Logs", "s3://your-trail-bucket/AWSLogs/",
                    "Accounts", List.of("111122223333", "444455556666"),
                    "Regions", List.of("eu-central-1", "us-east-1"));

    @Test
    void theTableHasTheColumnsAndThePartitionsThatSetupPrints() throws Exception {
        String printed = AthenaTable.of(example()).text();

        JsonNode table = table(text("athena-table"));

        assertThat(columns(table)).isEqualTo(DdlText.of(printed).columns());
        Map<String, String> properties = properties(table);
        assertThat(properties.remove("EXTERNAL")).isEqualTo("TRUE");
        assertThat(properties).isEqualTo(DdlText.of(printed).properties());
        JsonNode storage = table.path("StorageDescriptor");
        assertThat(printed)
                .contains("SERDE '" + storage.at("/SerdeInfo/SerializationLibrary").asText() + "'")
                .contains("INPUTFORMAT '" + storage.path("InputFormat").asText() + "'")
                .contains("OUTPUTFORMAT '" + storage.path("OutputFormat").asText() + "'")
                .contains("LOCATION '" + storage.path("Location").asText() + "'");
    }

    @Test
    void aTemplateThatLacksAColumnOrANestedOneWouldBeNoticed() throws Exception {
        Map<String, String> printed = DdlText.of(AthenaTable.of(example()).text()).columns();
        String text = text("athena-table");

        assertThat(columns(table(text.replace("{ Name: errorcode", "{ Name: errorkode"))))
                .isNotEqualTo(printed);
        assertThat(columns(table(text.replace("credentialid:string,", "")))).isNotEqualTo(printed);
    }

    @Test
    void theWorkgroupLimitsAQueryAsTheSettingsLimitARun() throws IOException {
        JsonNode workgroup =
                Template.of(text("athena-table"), LOGS)
                        .properties("Queries")
                        .path("WorkGroupConfiguration");

        assertThat(workgroup.path("BytesScannedCutoffPerQuery").asLong())
                .isEqualTo(AthenaSettings.DEFAULTS.budget().budget());
        assertThat(workgroup.at("/EngineVersion/SelectedEngineVersion").asText())
                .isEqualTo("Athena engine version 3");
        assertThat(workgroup.path("EnforceWorkGroupConfiguration").asBoolean()).isTrue();
        assertThat(workgroup.at("/ResultConfiguration/OutputLocation").asText())
                .isEqualTo("s3://Results/glasstrail/");
    }

    @Test
    void theReaderMayDoForAthenaWhatSetupPrints() throws Exception {
        assertThat(
                        reader(
                                Map.of(
                                        "TrailBucket", "your-trail-bucket",
                                        "ResultsBucket", "your-athena-results",
                                        "WorkGroup", "primary",
                                        "Database", "audit",
                                        "KmsKeys", KEY,
                                        "ResultsKmsKeys", RESULTS_KEY,
                                        "ReaderRoles", READERS)))
                .isEqualTo(
                        printed(
                                example()
                                        .source()
                                        .with(Kind.ATHENA)
                                        .with(OTHERS)
                                        .with(
                                                example()
                                                        .source()
                                                        .athena()
                                                        .withTable("audit", "cloudtrail_logs")),
                                example().aws(),
                                List.of(KEY),
                                List.of(RESULTS_KEY)));
    }

    @Test
    void theReaderMayDoForABucketWhatSetupPrints() throws Exception {
        assertThat(
                        reader(
                                Map.of(
                                        "Source", "s3",
                                        "TrailBucket", "your-trail-bucket",
                                        "LogsPrefix", "AWSLogs/o-exampleorgid/",
                                        "KmsKeys", KEY)))
                .isEqualTo(
                        printed(
                                SourceSettings.DEFAULTS
                                        .with(
                                                SourceSettings.DEFAULTS
                                                        .files()
                                                        .withBucket(
                                                                "s3://your-trail-bucket/AWSLogs/o-exampleorgid"))
                                        .with(Kind.S3),
                                AwsSettings.DEFAULTS,
                                List.of(KEY),
                                List.of()));
    }

    @Test
    void theReaderMayLookUpItselfAndThroughTheRolesOfOtherAccounts() throws Exception {
        assertThat(reader(Map.of("Source", "lookup")))
                .isEqualTo(
                        printed(
                                SourceSettings.DEFAULTS.with(Kind.LOOKUP),
                                AwsSettings.DEFAULTS,
                                List.of(),
                                List.of()));
        assertThat(reader(Map.of("Source", "lookup", "ReaderRoles", READERS)))
                .isEqualTo(
                        printed(
                                example().source().with(Kind.LOOKUP).with(OTHERS),
                                example().aws(),
                                List.of(),
                                List.of()));
    }

    @Test
    void theRoleOfAnAuditedAccountMayDoWhatTheEventHistoryAndTheDoctorNeed() throws Exception {
        List<JsonNode> statements = new ArrayList<>();
        printed(
                        SourceSettings.DEFAULTS.with(Kind.LOOKUP),
                        AwsSettings.DEFAULTS,
                        List.of(),
                        List.of())
                .forEach(statements::add);
        printed(example().source().with(Kind.S3), AwsSettings.DEFAULTS, List.of(), List.of())
                .forEach(statement -> {
                    if (statement.path("Sid").asText().startsWith("Doctor")) {
                        statements.add(statement);
                    }
                });

        JsonNode role = audited(Map.of());

        assertThat(role.at("/Policies/0/PolicyDocument/Statement"))
                .isEqualTo(JSON.valueToTree(statements));
    }

    @Test
    void theRoleOfAnAuditedAccountTrustsTheAuditorWhoSaysTheExternalId() throws Exception {
        JsonNode role = audited(Map.of("ExternalId", example().aws().externalId()));

        assertThat(role.path("RoleName").asText()).isEqualTo(example().aws().reader());
        assertThat(role.at("/AssumeRolePolicyDocument/Statement/0"))
                .isEqualTo(
                        JSON.readTree(
                                """
                                {
                                  "Effect": "Allow",
                                  "Action": "sts:AssumeRole",
                                  "Principal": { "AWS": "arn:aws:iam::111122223333:role/glasstrail" },
                                  "Condition": {
                                    "StringEquals": { "sts:ExternalId": "your-company-glasstrail" }
                                  }
                                }
                                """));
        assertThat(audited(Map.of()).at("/AssumeRolePolicyDocument/Statement/0").has("Condition"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'arn:aws:iam::111122223333:role/runner', '{\"AWS\":\"arn:aws:iam::111122223333:role/runner\"}'",
        "'', '{\"Service\":\"ecs-tasks.amazonaws.com\"}'",
    })
    void theReaderIsTakenByAPersonsRoleOrByAService(String principal, String expected)
            throws Exception {
        Template template =
                Template.of(
                        text("reader"), Map.of("TrustedPrincipal", principal, "TrailBucket", "b"));

        assertThat(
                        template.properties("Role")
                                .at("/AssumeRolePolicyDocument/Statement/0/Principal"))
                .isEqualTo(JSON.readTree(expected));
    }

    @Test
    void aReaderOfManyAccountsIsTakenByItsNameWithinTheOrganization() throws Exception {
        JsonNode statements =
                reader(
                        Map.of(
                                "Source", "lookup",
                                "ReaderRoleName", "glasstrail-reader",
                                "OrganizationId", "o-exampleorg1"));

        assertThat(statements.get(1))
                .isEqualTo(
                        JSON.readTree(
                                """
                                {
                                  "Sid": "TakeTheReaderRoles",
                                  "Effect": "Allow",
                                  "Action": "sts:AssumeRole",
                                  "Resource": "arn:aws:iam::*:role/glasstrail-reader",
                                  "Condition": {
                                    "StringEquals": { "aws:ResourceOrgID": "o-exampleorg1" }
                                  }
                                }
                                """));
    }

    @ParameterizedTest
    @CsvSource({
        "ecs-tasks.amazonaws.com, '{\"StringEquals\":{\"aws:SourceAccount\":\"111122223333\"}}', 0",
        "ec2.amazonaws.com, '', 1",
    })
    void aServiceTakesTheReaderForThisAccountAloneAndEc2HasItsProfile(
            String service, String condition, int profiles) throws Exception {
        Template template =
                Template.of(text("reader"), Map.of("TrustedService", service, "TrailBucket", "b"));

        assertThat(
                        template.properties("Role")
                                .at("/AssumeRolePolicyDocument/Statement/0/Condition")
                                .toString())
                .isEqualTo(condition);
        assertThat(template.made("AWS::IAM::InstanceProfile")).hasSize(profiles);
    }

    private static JsonNode reader(Map<String, Object> given) throws IOException {
        Template template = Template.of(text("reader"), given);
        ArrayNode statements = JSON.createArrayNode();
        for (String policy : template.made("AWS::IAM::Policy")) {
            JsonNode properties = template.properties(policy);
            assertThat(properties.path("Roles")).hasToString("[\"Role\"]");
            properties.at("/PolicyDocument/Statement").forEach(statements::add);
        }
        return plain(statements);
    }

    private static JsonNode audited(Map<String, Object> given) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>(given);
        all.put("Auditor", example().aws().role());
        return Template.of(text("audited-account"), all).properties("Reader");
    }

    private static JsonNode printed(
            SourceSettings source, AwsSettings aws, List<String> keys, List<String> keysOfResults)
            throws IOException {
        Settings settings =
                Settings.DEFAULTS
                        .with(source)
                        .with(aws.region().isEmpty() ? aws.withRegion("eu-central-1") : aws);
        Paper paper =
                ReadingPolicy.of(
                        settings, new ReadingPolicy.Asked("111122223333", keys, keysOfResults));
        return plain(JSON.readTree(paper.text()).path("Statement"));
    }

    /// One value in a list is the value.
    private static JsonNode plain(JsonNode statements) {
        for (JsonNode statement : statements) {
            statement
                    .properties()
                    .forEach(member -> {
                        if (member.getValue().isArray() && member.getValue().size() == 1) {
                            ((ObjectNode) statement).set(member.getKey(), member.getValue().get(0));
                        }
                    });
        }
        return statements;
    }

    private static JsonNode table(String text) {
        return Template.of(text, LOGS).properties("LogTable").path("TableInput");
    }

    private static Map<String, String> columns(JsonNode table) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (JsonNode list :
                List.of(table.at("/StorageDescriptor/Columns"), table.path("PartitionKeys"))) {
            list.forEach(column ->
                    columns.put(column.path("Name").asText(), column.path("Type").asText()));
        }
        return columns;
    }

    private static Map<String, String> properties(JsonNode table) {
        Map<String, String> properties = new LinkedHashMap<>();
        table.path("Parameters")
                .properties()
                .forEach(property ->
                        properties.put(property.getKey(), property.getValue().asText()));
        return properties;
    }

    private static Settings example() {
        try {
            return ExampleFile.settings();
        } catch (Exception e) {
            throw new AssertionError("the example cannot be read", e);
        }
    }

    private static String text(String template) throws IOException {
        return Files.readString(Path.of("config/aws", template + ".yaml"));
    }
}
