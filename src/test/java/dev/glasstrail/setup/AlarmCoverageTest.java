package dev.glasstrail.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.alarm.AlertRule;
import dev.glasstrail.alarm.RuleBook;
import dev.glasstrail.alarm.RuleId;
import dev.glasstrail.alarm.RuleState;
import dev.glasstrail.alarm.Target;
import dev.glasstrail.alarm.Unread;
import dev.glasstrail.settings.GlassSettings;
import dev.glasstrail.trail.Glob;
import dev.glasstrail.trail.Reading.Place;
import dev.glasstrail.trail.Watch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class AlarmCoverageTest {

    private static final Instant NOW = Instant.parse("2026-11-17T08:41:12Z");
    private static final Place FRANKFURT = new Place("111122223333", "eu-central-1");
    private static final Place VIRGINIA = new Place("111122223333", "us-east-1");
    private static final List<Target> SLACK =
            List.of(
                    new Target(
                            "slack",
                            "arn:aws:events:eu-central-1:111122223333:api-destination/slack/1",
                            ""));
    private static final GlassSettings GLASS =
            new GlassSettings(
                    List.of("*-break-glass", "arn:aws:iam::*:role/ops/rescue"),
                    List.of("break-glass-*"),
                    true,
                    List.of());

    @Test
    void whatSetupPrintsCoversEverythingInEveryPartition() {
        for (String region : List.of("eu-central-1", "us-gov-east-1", "cn-northwest-1")) {
            Place place = new Place("111122223333", region);
            String global =
                    switch (region) {
                        case "us-gov-east-1" -> "us-gov-west-1";
                        case "cn-northwest-1" -> "cn-north-1";
                        default -> "us-east-1";
                    };
            AlarmCoverage coverage = of(deployed(place, new Place("111122223333", global)));

            assertThat(coverage.rows().stream().filter(row -> !row.rings())).as(region).isEmpty();
            assertThat(coverage.isWhole()).isTrue();
            assertThat(coverage.table().notes()).isEmpty();
        }
    }

    @Test
    void aRuleThatMissesTheRegionInTheRolesPathIsFoundOut() {
        AlertRule narrow =
                rule(
                        FRANKFURT,
                        "narrow",
                        RuleState.ENABLED,
                        """
                        {"source":["aws.sts"],"detail":{"eventName":["AssumeRoleWithSAML"],"requestParameters":
                        {"roleArn":[{"prefix":"arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_"}]}}}
                        """,
                        SLACK);

        assertThat(told(of(List.of(narrow), List.of(FRANKFURT)), "role *-break-glass"))
                .isEqualTo(
                        """
                        AssumeRole @eu-central-1: no rule
                        AssumeRole, refused @eu-central-1: no rule
                        AssumeRole, refused without the request @eu-central-1: no rule
                        AssumeRoleWithSAML @eu-central-1: no rule
                        AssumeRoleWithWebIdentity @eu-central-1: no rule
                        ConsoleLogin @eu-central-1: no rule
                        SwitchRole @eu-central-1: no rule
                        CreateOAuth2Token @eu-central-1: no rule
                        AssumeRole, role with a path @eu-central-1: no rule
                        Identity Center @eu-central-1: no rule
                        Identity Center, role without a region @eu-central-1: narrow
                        ConsoleLogin from Identity Center @eu-central-1: no rule
                        GetRoleCredentials on the portal @: no rule
                        Federate on the portal @: no rule
                        """);
    }

    @Test
    void aRuleThatCannotRingDoesNotCount() {
        String every = "{\"source\":[{\"prefix\":\"aws.\"}]}";

        assertThat(
                        reasons(
                                rule(FRANKFURT, "off", RuleState.DISABLED, every, SLACK),
                                rule(FRANKFURT, "aimless", RuleState.ENABLED, every, List.of())))
                .containsOnly("aimless matches and has no target; off matches and is disabled");
        assertThat(reasons(rule(FRANKFURT, "odd", RuleState.ENABLED, "{\"source\":", SLACK)))
                .allMatch(why -> why.startsWith("odd has a pattern that cannot be read: "));
        assertThat(reasons(rule(FRANKFURT, "hourly", RuleState.ENABLED, "", SLACK)))
                .containsOnly("no rule");
        assertThat(
                        reasons(
                                new AlertRule(
                                        new RuleId(FRANKFURT, "custom", "elsewhere"),
                                        RuleState.ENABLED,
                                        every,
                                        SLACK)))
                .containsOnly("no rule");
    }

    @Test
    void aRuleThatIsPlainlyEnabledDoesNotSeeReadOnlyCalls() {
        AlertRule every =
                rule(
                        FRANKFURT,
                        "every",
                        RuleState.ENABLED,
                        "{\"source\":[{\"prefix\":\"aws.\"}]}",
                        SLACK);

        assertThat(
                        of(List.of(every), List.of(FRANKFURT)).rows().stream()
                                .filter(row ->
                                        row.place().equals(FRANKFURT)
                                                || row.place().equals(Unread.NOWHERE))
                                .filter(row -> !row.rings())
                                .map(row -> row.opening() + ": " + row.why()))
                .containsOnly(
                        "GetRoleCredentials on the portal: every matches and is not given read-only calls, its state being ENABLED");
    }

    @Test
    void aPlaceThatWasNotReadIsNotKnownToHaveNoRule() {
        RuleBook book =
                new RuleBook(
                        List.of(),
                        Map.of(),
                        List.of(Unread.of(FRANKFURT, "access denied; allow events:ListRules")));

        AlarmCoverage coverage = AlarmCoverage.of(GLASS, book, DeployedAlarm::matches);

        assertThat(
                        coverage.rows().stream()
                                .filter(row -> row.opening().equals("ConsoleLogin"))
                                .filter(row ->
                                        row.identity().equals("root")
                                                || row.place().equals(FRANKFURT))
                                .map(row -> row.identity() + ": " + row.why()))
                .containsExactly(
                        "role *-break-glass: not known: access denied; allow events:ListRules",
                        "role arn:aws:iam::*:role/ops/rescue: not known: access denied; allow events:ListRules",
                        "user break-glass-*: not known: access denied; allow events:ListRules",
                        "root: not known: the rules of this place were not read");
    }

    @Test
    void theTableSaysWhichRuleRingsWhere() {
        GlassSettings root = new GlassSettings(List.of(), List.of(), true, List.of());
        List<AlertRule> rules =
                List.of(
                        rule(
                                VIRGINIA,
                                "root",
                                RuleState.ENABLED,
                                "{\"detail\":{\"userIdentity\":{\"type\":[\"Root\"]}}}",
                                SLACK));

        Paper table =
                AlarmCoverage.of(root, book(rules, List.of(VIRGINIA)), DeployedAlarm::matches)
                        .table();

        assertThat(table.text())
                .isEqualTo(
                        """
                        identity  opening             account       region     rule
                        root      ConsoleLogin        111122223333  us-east-1  root
                        root      GetFederationToken  111122223333  us-east-1  root
                        root      GetSessionToken     111122223333  us-east-1  root
                        root      long-term key       111122223333  us-east-1  root
                        root      AssumeRoot          any           any        no rule
                        """);
        assertThat(table.notes())
                .containsExactly(
                        "1 of 5 openings ring nowhere; deploy what glasstrail setup alarm prints in those accounts and regions.");
    }

    @Test
    void whereNothingWasReadNothingIsSaid() {
        AlarmCoverage coverage = of(List.of(), List.of());

        assertThat(coverage.rows()).isEmpty();
        assertThat(coverage.isWhole()).isFalse();
        assertThat(coverage.table().notes())
                .containsExactly(
                        "No rule was read from anywhere, so nothing was held against one.");
    }

    @Test
    void theMadeUpRolesAndUsersAreThoseThatTheSettingsWatch() {
        List<String> globs =
                List.of(
                        "*-break-glass",
                        "breakglass?",
                        "arn:aws:iam::*:role/ops/rescue",
                        "arn:*:iam::111122223333:role/*",
                        "*:role/ops/*");
        for (String glob : globs) {
            Watch watch = new Watch(List.of(Glob.of(glob)), List.of(), false, Set.of());
            GlassSettings glass = new GlassSettings(List.of(glob), List.of(), false, List.of());

            assertThat(
                            SampleOpenings.of(glass, FRANKFURT).stream()
                                    .map(opening -> roleArn(opening.event()))
                                    .filter(arn -> !arn.isEmpty()))
                    .as(glob)
                    .isNotEmpty()
                    .allMatch(watch::watchesRole);
        }
    }

    private static String roleArn(String event) {
        try {
            return DeployedAlarm.JSON
                    .readTree(event)
                    .at("/detail/requestParameters/roleArn")
                    .asText();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<AlertRule> deployed(Place... places) {
        DeployedAlarm alarm = DeployedAlarm.of(GLASS);
        List<AlertRule> rules = new ArrayList<>();
        for (Place place : places) {
            for (String name : alarm.names()) {
                rules.add(
                        rule(
                                place,
                                name,
                                RuleState.ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS,
                                alarm.pattern(name),
                                SLACK));
            }
        }
        return rules;
    }

    private static AlertRule rule(
            Place place, String name, RuleState state, String pattern, List<Target> targets) {
        return new AlertRule(RuleId.ofDefaultBus(place, name), state, pattern, targets);
    }

    private static RuleBook book(List<AlertRule> rules, List<Place> looked) {
        return new RuleBook(
                rules,
                looked.stream().collect(Collectors.toMap(place -> place, _ -> NOW)),
                List.of());
    }

    private static AlarmCoverage of(List<AlertRule> rules) {
        return of(rules, rules.stream().map(rule -> rule.id().place()).distinct().toList());
    }

    private static AlarmCoverage of(List<AlertRule> rules, List<Place> looked) {
        return AlarmCoverage.of(GLASS, book(rules, looked), DeployedAlarm::matches);
    }

    private static List<String> reasons(AlertRule... rules) {
        return of(List.of(rules), List.of(FRANKFURT)).rows().stream()
                .filter(row -> row.place().equals(FRANKFURT))
                .map(AlarmCoverage.Row::why)
                .distinct()
                .toList();
    }

    private static String told(AlarmCoverage coverage, String identity) {
        return coverage.rows().stream()
                .filter(row -> row.identity().equals(identity))
                .filter(row -> !row.place().equals(VIRGINIA))
                .map(row ->
                        "%s @%s: %s\n"
                                .formatted(
                                        row.opening(),
                                        row.place().region(),
                                        row.rings() ? String.join(", ", row.rules()) : row.why()))
                .collect(Collectors.joining());
    }
}
