package dev.glasstrail.alarm.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.glasstrail.alarm.AlertChannel;
import dev.glasstrail.alarm.ChannelMessage;
import dev.glasstrail.alarm.ChannelReading;
import dev.glasstrail.alarm.Unread;
import dev.glasstrail.aws.Sleeper;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A channel as Slack tells it, page by page from its latest message on.
final class History implements AlertChannel {

    private final AlertPosts posts;
    private final Supplier<String> token;
    private final String endpoint;
    private final Clock clock;
    private final Sleeper sleeper;

    /// @param endpoint `""` for Slack's own
    History(
            AlertPosts posts,
            Supplier<String> token,
            String endpoint,
            Clock clock,
            Sleeper sleeper) {
        this.posts = posts;
        this.token = token;
        this.endpoint = endpoint;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    @Override
    public ChannelReading read(Instant from, Instant to) throws InterruptedException {
        Instant now = clock.instant();
        Pass pass = new Pass(from, to);
        try (HistoryCalls calls = new HistoryCalls(token.get(), endpoint, sleeper)) {
            pass.read(calls);
        } catch (UnreadException failure) {
            pass.miss("cannot be read: " + failure.reason());
        }
        return pass.reading(to.isBefore(now) ? to : now);
    }

    /// One time through the channel.
    private final class Pass {

        private final Instant from;
        private final Instant to;
        private final List<ChannelMessage> messages = new ArrayList<>();
        private final List<Unread> unread = new ArrayList<>();
        private HistoryCalls.Question question;

        Pass(Instant from, Instant to) {
            this.from = from;
            this.to = to;
            this.question = new HistoryCalls.Question(posts.channel(), from, to, true);
        }

        void read(HistoryCalls calls) throws UnreadException, InterruptedException {
            String cursor = "";
            do {
                JsonNode page = page(calls, cursor);
                take(page);
                cursor = next(page, cursor);
            } while (!cursor.isEmpty());
        }

        private JsonNode page(HistoryCalls calls, String cursor)
                throws UnreadException, InterruptedException {
            try {
                return calls.page(question, cursor);
            } catch (UnreadException failure) {
                if (!question.metadata() || !failure.isOfMetadata()) {
                    throw failure;
                }
                miss("is read without the metadata of its messages: " + failure.reason());
                question = question.withoutMetadata();
                return calls.page(question, cursor);
            }
        }

        private void take(JsonNode page) {
            for (JsonNode message : page.path("messages")) {
                Optional<ChannelMessage> read = SlackMessage.read(message, posts.bot());
                if (read.isEmpty()) {
                    miss("has a message without a time; look at it in Slack");
                }
                read.filter(one -> !one.at().isBefore(from) && one.at().isBefore(to))
                        .ifPresent(messages::add);
            }
            if (page.path("is_limited").asBoolean()) {
                miss(
                        "has older messages that the workspace's plan hides; read an export, or change the plan");
            }
        }

        private String next(JsonNode page, String cursor) throws UnreadException {
            String next = page.path("response_metadata").path("next_cursor").asText("");
            if (next.isEmpty() ? page.path("has_more").asBoolean() : next.equals(cursor)) {
                throw new UnreadException("Slack does not lead to its next page; run it again");
            }
            return next;
        }

        void miss(String text) {
            unread.add(
                    Unread.of(
                            Unread.NOWHERE, "the channel %s %s".formatted(posts.channel(), text)));
        }

        /// @param end of what could be known, exclusive
        ChannelReading reading(Instant end) {
            ChannelReading.@Nullable Span span =
                    unread.isEmpty() && from.isBefore(end)
                            ? new ChannelReading.Span(from, end)
                            : null;
            return new ChannelReading(span, messages, unread);
        }
    }
}
