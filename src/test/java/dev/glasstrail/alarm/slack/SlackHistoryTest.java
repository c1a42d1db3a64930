package dev.glasstrail.alarm.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Reads a channel from an endpoint that speaks as Slack does.
final class SlackHistoryTest {

    private static final String WHOLE = "2026-11-09T00:00:00Z to 2026-11-16T00:00:00Z is whole\n";
    private static final String ALERT =
            """
            {"type":"message","subtype":"bot_message","ts":"1794298500.000100","bot_id":"B0001","text":"alice opened the glass"}
            """;

    private final List<Duration> slept = new ArrayList<>();
    private String channel = "C0001";
    private String bot = "";
    private String token = SlackEndpoint.TOKEN;
    private String now = "2026-11-17T06:00:00Z";
    private SlackEndpoint slack;

    @BeforeEach
    void start() throws IOException {
        slack = new SlackEndpoint();
    }

    @AfterEach
    void stop() {
        slack.close();
    }

    @Test
    void everyPageIsReadAndMessagesComeByTime() throws Exception {
        slack.paging(2);
        for (int message = 1; message <= 5; message++) {
            slack.with(
                    "{\"ts\":\"179429850%d.000%d00\",\"bot_id\":\"B0001\",\"text\":\"alert %d\"}"
                            .formatted(message, message, message));
        }

        assertThat(read())
                .isEqualTo(
                        WHOLE
                                + """
                                1794298501.000100 2026-11-10T08:15:01.000100Z bot B0001: alert 1
                                1794298502.000200 2026-11-10T08:15:02.000200Z bot B0001: alert 2
                                1794298503.000300 2026-11-10T08:15:03.000300Z bot B0001: alert 3
                                1794298504.000400 2026-11-10T08:15:04.000400Z bot B0001: alert 4
                                1794298505.000500 2026-11-10T08:15:05.000500Z bot B0001: alert 5
                                """);
        String call =
                "/api/conversations.history oldest=1794182400.000000 latest=1794787200.000000 inclusive=1 limit=200 metadata";
        assertThat(slack.asked())
                .containsExactly(call, call + " cursor=from 2", call + " cursor=from 4");
    }

    @Test
    void theFirstMomentBelongsToTheStretchAndTheLastDoesNot() throws Exception {
        slack.with("{\"ts\":\"1794182399.999999\",\"text\":\"before\"}")
                .with("{\"ts\":\"1794182400.000000\",\"text\":\"first\"}")
                .with("{\"ts\":\"1794787199.999999\",\"text\":\"last\"}")
                .with("{\"ts\":\"1794787200.000000\",\"text\":\"after\"}");

        assertThat(read().lines().skip(1))
                .containsExactly(
                        "1794182400.000000 2026-11-09T00:00:00Z person : first",
                        "1794787199.999999 2026-11-15T23:59:59.999999Z person : last");
    }

    @Test
    void whatIsToComeIsNotCovered() throws Exception {
        now = "2026-11-12T10:00:00Z";
        slack.with(ALERT);

        assertThat(read()).startsWith("2026-11-09T00:00:00Z to 2026-11-12T10:00:00Z is whole\n");

        now = "2026-11-09T00:00:00Z";
        assertThat(read()).startsWith("nothing is whole\n");
    }

    /// People can post what looks like an alert; an app that posts for one leaves its bot's id too.
    @Test
    void onlyWhatABotPostsIsABots() throws Exception {
        slack.with("{\"ts\":\"1794298501.000000\",\"user\":\"U0009\",\"text\":\"looks like it\"}")
                .with(ALERT)
                .with(
                        "{\"ts\":\"1794298502.000000\",\"user\":\"U0001\",\"bot_id\":\"B0001\",\"text\":\"as a user\"}")
                .with(
                        "{\"ts\":\"1794298503.000000\",\"user\":\"U0009\",\"bot_id\":\"B0002\",\"text\":\"for a person\"}")
                .with(
                        "{\"ts\":\"1794298504.000000\",\"subtype\":\"bot_add\",\"user\":\"U0009\",\"bot_id\":\"B0001\",\"text\":\"added an integration\"}");

        assertThat(kinds())
                .containsExactly(
                        "bot B0001", "person U0009", "bot B0001", "bot B0002", "person B0001");
        bot = "B0001";
        assertThat(kinds())
                .containsExactly(
                        "bot B0001", "person U0009", "bot B0001", "person B0002", "person B0001");
        bot = "U0001";
        assertThat(kinds())
                .containsExactly(
                        "person B0001",
                        "person U0009",
                        "bot B0001",
                        "person B0002",
                        "person B0001");
    }

    @Test
    void everythingThatCanBeReadInAMessageIsItsText() throws Exception {
        slack.with(
                """
                {"type":"message","ts":"1794298500.000000","bot_id":"B0001","app_id":"A1","text":"Break glass",
                 "blocks":[
                   {"type":"header","block_id":"b1","text":{"type":"plain_text","text":"Break glass","emoji":true}},
                   {"type":"section","fields":[{"type":"mrkdwn","text":"*Who*\\nalice &amp; bob"}],
                    "accessory":{"type":"button","action_id":"x","style":"danger","url":"https://example.com/a","text":{"type":"plain_text","text":"Open"}}},
                   {"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"22222222-2222"}]}]},
                   {"type":"of_tomorrow","new_field":{"words":["new words"]}}],
                 "attachments":[{"color":"ff0000","fallback":"fallback","text":"more","mrkdwn_in":["text"],"fields":[{"title":"Role","value":"admin","short":true}]}],
                 "metadata":{"event_type":"opening","event_payload":{"event_id":"c0ffee","count":3,"deep":{"time":"2026-11-10T08:15:00Z"}}}}
                """);

        assertThat(read())
                .isEqualTo(
                        WHOLE
                                + "1794298500.000000 2026-11-10T08:15:00Z bot B0001: Break glass | *Who* | alice &amp; bob | https://example.com/a | Open | 22222222-2222 | new words | fallback | more | Role | admin | opening | c0ffee | 2026-11-10T08:15:00Z\n");
    }

    @Test
    void slackIsWaitedForAsLongAsItSays() throws Exception {
        slack.with(ALERT)
                .answering(1, 429, "17", "{\"ok\":false,\"error\":\"ratelimited\"}")
                .answering(1, 429, "", "too many")
                .answering(1, 503, "", "<html>")
                .answering(1, 200, "", "{\"ok\":false,\"error\":\"internal_error\"}");

        assertThat(read()).startsWith(WHOLE).contains("alice opened the glass");
        assertThat(slept)
                .containsExactly(
                        Duration.ofSeconds(17),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(8),
                        Duration.ofSeconds(16));
    }

    @Test
    void slackIsNotWaitedForWithoutEnd() throws Exception {
        slack.answering(6, 429, "1", "{\"ok\":false,\"error\":\"ratelimited\"}");

        assertThat(read())
                .isEqualTo(
                        """
                        nothing is whole
                        unread: the channel C0001 cannot be read: Slack holds back further calls, 6 times; check the network, and run it again later
                        """);
        assertThat(slept).hasSize(5);

        slack.answering(1, 429, "86400", "");
        assertThat(read())
                .isEqualTo(
                        """
                        nothing is whole
                        unread: the channel C0001 cannot be read: Slack holds back further calls for 86400 seconds; run it again after that
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    not_in_channel    | the bot is not in it; invite it there
                    channel_not_found | the bot sees no channel of the id C0001; check the id, and invite the bot if the channel is private
                    invalid_auth      | Slack refuses the token (invalid_auth); give a bot token that is in force
                    token_revoked     | Slack refuses the token (token_revoked); give a bot token that is in force
                    ekm_access_denied | the workspace forbids it (ekm_access_denied); ask its administrators
                    invalid_cursor    | Slack answers invalid_cursor; look it up under this error code
                    missing_scope     | the token has the scopes chat:write and lacks channels:history; add it to the app, install the app again and give its token
                    fatal_error       | Slack answers fatal_error, 6 times; check the network, and run it again later
                    """)
    void whySlackRefusesIsToldInOneLine(String code, String reason) throws Exception {
        slack.with(ALERT)
                .answering(
                        6,
                        200,
                        "",
                        "{\"ok\":false,\"error\":\"%s\",\"needed\":\"channels:history\",\"provided\":\"chat:write\"}"
                                .formatted(code));

        assertThat(read())
                .isEqualTo(
                        "nothing is whole\nunread: the channel C0001 cannot be read: "
                                + reason
                                + "\n");
    }

    /// What stands in the metadata alone would be missing, so that nothing is known to be whole.
    @Test
    void withoutTheScopeForMetadataTheRestIsReadAndItIsSaid() throws Exception {
        slack.withoutMetadata().paging(1).with(ALERT).with(ALERT.replace("8500", "8600"));

        assertThat(read())
                .isEqualTo(
                        """
                        nothing is whole
                        1794298500.000100 2026-11-10T08:15:00.000100Z bot B0001: alice opened the glass
                        1794298600.000100 2026-11-10T08:16:40.000100Z bot B0001: alice opened the glass
                        unread: the channel C0001 is read without the metadata of its messages: the token has the scopes channels:history and lacks metadata.message:read; add it to the app, install the app again and give its token
                        """);
        assertThat(slack.asked())
                .hasSize(3)
                .filteredOn(call -> call.contains("metadata"))
                .hasSize(1);
    }

    @Test
    void aPageThatIsMissingLeavesWhatWasReadAndNothingIsWhole() throws Exception {
        slack.paging(1).with(ALERT).saying("{\"has_more\":true}");

        assertThat(read())
                .isEqualTo(
                        """
                        nothing is whole
                        1794298500.000100 2026-11-10T08:15:00.000100Z bot B0001: alice opened the glass
                        unread: the channel C0001 cannot be read: Slack does not lead to its next page; run it again
                        """);
    }

    @Test
    void aPlanThatHidesMessagesIsNamed() throws Exception {
        slack.with(ALERT).saying("{\"is_limited\":true}");

        assertThat(read())
                .startsWith("nothing is whole\n1794298500.000100 ")
                .endsWith(
                        "unread: the channel C0001 has older messages that the workspace's plan hides; read an export, or change the plan\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>proxy</html>", "[]", "\"x\"", "{\"fine\":true}", ""})
    void whateverAnswersAndIsNotSlackIsCalledThat(String body) throws Exception {
        slack.answering(1, 200, "", body);

        assertThat(read())
                .isEqualTo(
                        """
                        nothing is whole
                        unread: the channel C0001 cannot be read: something answers with status 200 that is not Slack; check the endpoint, the proxy and the network
                        """);
    }

    @Test
    void anEndpointThatIsDownIsNamedAfterSomePatience() throws Exception {
        String gone = slack.uri();
        slack.close();

        assertThat(read(gone))
                .startsWith(
                        "nothing is whole\nunread: the channel C0001 cannot be read: no answer (java.net.ConnectException: ")
                .endsWith(", 6 times; check the network, and run it again later\n")
                .hasLineCount(2);
        assertThat(slept).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"xoxb-wrong-and-secret", "xoxb-wrong-and-secret\n", "", "xoxb-ä-secret"})
    void theTokenIsNotShown(String wrong) throws Exception {
        token = wrong;

        assertThat(read())
                .startsWith("nothing is whole\nunread: the channel C0001 cannot be read: ")
                .contains("token")
                .doesNotContain("secret")
                .hasLineCount(2);
    }

    @Test
    void anInterruptionIsHandedOn() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(this::read).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void aChannelWithoutANameIsRefused() {
        channel = " ";

        assertThatThrownBy(this::read)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no channel is named; give its id, such as C0123456789");
    }

    private List<String> kinds() throws Exception {
        return read().lines()
                .skip(1)
                .map(line -> line.split(" ", -1)[2] + " " + line.split("[ :]", -1)[5])
                .toList();
    }

    private String read() throws InterruptedException {
        return read(slack.uri());
    }

    private String read(String endpoint) throws InterruptedException {
        return Told.of(
                channel(endpoint)
                        .read(
                                Instant.parse("2026-11-09T00:00:00Z"),
                                Instant.parse("2026-11-16T00:00:00Z")));
    }

    private SlackChannel channel(String endpoint) {
        return SlackChannel.live(
                new AlertPosts(channel, bot),
                () -> token,
                endpoint,
                Clock.fixed(Instant.parse(now), ZoneOffset.UTC),
                slept::add);
    }
}
