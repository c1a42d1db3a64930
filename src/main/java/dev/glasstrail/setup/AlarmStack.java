package dev.glasstrail.setup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.glasstrail.settings.GlassSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The alarm that posts to Slack when somebody takes what the settings watch.
public final class AlarmStack {

    private static final JsonMapper JSON = new JsonMapper();

    /// CloudFormation takes longer ones from a bucket alone.
    private static final int LONGEST_TEMPLATE = 51_200;

    private final List<PlannedRule> rules;
    private final List<String> notes;

    private AlarmStack(GlassSettings glass) {
        WatchedTexts watched = WatchedTexts.of(glass);
        this.rules = RulePlan.of(glass, watched);
        List<String> all = new ArrayList<>(watched.notes());
        if (!glass.accounts().isEmpty()) {
            all.add(
                    "The rules ring for glass of every account, not of glass.accounts alone: an attempt is recorded where it comes from.");
        }
        this.notes = List.copyOf(all);
    }

    /// A template of CloudFormation with all that the alarm needs, one stack for each account and
    /// region.
    ///
    /// @throws IllegalArgumentException if nothing is watched, or a pattern is too long for a rule
    public static Paper cloudFormation(GlassSettings glass) {
        AlarmStack alarm = new AlarmStack(glass);
        String template = alarm.template();
        List<String> notes = new ArrayList<>(alarm.notes);
        if (template.length() > LONGEST_TEMPLATE) {
            notes.add(
                    "The template has %d characters, more than CloudFormation takes by itself; give aws cloudformation deploy a bucket with --s3-bucket."
                            .formatted(template.length()));
        }
        return new Paper(template, notes);
    }

    /// The rules alone, as the variables of the Terraform in `config/terraform/alarm`.
    ///
    /// @throws IllegalArgumentException if nothing is watched, or a pattern is too long for a rule
    public static Paper terraformVariables(GlassSettings glass) {
        AlarmStack alarm = new AlarmStack(glass);
        return new Paper(alarm.variables(), alarm.notes);
    }

    private String template() {
        return AlarmStackText.HEAD
                + rules.stream().map(AlarmStack::resource).collect(Collectors.joining("\n"))
                + AlarmStackText.TAIL;
    }

    private static String resource(PlannedRule rule) {
        String head =
                """
                  %s:
                    Type: AWS::Events::Rule
                    Properties:
                      Name: !Sub "${Prefix}-%s"
                      Description: %s
                      State: ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS
                      EventPattern:
                """
                        .formatted(
                                logicalId(rule.name()),
                                rule.name(),
                                YamlLines.quoted(rule.about()));
        String target =
                """
                      Targets:
                        - Id: slack
                          Arn: !GetAtt Destination.Arn
                          RoleArn: !GetAtt Invoker.Arn
                          DeadLetterConfig: { Arn: !GetAtt DeadLetters.Arn }
                          RetryPolicy: { MaximumEventAgeInSeconds: 86400, MaximumRetryAttempts: 185 }
                          InputTransformer:
                            InputPathsMap:
                """;
        Stream<String> paths =
                rule.paths().entrySet().stream()
                        .map(path -> " ".repeat(14) + path.getKey() + ": " + path.getValue());
        Stream<String> template =
                Stream.concat(
                        Stream.of(" ".repeat(12) + "InputTemplate: !Sub |-"),
                        pretty(rule.template()).lines().map(line -> " ".repeat(14) + line));
        return head
                + lines(YamlLines.of(rule.pattern(), 8).stream())
                + target
                + lines(paths)
                + lines(template);
    }

    private static String lines(Stream<String> lines) {
        return lines.map(line -> line + "\n").collect(Collectors.joining());
    }

    /// `role-opened-2` as CloudFormation takes it: `RoleOpened2`.
    private static String logicalId(String name) {
        return Stream.of(name.split("-", -1))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    private String variables() {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode all = root.putObject("rules");
        for (PlannedRule rule : rules) {
            ObjectNode one = all.putObject(rule.name());
            one.put("about", rule.about());
            one.put("pattern", rule.pattern().toString());
            rule.paths().forEach(one.putObject("paths")::put);
            one.put("template", rule.template());
        }
        return pretty(root) + "\n";
    }

    private static String pretty(String json) {
        try {
            return pretty(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message is no JSON", e);
        }
    }

    /// With the same line ends on every machine.
    private static String pretty(JsonNode node) {
        DefaultIndenter indent = new DefaultIndenter("  ", "\n");
        try {
            return JSON.writer(
                            new DefaultPrettyPrinter(
                                            Separators.createDefaultInstance()
                                                    .withObjectFieldValueSpacing(
                                                            Separators.Spacing.AFTER))
                                    .withObjectIndenter(indent)
                                    .withArrayIndenter(indent))
                    .writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the alarm cannot be written", e);
        }
    }
}
