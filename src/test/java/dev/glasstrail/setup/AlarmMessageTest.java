package dev.glasstrail.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.glasstrail.settings.GlassSettings;
import dev.glasstrail.trail.Reading.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What Slack is sent. EventBridge puts values into a message as they are, so that a quote in one
/// of them could end the text and begin a field.
final class AlarmMessageTest {

    private static final GlassSettings GLASS =
            new GlassSettings(
                    List.of("*-break-glass"),
                    List.of("break-glass-*", "arn:aws:iam::*:user/emergency/*"),
                    true,
                    List.of());
    private static final DeployedAlarm ALARM = DeployedAlarm.of(GLASS);
    private static final Place PLACE = new Place("111122223333", "eu-central-1");

    /// By path: what AWS allows there, as `src/docs/alarm.md` says it.
    private static final Map<String, String> ALLOWED =
            Map.of(
                    "$.account", "\\d{12}",
                    "$.region", "([a-z]+-){2,3}\\d+",
                    "$.time", "[0-9TZ:.-]+",
                    "$.detail.eventID", "[a-f0-9-]{36}",
                    "$.detail.eventName", "[A-Za-z0-9]+",
                    "$.detail.responseElements.assumedRoleUser.arn",
                            "arn:[a-z-]+:sts::\\d{12}:assumed-role/[\\w+=,.@-]+/[\\w+=,.@-]*",
                    "$.detail.userIdentity.principalId", "[\\w+=,.@:-]*",
                    "$.detail.userIdentity.userName", "[\\w+=,.@-]+",
                    "$.detail.userIdentity.onBehalfOf.userId",
                            "([0-9a-f]{10}-|)[A-Fa-f0-9]{8}(-[A-Fa-f0-9]{4}){3}-[A-Fa-f0-9]{12}");

    @Test
    void anOpeningIsToldWithItsSessionPlaceAndEvent() throws IOException {
        String event = opening("AssumeRole, role with a path");

        assertThat(DeployedAlarm.JSON.readTree(ALARM.sent("role-opened", event)))
                .isEqualTo(
                        DeployedAlarm.JSON.readTree(
                                """
                                {
                                  "channel": "C0123456789",
                                  "text": ":rotating_light: *Break glass*: AssumeRole gave `arn:aws:sts::111122223333:assumed-role/x-break-glass/tester`.\\nAt 2026-11-10T09:00:00Z in account 111122223333, eu-central-1. Event `22222222-2222-4222-8222-222222222222`, rule role-opened.",
                                  "unfurl_links": false,
                                  "unfurl_media": false,
                                  "metadata": {
                                    "event_type": "glasstrail_alarm",
                                    "event_payload": {
                                      "event_id": "22222222-2222-4222-8222-222222222222",
                                      "account": "111122223333",
                                      "region": "eu-central-1",
                                      "rule": "role-opened"
                                    }
                                  }
                                }
                                """));
    }

    @Test
    void everyMessageOfEveryOpeningIsWholeJsonWithTheEventsId() throws IOException {
        Set<String> rung = new HashSet<>();
        for (SampleOpening opening : SampleOpenings.of(GLASS, PLACE)) {
            List<String> rules = ALARM.ringing(opening.event());
            assertThat(rules).as(opening.kind()).isNotEmpty();
            for (String rule : rules) {
                rung.add(rule);
                JsonNode sent = DeployedAlarm.JSON.readTree(ALARM.sent(rule, opening.event()));
                assertThat(ALARM.missing(rule, opening.event())).as(opening.kind()).isEmpty();
                assertThat(sent.path("text").asText()).doesNotContain("<", ">");
                assertThat(sent.at("/metadata/event_payload/event_id").asText())
                        .isEqualTo("22222222-2222-4222-8222-222222222222");
            }
        }
        assertThat(rung)
                .containsAll(ALARM.names().stream().filter(AlarmMessageTest::isTried).toList());
    }

    /// Those for odd records and for touches of the guards are tried with the patterns.
    private static boolean isTried(String rule) {
        return !rule.startsWith("guard-") && !rule.equals("portal-unnamed");
    }

    @Test
    void everyPathOfAMessageLeadsToWhatAwsAllowsNoQuoteIn() throws IOException {
        Set<String> paths = new TreeSet<>();
        for (String rule : ALARM.names()) {
            ALARM.paths(rule).forEach(path -> paths.add(path.asText()));
        }
        String documented = Files.readString(Path.of("src/docs/alarm.md"));

        assertThat(paths).isEqualTo(new TreeSet<>(ALLOWED.keySet()));
        assertThat(paths).allSatisfy(path -> assertThat(documented).contains("`" + path + "`"));
        assertThat(ALLOWED.values())
                .allSatisfy(pattern ->
                        assertThat(List.of("a\"b", "a\\b", "a\nb", "a\u0000b", "<!channel>"))
                                .noneMatch(text -> Pattern.matches(pattern, text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\",\"channel\":\"C0OTHER\",\"y\":\"",
                "x\\\",\\\"channel\\\":\\\"C0OTHER",
                "ends with \\",
                "\"",
            })
    void aSessionNameThatWouldBreakOutIsRungForWithoutBeingTold(String name) throws IOException {
        ObjectNode event = (ObjectNode) DeployedAlarm.JSON.readTree(opening("AssumeRole"));
        ((ObjectNode) event.at("/detail/responseElements/assumedRoleUser"))
                .put("arn", "arn:aws:sts::111122223333:assumed-role/x-break-glass/" + name);

        assertThat(ALARM.ringing(event.toString())).containsExactly("role-asked");
        assertThat(channel(ALARM.sent("role-asked", event.toString()))).isEqualTo("C0123456789");
        assertThat(ALARM.sent("role-asked", event.toString())).doesNotContain("C0OTHER");
    }

    @ParameterizedTest
    @CsvSource({
        // Anybody may ask for a role of any name, and is refused; the request is recorded as it
        // was.
        "/detail/requestParameters/roleArn",
        "/detail/requestParameters/roleSessionName",
        "/detail/userAgent",
        "/detail/errorMessage",
        "/detail/userIdentity/userName",
        "/detail/userIdentity/arn",
        "/detail/userIdentity/principalId",
        "/detail/serviceEventDetails/role_name",
        "/detail/additionalEventData/UserName",
    })
    void whatTheAttackerWritesReachesNoMessage(String pointer) throws IOException {
        String hostile =
                "arn:aws:iam::111122223333:role/\",\"channel\":\"C0OTHER\",\"x\":\"-break-glass";
        for (String kind : List.of("AssumeRole", "AssumeRole, refused", "AssumeRoleWithSAML")) {
            String event = with(opening(kind), pointer, hostile);

            List<String> ringing = ALARM.ringing(event);
            assertThat(ringing).as(kind).hasSize(1);
            String sent = ALARM.sent(ringing.getFirst(), event);
            assertThat(sent).doesNotContain("C0OTHER");
            assertThat(channel(sent)).isEqualTo("C0123456789");
        }
    }

    @Test
    void aMessageThatToldTheRequestedRoleWouldBeTakenOver() throws IOException {
        String hostile = "x\",\"channel\":\"C0OTHER\",\"x\":\"-break-glass";
        String naive = "{\"channel\":\"C0123456789\",\"text\":\"<role> was asked for\"}";

        assertThat(channel(naive.replace("<role>", hostile))).isEqualTo("C0OTHER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice@example.com", "a+b=c,d.e@f-g_h", "INC-1234"})
    void whatAwsAllowsAsASessionsNameIsToldAsItIs(String name) throws IOException {
        String session = "arn:aws:sts::111122223333:assumed-role/x-break-glass/" + name;
        String event =
                with(
                        opening("AssumeRole"),
                        "/detail/responseElements/assumedRoleUser/arn",
                        session);

        assertThat(
                        DeployedAlarm.JSON
                                .readTree(ALARM.sent("role-opened", event))
                                .path("text")
                                .asText())
                .contains("`" + session + "`");
    }

    private static String opening(String kind) {
        return SampleOpenings.of(GLASS, PLACE).stream()
                .filter(opening -> opening.kind().equals(kind))
                .findFirst()
                .orElseThrow()
                .event();
    }

    private static String with(String event, String pointer, String value)
            throws JsonProcessingException {
        ObjectNode tree = (ObjectNode) DeployedAlarm.JSON.readTree(event);
        int last = pointer.lastIndexOf('/');
        tree.withObject(pointer.substring(0, last))
                .set(pointer.substring(last + 1), TextNode.valueOf(value));
        return tree.toString();
    }

    private static String channel(String sent) throws IOException {
        return DeployedAlarm.JSON.readTree(sent).path("channel").asText();
    }
}
