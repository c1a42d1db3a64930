package dev.glasstrail.doctor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.glasstrail.settings.AthenaSettings;
import dev.glasstrail.settings.FilesSettings;
import dev.glasstrail.settings.Settings;
import dev.glasstrail.settings.SourceSettings;
import dev.glasstrail.settings.SourceSettings.Partitions;
import dev.glasstrail.setup.AthenaTable;
import dev.glasstrail.setup.DdlText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What AWS answers in a company where all is well.
final class Answers {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    static final List<String> KEYS =
            List.of(
                    "AWSLogs/111122223333/CloudTrail-Digest/eu-central-1/2026/11/17/d.json.gz",
                    "AWSLogs/111122223333/CloudTrail/eu-central-1/2026/11/16/111122223333_CloudTrail_eu-central-1_20261116T2350Z_old.json.gz",
                    "AWSLogs/111122223333/CloudTrail/eu-central-1/2026/11/17/111122223333_CloudTrail_eu-central-1_20261117T0835Z_new.json.gz",
                    "AWSLogs/444455556666/CloudTrail/us-east-1/2026/11/17/444455556666_CloudTrail_us-east-1_20261117T0830Z_new.json.gz");

    static final String TRAIL =
            """
            {"trailList": [{"Name": "everything", "HomeRegion": "eu-central-1",
              "TrailARN": "arn:aws:cloudtrail:eu-central-1:111122223333:trail/everything",
              "S3BucketName": "your-trail-bucket", "IsMultiRegionTrail": true,
              "IsOrganizationTrail": true, "LogFileValidationEnabled": true}]}
            """;

    static final String TABLE = table(List.of("111122223333", "444455556666"), Set.of());

    static final Map<String, String> HEALTHY =
            Map.of(
                    "GetWorkGroup",
                    """
                    {"WorkGroup": {"Name": "audit", "State": "ENABLED", "Configuration": {
                      "EnforceWorkGroupConfiguration": true,
                      "BytesScannedCutoffPerQuery": 1099511627776,
                      "EngineVersion": {"EffectiveEngineVersion": "Athena engine version 3"},
                      "ResultConfiguration": {
                        "OutputLocation": "s3://your-athena-results/glasstrail/"}}}}
                    """,
                    "GetTableMetadata",
                    TABLE,
                    "DescribeTrails",
                    TRAIL,
                    "GetTrailStatus",
                    // 2026-11-17T08:36:12Z
                    "{\"IsLogging\": true, \"LatestDeliveryTime\": 1794904572}",
                    "GetEventSelectors",
                    """
                    {"EventSelectors": [{"ReadWriteType": "All", "IncludeManagementEvents": true,
                      "DataResources": []}]}
                    """,
                    "LookupEvents",
                    // 2026-11-17T08:30:00Z
                    "{\"Events\": [{\"EventId\": \"1\", \"EventTime\": 1794904200}]}",
                    "GetBucketLocation",
                    "<LocationConstraint>eu-central-1</LocationConstraint>");

    private Answers() {}

    /// The table that `setup` prints for these accounts.
    static String table(List<String> accounts, Set<String> missing) {
        DdlText printed =
                DdlText.of(
                        AthenaTable.of(
                                        Settings.DEFAULTS.with(
                                                SourceSettings.DEFAULTS
                                                        .with(
                                                                FilesSettings.DEFAULTS.withBucket(
                                                                        "s3://your-trail-bucket"))
                                                        .with(AthenaSettings.DEFAULTS)
                                                        .with(
                                                                new Partitions(
                                                                        accounts,
                                                                        List.of(
                                                                                "eu-central-1",
                                                                                "us-east-1")))))
                                .text());
        ObjectNode table = NODES.objectNode().put("Name", "cloudtrail_logs");
        ArrayNode columns = table.putArray("Columns");
        printed.columns()
                .forEach((name, type) -> {
                    if (!missing.contains(name)) {
                        columns.addObject().put("Name", name).put("Type", type);
                    }
                });
        ObjectNode parameters = table.putObject("Parameters");
        printed.properties().forEach(parameters::put);
        return NODES.objectNode().set("TableMetadata", table).toString();
    }

    /// STS knows by the key with which a call is signed who asks.
    static String sts(
            String operation,
            String account,
            String role,
            String session,
            @Nullable String authorization) {
        if (operation.equals("AssumeRole")) {
            return """
            <AssumeRoleResponse><AssumeRoleResult>
              <AssumedRoleUser>
                <Arn>arn:aws:sts::%1$s:assumed-role/%2$s/%3$s</Arn>
                <AssumedRoleId>AROAEXAMPLE:%3$s</AssumedRoleId>
              </AssumedRoleUser>
              <Credentials>
                <AccessKeyId>role-%2$s</AccessKeyId>
                <SecretAccessKey>local-credential</SecretAccessKey>
                <SessionToken>local-token</SessionToken>
                <Expiration>2099-01-01T00:00:00Z</Expiration>
              </Credentials>
            </AssumeRoleResult></AssumeRoleResponse>
            """
                    .formatted(account, role, session);
        }
        boolean isRole = authorization != null && authorization.contains("role-glasstrail");
        return """
        <GetCallerIdentityResponse><GetCallerIdentityResult>
          <Arn>%s</Arn><UserId>AIDAEXAMPLE</UserId><Account>111122223333</Account>
        </GetCallerIdentityResult></GetCallerIdentityResponse>
        """
                .formatted(
                        isRole
                                ? "arn:aws:sts::111122223333:assumed-role/glasstrail/glasstrail"
                                : "arn:aws:iam::111122223333:user/scheduler");
    }

    static String stsError(String code, String message) {
        return """
        <ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error>
        <RequestId>1</RequestId></ErrorResponse>
        """
                .formatted(code, message);
    }
}
