package dev.glasstrail.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The templates set what AWS knows, and everything that it asks for.
final class TemplateSchemaTest {

    private static final Map<String, Map<String, Object>> GIVEN =
            Map.of(
                    "alarm", Map.of("Channel", "C0123456789", "Operators", "arn:aws:sns:x:1:y"),
                    "athena-table",
                            Map.of(
                                    "Logs", "s3://your-trail-bucket/AWSLogs/",
                                    "Accounts", List.of("111122223333"),
                                    "Regions", List.of("eu-central-1")),
                    "audited-account",
                            Map.of("Auditor", "arn:aws:iam::111122223333:role/glasstrail"),
                    "break-glass-permission-sets",
                            Map.of(
                                    "Instance", "arn:aws:sso:::instance/ssoins-1234567890abcdef",
                                    "Account", "111122223333",
                                    "Group", "97674b9c-00d1-70b0-0000-000000000001",
                                    "BreakGlassGroup", "97674b9c-00d1-70b0-0000-000000000002"),
                    "reader",
                            Map.of(
                                    "TrailBucket", "your-trail-bucket",
                                    "ResultsBucket", "your-athena-results"));

    @Test
    void everyTemplateFitsWhatAwsPublishesOfItsTypes() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("config/aws"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".yaml", "")))
                    .containsExactlyInAnyOrderElementsOf(GIVEN.keySet());
        }
        for (String name : GIVEN.keySet()) {
            assertThat(complaints(name, text(name))).as(name).isEmpty();
        }
    }

    @Test
    void whatAwsWouldRefuseIsFound() throws IOException {
        String text =
                text("alarm")
                        .replaceFirst("HttpMethod: POST", "HttpMethod: PUSH")
                        .replaceFirst("ConnectionArn: .*", "ConectionArn: x")
                        .replaceFirst(
                                "InvocationRateLimitPerSecond: 1",
                                "InvocationRateLimitPerSecond: 0")
                        .replaceFirst("Type: AWS::SQS::QueuePolicy", "Type: AWS::SQS::Policy")
                        .replaceFirst(
                                "Arn: !GetAtt Destination.Arn", "Arn: !GetAtt Destination.Url")
                        .replaceFirst("Period: 300", "Period: often")
                        .replaceFirst("InputTemplate: ", "Template: ")
                        .replaceFirst(
                                "State: ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS",
                                "State: ON");

        assertThat(complaints("alarm", text))
                .containsExactly(
                        "Destination lacks ConnectionArn",
                        "Destination.ConectionArn is no property",
                        "Destination.HttpMethod is none of [GET, HEAD, POST, OPTIONS, PUT, DELETE, PATCH]: \"PUSH\"",
                        "Destination.InvocationRateLimitPerSecond is below 1: 0",
                        "DeadLettersPolicy: AWS::SQS::Policy is not in resource-types.json",
                        "Undelivered.Period is no integer: \"often\"",
                        "RoleOpened.State is none of [DISABLED, ENABLED, ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS]: true",
                        "RoleOpened.Targets[0].Arn: AWS::Events::ApiDestination has no attribute Url",
                        "RoleOpened.Targets[0].InputTransformer lacks InputTemplate",
                        "RoleOpened.Targets[0].InputTransformer.Template is no property");
    }

    private static List<String> complaints(String name, String text) {
        Map<String, Object> given = GIVEN.getOrDefault(name, Map.of());
        return ResourceTypes.bundled().complaints(Template.of(text, given));
    }

    private static String text(String template) throws IOException {
        return Files.readString(Path.of("config/aws", template + ".yaml"));
    }
}
