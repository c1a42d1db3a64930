package dev.glasstrail.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The two permission sets, as CloudFormation and as Terraform.
final class PermissionSetsTest {

    private static final Pattern ACTIONS = Pattern.compile("Action = \\[([^]]*)]");
    private static final Pattern TEXT = Pattern.compile("\"([^\"]+)\"");

    @Test
    void theEverydaySetLooksAndTheOtherChangesForAnHourAndSilencesNothing() throws IOException {
        JsonNode everyday = template().properties("Devops");
        JsonNode emergency = template().properties("DevopsBreakGlass");

        assertThat(actions(everyday, 0))
                .allMatch(action -> action.matches("[a-z-]+:(Describe|List|GetMetricData).*"));
        assertThat(everyday.at("/InlinePolicy/Statement")).hasSize(1);
        assertThat(emergency.path("SessionDuration").asText()).isEqualTo("PT1H");
        assertThat(actions(emergency, 0)).isEqualTo(actions(everyday, 0));
        assertThat(actions(emergency, 1))
                .contains("rds:Create*", "rds:Modify*", "rds:Delete*", "dynamodb:Delete*")
                .noneMatch(action -> action.matches("(iam|sts|events|cloudtrail):.*"));
        assertThat(emergency.at("/InlinePolicy/Statement/2/Effect").asText()).isEqualTo("Deny");
        assertThat(actions(emergency, 2)).contains("events:Disable*", "cloudtrail:Stop*");
    }

    @Test
    void nobodyHasThemUnlessAccountAndGroupAreGiven() throws IOException {
        assertThat(template().made("AWS::SSO::Assignment")).isEmpty();
    }

    @Test
    void terraformGrantsTheSame() throws IOException {
        String terraform =
                Files.readString(Path.of("config/terraform/break-glass-permission-sets/main.tf"));
        List<List<String>> lists =
                ACTIONS.matcher(terraform)
                        .results()
                        .map(list ->
                                TEXT.matcher(list.group(1))
                                        .results()
                                        .map((MatchResult text) -> text.group(1))
                                        .toList())
                        .toList();
        JsonNode emergency = template().properties("DevopsBreakGlass");

        assertThat(lists)
                .containsExactly(
                        actions(emergency, 0), actions(emergency, 1), actions(emergency, 2));
        assertThat(terraform)
                .contains(emergency.path("Description").asText())
                .contains("Statement = [local.look]")
                .contains("Statement = [local.look, local.change, local.guard]");
    }

    private static List<String> actions(JsonNode set, int statement) {
        List<String> actions = new ArrayList<>();
        set.at("/InlinePolicy/Statement/" + statement + "/Action")
                .forEach(action -> actions.add(action.asText()));
        return actions;
    }

    private static Template template() throws IOException {
        return Template.of(
                Files.readString(Path.of("config/aws/break-glass-permission-sets.yaml")),
                Map.of("Instance", "arn:aws:sso:::instance/ssoins-1234567890abcdef"));
    }
}
