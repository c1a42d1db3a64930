package dev.glasstrail.alarm.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.glasstrail.alarm.ChannelMessage;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/// A message as Slack writes it, live and in its export alike.
final class SlackMessage {

    /// Kinds that are posted. The others tell what somebody did to the channel, and may name a bot
    /// that did nothing, such as `bot_add`.
    private static final Set<String> POSTED =
            Set.of("", "bot_message", "file_share", "me_message", "thread_broadcast");

    /// Fields that hold no words.
    private static final Set<String> WORDLESS =
            Set.of(
                    "type",
                    "style",
                    "color",
                    "block_id",
                    "action_id",
                    "callback_id",
                    "mrkdwn_in",
                    "bot_id",
                    "app_id",
                    "ts");

    private SlackMessage() {}

    /// The message; empty if it is none that has a time.
    ///
    /// @param bot whose posts count; `""` for every bot's
    static Optional<ChannelMessage> read(JsonNode message, String bot) {
        String ts = message.path("ts").asText("");
        return SlackTime.of(ts)
                .map(at ->
                        new ChannelMessage(
                                ts, at, author(message), isBot(message, bot), text(message)));
    }

    private static String author(JsonNode message) {
        for (String field : new String[] {"bot_id", "user", "username"}) {
            String author = message.path(field).asText("");
            if (!author.isEmpty()) {
                return author;
            }
        }
        return "";
    }

    private static boolean isBot(JsonNode message, String bot) {
        String id = message.path("bot_id").asText("");
        return !id.isEmpty()
                && POSTED.contains(message.path("subtype").asText(""))
                && (bot.isEmpty() || bot.equals(id) || bot.equals(message.path("user").asText("")));
    }

    /// Each text once, in the order of the message.
    private static String text(JsonNode message) {
        SequencedSet<String> texts = new LinkedHashSet<>();
        for (String field : new String[] {"text", "blocks", "attachments", "metadata"}) {
            collect(message.path(field), texts);
        }
        return String.join("\n", texts);
    }

    private static void collect(JsonNode node, SequencedSet<String> texts) {
        if (node.isTextual() && !node.textValue().isEmpty()) {
            texts.add(node.textValue());
        } else if (node.isArray()) {
            node.forEach(element -> collect(element, texts));
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                if (!WORDLESS.contains(field.getKey())) {
                    collect(field.getValue(), texts);
                }
            }
        }
    }
}
