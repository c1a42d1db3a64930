package dev.glasstrail.alarm.files;

import static dev.glasstrail.alarm.files.Collected.AT;
import static dev.glasstrail.alarm.files.Collected.DESCRIBED;
import static dev.glasstrail.alarm.files.Collected.OF_RULE;
import static dev.glasstrail.alarm.files.Collected.PLACE;
import static dev.glasstrail.alarm.files.Collected.RULE;
import static dev.glasstrail.alarm.files.Collected.TARGETS;
import static dev.glasstrail.alarm.files.Collected.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.alarm.AlertRule;
import dev.glasstrail.alarm.RuleBook;
import dev.glasstrail.alarm.RuleId;
import dev.glasstrail.alarm.RuleState;
import dev.glasstrail.alarm.Target;
import dev.glasstrail.alarm.Unread;
import dev.glasstrail.trail.Reading.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rules from what the CLI printed.
class AlarmFolderRulesTest {

    private static final AlertRule WHOLE =
            new AlertRule(
                    RULE,
                    RuleState.ENABLED,
                    "{\"source\":[\"aws.sts\"]}",
                    List.of(
                            new Target(
                                    "slack",
                                    "arn:aws:events:eu-central-1:111122223333:api-destination/slack/0a",
                                    "arn:aws:sqs:eu-central-1:111122223333:lost"),
                            new Target("mail", "arn:aws:sns:eu-central-1:111122223333:mail", "")));

    @TempDir private Path temporary;
    private Path root = Path.of("");
    private Collected collected = new Collected(root);

    @BeforeEach
    void collect() throws IOException {
        root = temporary.resolve("alarm");
        collected = Collected.in(root);
    }

    @Test
    void aRuleIsReadWithItsTargetsAndWhenItWasSeen() throws Exception {
        assertThat(collected.rules())
                .isEqualTo(
                        new RuleBook(
                                List.of(WHOLE),
                                Map.of(PLACE, Instant.parse("2026-11-17T05:50:00Z")),
                                List.of()));
    }

    @Test
    void rulesOfOtherNamesAreNotWanted() throws Exception {
        RuleBook book = collected.rules("other-*");

        assertThat(book.rules()).isEmpty();
        assertThat(book.looked()).containsOnlyKeys(PLACE);
        assertThat(book.unread()).isEmpty();
    }

    @Test
    void aPlaceWithoutRulesIsKnownToHaveNone() throws Exception {
        Place other = new Place("111122223333", "us-east-1");
        collected
                .put("111122223333/us-east-1/collected-at", "2026-11-17T05:51:00Z\r\n")
                .put("111122223333/us-east-1/list-rules.json", "{\"Rules\": []}");

        assertThat(collected.rules().looked())
                .isEqualTo(
                        Map.of(
                                PLACE, Instant.parse("2026-11-17T05:50:00Z"),
                                other, Instant.parse("2026-11-17T05:51:00Z")));
    }

    @Test
    void aRuleOfACustomBusMayLieInAnyFolder() throws Exception {
        collected
                .put(
                        AT + "whatever/describe-rule.json",
                        DESCRIBED
                                .replace("rule/break-glass", "rule/security/break-glass")
                                .replace("\"default\"", "\"security\""))
                .put(AT + "whatever/list-targets-by-rule.json", TARGETS);

        RuleBook book = collected.rules();

        assertThat(book.rules())
                .extracting(AlertRule::id)
                .containsExactly(RULE, new RuleId(PLACE, "security", "break-glass"));
        assertThat(book.unread()).isEmpty();
    }

    @Test
    void aScheduleHasNoPattern() throws Exception {
        collected.change(
                OF_RULE + "describe-rule.json", "\"EventPattern\"", "\"ScheduleExpression\"");

        assertThat(collected.rules().rules())
                .singleElement()
                .extracting(AlertRule::pattern)
                .isEqualTo("");
    }

    @Test
    void whatAShellOfAnotherKindWroteIsReadToo() throws Exception {
        collected.put(
                OF_RULE + "describe-rule.json",
                ("\uFEFF" + DESCRIBED).getBytes(StandardCharsets.UTF_16LE));

        assertThat(collected.rules().rules()).containsExactly(WHOLE);
    }

    @Test
    void aPlaceThatDoesNotSayWhenIsLookedAtNobodyKnowsWhen() throws Exception {
        RuleBook book = collected.without(AT + "collected-at").rules();

        assertThat(book.rules()).containsExactly(WHOLE);
        assertThat(book.lookedAt(PLACE)).isEqualTo(Instant.MIN);
        assertThat(book.looked()).containsOnlyKeys(PLACE);
        assertThat(book.unread())
                .containsExactly(
                        Unread.of(
                                PLACE,
                                AT
                                        + "collected-at does not exist; fill the folder with `glasstrail"
                                        + " setup collect-alarm`"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yesterday", "2026-11-17T05:50:00", "2026-11-17 05:50:00Z", "1763358600"})
    void aTimeWithoutAZoneIsNone(String text) throws Exception {
        RuleBook book = collected.put(AT + "collected-at", text).rules();

        assertThat(book.lookedAt(PLACE)).isEqualTo(Instant.MIN);
        assertThat(lines(book.unread()))
                .containsExactly(
                        AT
                                + "collected-at is \"%s\", which is no time in UTC; write when the CLI"
                                        .formatted(text)
                                + " was run, as date -u +%Y-%m-%dT%H:%M:%SZ prints it");
    }

    @Test
    void withoutTheListNobodyKnowsWhichRulesThereAre() throws Exception {
        RuleBook book = collected.without(AT + "list-rules.json").rules();

        assertThat(book.rules()).containsExactly(WHOLE);
        assertThat(book.looked()).isEmpty();
        assertThat(lines(book.unread()))
                .containsExactly(
                        AT
                                + "list-rules.json does not exist; fill the folder with `glasstrail setup"
                                + " collect-alarm`");
    }

    @Test
    void aListThatGoesOnProvesNothing() throws Exception {
        RuleBook book =
                collected
                        .change(
                                AT + "list-rules.json",
                                "{\"Rules\"",
                                "{\"NextToken\": \"a\", \"Rules\"")
                        .rules();

        assertThat(book.looked()).isEmpty();
        assertThat(lines(book.unread()))
                .containsExactly(
                        AT
                                + "list-rules.json has a NextToken, so there are more rules; run aws events"
                                + " list-rules without --max-items");
    }

    @Test
    void aListOfAnotherPlaceProvesNothing() throws Exception {
        RuleBook book =
                collected
                        .change(AT + "list-rules.json", "events:eu-central-1", "events:us-east-1")
                        .rules();

        assertThat(book.looked()).isEmpty();
        assertThat(lines(book.unread()))
                .containsExactly(
                        AT
                                + "list-rules.json lists"
                                + " \"arn:aws:events:us-east-1:111122223333:rule/break-glass\", which is no"
                                + " rule of 111122223333 in eu-central-1; run aws events list-rules with"
                                + " that account and region");
    }

    @Test
    void aRuleThatIsListedAndHasNoFolderIsNamed() throws Exception {
        collected.put(
                AT + "list-rules.json",
                "{\"Rules\": [%s, %s]}"
                        .formatted(
                                DESCRIBED,
                                DESCRIBED.replace("break-glass\"", "break-glass-root\"")));

        RuleBook book = collected.rules();

        assertThat(book.rules()).containsExactly(WHOLE);
        assertThat(book.looked()).isEmpty();
        assertThat(lines(book.unread()))
                .containsExactly(
                        AT
                                + "list-rules.json names the rule break-glass-root, which has no folder;"
                                + " collect it with aws events describe-rule --name and aws events"
                                + " list-targets-by-rule --rule");
    }

    @Test
    void aRuleThatIsNotListedIsNamed() throws Exception {
        RuleBook book = collected.put(AT + "list-rules.json", "{\"Rules\": []}").rules();

        assertThat(book.rules()).containsExactly(WHOLE);
        assertThat(lines(book.unread()))
                .containsExactly(
                        AT
                                + "break-glass describes the rule break-glass, which "
                                + AT
                                + "list-rules.json does not name; collect both at the same time");
    }

    @Test
    void aRuleOfAnotherPlaceIsRefused() throws Exception {
        RuleBook book =
                collected
                        .change(
                                OF_RULE + "describe-rule.json",
                                "1122223333:rule",
                                "1122224444:rule")
                        .rules();

        assertThat(book.rules()).isEmpty();
        assertThat(book.looked()).isEmpty();
        assertThat(lines(book.unread()))
                .containsExactly(
                        OF_RULE
                                + "describe-rule.json is about break-glass of 111122224444 in"
                                + " eu-central-1; move it to the folder of that account and region");
    }

    @Test
    void aRuleInTwoFoldersIsRefusedTheSecondTime() throws Exception {
        collected
                .put(AT + "copy/describe-rule.json", DESCRIBED)
                .put(AT + "copy/list-targets-by-rule.json", TARGETS);

        RuleBook book = collected.rules();

        assertThat(book.rules()).containsExactly(WHOLE);
        assertThat(lines(book.unread()))
                .containsExactly(
                        AT
                                + "copy/describe-rule.json describes the rule break-glass, as "
                                + AT
                                + "break-glass does; keep the newer folder of the two");
    }

    @Test
    void aStateThatNobodyKnowsIsNamed() throws Exception {
        RuleBook book =
                collected
                        .change(OF_RULE + "describe-rule.json", "\"ENABLED\"", "\"\\u001b[2JON\"")
                        .rules();

        assertThat(book.rules()).isEmpty();
        assertThat(lines(book.unread()))
                .containsExactly(
                        OF_RULE
                                + "describe-rule.json has the State \"\\u{1b}[2JON\", which this program"
                                + " does not know; ask for a version that does");
    }

    @Test
    void aFileThatIsNoRuleIsNamed() throws Exception {
        RuleBook book = collected.put(OF_RULE + "describe-rule.json", "{}").rules();

        assertThat(lines(book.unread()))
                .containsExactly(
                        OF_RULE
                                + "describe-rule.json has the Arn \"\", which names no rule; keep what aws"
                                + " events describe-rule prints");
    }

    @Test
    void aRuleWhoseTargetsAreUnknownIsNotTakenForOneWithout() throws Exception {
        RuleBook book = collected.without(OF_RULE + "list-targets-by-rule.json").rules();

        assertThat(book.rules()).isEmpty();
        assertThat(book.looked()).isEmpty();
        assertThat(lines(book.unread()))
                .containsExactly(
                        OF_RULE
                                + "list-targets-by-rule.json does not exist; fill the folder with"
                                + " `glasstrail setup collect-alarm`");
    }

    @Test
    void targetsThatGoOnAreNamed() throws Exception {
        RuleBook book =
                collected
                        .change(
                                OF_RULE + "list-targets-by-rule.json",
                                "\"Targets\"",
                                "\"NextToken\": \"a\", \"Targets\"")
                        .rules();

        assertThat(book.rules()).containsExactly(WHOLE);
        assertThat(lines(book.unread()))
                .containsExactly(
                        OF_RULE
                                + "list-targets-by-rule.json has a NextToken, so there are more targets;"
                                + " run aws events list-targets-by-rule without --max-items");
    }

    @Test
    void damagedFilesAreNamedAndTheRestIsRead() throws Exception {
        for (String name :
                List.of("cut", "empty", "list", "text", "two", "twice", "huge", "folder")) {
            collected.put(AT + name + "/list-targets-by-rule.json", TARGETS);
        }
        collected
                .put(AT + "cut/describe-rule.json", "{\n\"Arn\": \"arn:aws")
                .put(AT + "empty/describe-rule.json", "\n")
                .put(AT + "list/describe-rule.json", "[]")
                .put(AT + "text/describe-rule.json", "NAME  break-glass\n")
                .put(AT + "two/describe-rule.json", DESCRIBED + DESCRIBED)
                .put(AT + "twice/describe-rule.json", "{\"Arn\": \"a\",\n\"Arn\": \"b\"}")
                .put(AT + "huge/describe-rule.json", new byte[Tree.LARGEST + 1]);
        Files.createDirectory(root.resolve(AT + "folder/describe-rule.json"));

        RuleBook book = collected.rules();

        assertThat(book.rules()).containsExactly(WHOLE);
        assertThat(book.looked()).containsOnlyKeys(PLACE);
        String keep = "; keep what aws events describe-rule --output json prints";
        assertThat(lines(book.unread()))
                .containsExactly(
                        AT
                                + "cut/describe-rule.json is not the JSON of one answer from line 2 on"
                                + keep,
                        AT
                                + "empty/describe-rule.json is empty, as after a command that failed; run"
                                + " aws events describe-rule again",
                        AT
                                + "folder/describe-rule.json is no file; put there what aws events"
                                + " describe-rule prints",
                        AT
                                + "huge/describe-rule.json is larger than 16 MiB, as no answer of aws events"
                                + " describe-rule is; collect it again",
                        AT
                                + "list/describe-rule.json holds no JSON object, but a list; keep what aws"
                                + " events describe-rule prints",
                        AT
                                + "text/describe-rule.json is not the JSON of one answer from line 1 on"
                                + keep,
                        AT
                                + "twice/describe-rule.json is not the JSON of one answer from line 2 on"
                                + keep,
                        AT
                                + "two/describe-rule.json is not the JSON of one answer from line 9 on"
                                + keep);
    }

    @Test
    void whatDoesNotBelongIsNamed() throws Exception {
        collected
                .put("notes.txt", "")
                .put("111122223333/EU/list-rules.json", "")
                .put(AT + "list-rules.json.orig", "")
                .put(OF_RULE + "a\u001b[31m\nb", "");

        assertThat(lines(collected.rules().unread()))
                .containsExactly(
                        "the alarm folder "
                                + root
                                + " holds what is no part of it and was not read: notes.txt; keep only a"
                                + " folder for each account there",
                        "111122223333 holds what is no part of it and was not read: EU; keep only a folder"
                                + " for each region there",
                        AT.replaceAll("/$", "")
                                + " holds what is no part of it and was not read: list-rules.json.orig;"
                                + " keep only a folder for each rule there",
                        OF_RULE.replaceAll("/$", "")
                                + " holds what is no part of it and was not read: a\\u{1b}[31m\\u{a}b; keep"
                                + " only four files of a rule there");
    }

    @Test
    void linksOutOfTheFolderAreNotFollowed() throws Exception {
        Path outside = Files.createDirectories(temporary.resolve("outside"));
        Files.writeString(outside.resolve("describe-rule.json"), DESCRIBED);
        Files.writeString(outside.resolve("list-targets-by-rule.json"), TARGETS);
        collected.without(OF_RULE + "describe-rule.json");
        Files.createSymbolicLink(
                root.resolve(OF_RULE + "describe-rule.json"),
                outside.resolve("describe-rule.json"));
        Files.createSymbolicLink(root.resolve(AT + "linked"), outside);
        Files.createSymbolicLink(root.resolve("999988887777"), outside);

        RuleBook book = collected.rules();

        String refusal =
                " is a symbolic link out of the folder, which is not followed; put the files themselves"
                        + " there";
        assertThat(book.rules()).isEmpty();
        assertThat(lines(book.unread()))
                .contains("999988887777" + refusal, AT + "linked" + refusal)
                .contains(OF_RULE + "describe-rule.json" + refusal);
    }

    @Test
    void aLinkWithinTheFolderIsFollowed() throws Exception {
        collected
                .put(AT + "spare/describe-rule.json", DESCRIBED)
                .put(AT + "spare/list-targets-by-rule.json", TARGETS)
                .without(OF_RULE + "describe-rule.json")
                .without(OF_RULE + "list-targets-by-rule.json")
                .without(OF_RULE + "get-metric-data-input.json")
                .without(OF_RULE + "get-metric-data.json")
                .without(OF_RULE.replaceAll("/$", ""));
        Files.createSymbolicLink(
                root.resolve(OF_RULE.replaceAll("/$", "")), root.resolve(AT + "spare"));

        assertThat(collected.rules().rules()).containsExactly(WHOLE);
    }

    @Test
    void aFolderThatIsNotThereIsNamed() throws Exception {
        Collected nowhere = new Collected(temporary.resolve("nowhere"));

        assertThat(nowhere.rules().unread())
                .containsExactly(
                        Unread.of(
                                Unread.NOWHERE,
                                "the alarm folder "
                                        + nowhere.root()
                                        + " does not exist; fill the folder with `glasstrail setup"
                                        + " collect-alarm`"));
    }

    @Test
    void anEmptyFolderIsNamed() throws Exception {
        Collected empty = new Collected(Files.createDirectory(temporary.resolve("empty")));

        assertThat(lines(empty.rules().unread()))
                .containsExactly(
                        "the alarm folder "
                                + empty.root()
                                + " holds no folder of an account and region; fill it with `glasstrail"
                                + " setup collect-alarm`");
    }
}
