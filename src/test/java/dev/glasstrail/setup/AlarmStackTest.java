package dev.glasstrail.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.glasstrail.settings.ExampleFile;
import dev.glasstrail.settings.GlassSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The alarm that is printed, and the one that lies in `config`.
final class AlarmStackTest {

    private static final Map<String, Object> GIVEN = Map.of("Channel", "C0123456789");

    @Test
    void theBundledTemplateIsWhatSetupPrintsForTheExample() throws Exception {
        assertThat(Files.readString(Path.of("config/aws/alarm.yaml")))
                .isEqualTo(AlarmStack.cloudFormation(ExampleFile.settings().glass()).text());
    }

    @Test
    void theBundledVariablesAreWhatSetupPrintsForTheExample() throws Exception {
        assertThat(Files.readString(Path.of("config/terraform/alarm/rules.auto.tfvars.json")))
                .isEqualTo(AlarmStack.terraformVariables(ExampleFile.settings().glass()).text());
    }

    @Test
    void theTemplateDeploysThePatternsAndMessagesOfTheVariables() throws Exception {
        GlassSettings glass = ExampleFile.settings().glass();
        DeployedAlarm alarm = DeployedAlarm.of(glass);
        Template template = Template.of(AlarmStack.cloudFormation(glass).text(), GIVEN);
        List<String> deployed = new ArrayList<>();
        for (String id : template.made("AWS::Events::Rule")) {
            JsonNode rule = template.properties(id);
            String name = rule.path("Name").asText().substring("glasstrail-".length());
            JsonNode target = rule.at("/Targets/0");
            JsonNode message = target.path("InputTransformer");

            deployed.add(name);
            assertThat(rule.path("EventPattern"))
                    .as(name)
                    .isEqualTo(DeployedAlarm.JSON.readTree(alarm.pattern(name)));
            assertThat(rule.path("State").asText())
                    .isEqualTo("ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS");
            assertThat(message.path("InputPathsMap")).as(name).isEqualTo(alarm.paths(name));
            assertThat(DeployedAlarm.JSON.readTree(message.path("InputTemplate").asText()))
                    .as(name)
                    .isEqualTo(DeployedAlarm.JSON.readTree(alarm.sent(name, "{}")));
            assertThat(target.at("/DeadLetterConfig/Arn").asText()).isEqualTo("DeadLetters.Arn");
            assertThat(target.at("/RetryPolicy/MaximumRetryAttempts").asInt()).isEqualTo(185);
        }
        assertThat(deployed).isEqualTo(alarm.names());
    }

    @Test
    void theRulesAreOfTheFamiliesThatAreWatched() {
        assertThat(DeployedAlarm.of(watching(List.of("*-break-glass"), List.of(), false)).names())
                .containsExactly(
                        "role-opened",
                        "role-asked",
                        "role-denied",
                        "role-sign-in",
                        "portal",
                        "portal-unnamed",
                        "guard-alarm",
                        "guard-trail");
        assertThat(DeployedAlarm.of(watching(List.of(), List.of("rescue"), true)).names())
                .containsExactly(
                        "user-sign-in",
                        "user-token",
                        "user-key",
                        "root-sign-in",
                        "root-token",
                        "root-key",
                        "assume-root",
                        "guard-alarm",
                        "guard-trail");
    }

    @Test
    void manyRolesAreSpreadOverSeveralRulesThatLoseNone() {
        List<String> roles =
                IntStream.rangeClosed(1, 20)
                        .mapToObj("break-glass-of-team-%02d"::formatted)
                        .toList();
        DeployedAlarm alarm = DeployedAlarm.of(watching(roles, List.of(), false));

        // Two permission sets are nearly as complex as a rule may be.
        assertThat(alarm.names().stream().filter(name -> name.startsWith("role-opened")))
                .containsExactly(
                        "role-opened",
                        "role-opened-2",
                        "role-opened-3",
                        "role-opened-4",
                        "role-opened-5",
                        "role-opened-6",
                        "role-opened-7",
                        "role-opened-8",
                        "role-opened-9",
                        "role-opened-10");
        assertThat(alarm.names().stream().filter(name -> name.startsWith("portal-unnamed")))
                .containsExactly("portal-unnamed");
        for (String role : roles) {
            assertThat(alarm.names().stream().map(alarm::pattern))
                    .as(role)
                    .anyMatch(pattern -> pattern.contains("{\"suffix\":\"/" + role + "\"}"))
                    .anyMatch(pattern -> pattern.contains("AWSReservedSSO_" + role + "_*"));
        }
    }

    @Test
    void aTemplateThatIsTooLongToBeHandedOverIsSaidToBe() {
        List<String> roles = IntStream.rangeClosed(1, 20).mapToObj("role-%02d"::formatted).toList();

        assertThat(AlarmStack.cloudFormation(watching(roles, List.of(), false)).notes())
                .anyMatch(note -> note.endsWith("a bucket with --s3-bucket."));
    }

    @Test
    void manyUsersAreSpreadByTheLengthOfThePattern() {
        List<String> users =
                IntStream.rangeClosed(1, 100)
                        .mapToObj("break-glass-of-team-%03d"::formatted)
                        .toList();
        DeployedAlarm alarm = DeployedAlarm.of(watching(List.of(), users, false));

        assertThat(alarm.names())
                .contains("user-key", "user-key-2")
                .allMatch(name -> alarm.pattern(name).length() <= 2048);
    }

    @Test
    void aPatternThatFitsNoRuleIsRefused() {
        GlassSettings glass = watching(List.of("x".repeat(2000)), List.of(), false);

        assertThatThrownBy(() -> AlarmStack.cloudFormation(glass))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "glass has a pattern of 2014 characters, too long for a rule, which has 2048 in all; give a shorter one");
    }

    @Test
    void whoWatchesNothingHasNothingToRingFor() {
        assertThatThrownBy(() -> AlarmStack.cloudFormation(GlassSettings.DEFAULTS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "nothing is watched, so there is nothing to ring for; set glass.roles, glass.users or glass.root");
    }

    @Test
    void whatEventBridgeCannotSayIsSaidInANote() {
        GlassSettings glass =
                new GlassSettings(
                        List.of("ops-?", "arn:aws:iam::*:role/ops/*"),
                        List.of("bg-?"),
                        false,
                        List.of("111122223333"));

        assertThat(AlarmStack.cloudFormation(glass).notes())
                .containsExactly(
                        "glass.roles has \"ops-?\"; EventBridge has nothing like ?, so its rules take * there and ring for more.",
                        "glass.roles has \"arn:aws:iam::*:role/ops/*\", which names roles by their path alone; a sign-in does not tell the path, so the rule role-sign-in leaves them out.",
                        "glass.users has \"bg-?\"; EventBridge has nothing like ?, so its rules take * there and ring for more.",
                        "The rules ring for glass of every account, not of glass.accounts alone: an attempt is recorded where it comes from.");
        assertThat(DeployedAlarm.of(glass).pattern("user-sign-in"))
                .contains("\"userName\":[{\"prefix\":\"bg-\"}]");
    }

    @Test
    void patternsWithOddCharactersStayWhatTheyAre() throws IOException {
        GlassSettings glass =
                watching(List.of("it's-#1: \"x\"", "a**b", "back\\slash*"), List.of(), false);
        Template template = Template.of(AlarmStack.cloudFormation(glass).text(), GIVEN);

        assertThat(template.properties("RoleOpened").path("EventPattern"))
                .isEqualTo(
                        DeployedAlarm.JSON.readTree(
                                DeployedAlarm.of(glass).pattern("role-opened")));
        DeployedAlarm alarm = DeployedAlarm.of(glass);
        assertThat(String.join("", alarm.names().stream().map(alarm::pattern).toList()))
                .contains("{\"wildcard\":\"*/a*b\"}")
                .contains("{\"wildcard\":\"*/back\\\\\\\\slash*\"}");
    }

    private static GlassSettings watching(List<String> roles, List<String> users, boolean root) {
        return new GlassSettings(roles, users, root, List.of());
    }
}
