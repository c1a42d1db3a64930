package dev.glasstrail.alarm.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import dev.glasstrail.aws.AwsFailures;
import dev.glasstrail.aws.Sleeper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import okhttp3.FormBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// Calls conversations.history, again where Slack asks for patience.
///
/// The answer is read as it comes: the client's own classes leave out what they do not know, and
/// the word that tells an alert may stand in a block of a later day.
final class HistoryCalls implements AutoCloseable {

    private static final String METHOD = "conversations.history";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 200;
    private static final int MOST_ATTEMPTS = 6;
    private static final int TOO_MANY = 429;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration UNTOLD_WAIT = Duration.ofSeconds(30);

    private final Slack slack;
    private final String token;
    private final Sleeper sleeper;

    /// @param endpoint `""` for Slack's own
    HistoryCalls(String token, String endpoint, Sleeper sleeper) {
        this.slack = Slack.getInstance(config(endpoint));
        this.token = token;
        this.sleeper = sleeper;
    }

    /// What one page is asked for.
    ///
    /// @param oldest inclusive
    /// @param latest inclusive
    /// @param metadata whether with the metadata of messages
    record Question(String channel, Instant oldest, Instant latest, boolean metadata) {

        Question withoutMetadata() {
            return new Question(channel, oldest, latest, false);
        }
    }

    private sealed interface Attempt {

        record Answered(JsonNode answer) implements Attempt {}

        /// @param pause null where Slack does not say how long
        record Again(String found, @Nullable Duration pause) implements Attempt {}
    }

    /// @param cursor of the page; `""` for the first
    /// @throws UnreadException if Slack refuses, or is not reached
    JsonNode page(Question question, String cursor) throws UnreadException, InterruptedException {
        for (int attempts = 1; ; attempts++) {
            switch (attempt(question, cursor)) {
                case Attempt.Answered(JsonNode answer) -> {
                    return answer;
                }
                case Attempt.Again(String found, @Nullable Duration pause) -> {
                    if (attempts == MOST_ATTEMPTS) {
                        throw new UnreadException(
                                "%s, %s times; check the network, and run it again later"
                                        .formatted(found, attempts));
                    }
                    sleeper.sleep(pause == null ? Duration.ofSeconds(1L << attempts) : pause);
                }
            }
        }
    }

    private Attempt attempt(Question question, String cursor)
            throws UnreadException, InterruptedException {
        try (Response response = post(question, cursor)) {
            if (response.code() == TOO_MANY) {
                return new Attempt.Again("Slack holds back further calls", retryAfter(response));
            }
            if (response.code() >= 500) {
                return new Attempt.Again("Slack answers with status " + response.code(), null);
            }
            JsonNode answer = read(response.code(), response.body().string());
            if (answer.path("ok").asBoolean()) {
                return new Attempt.Answered(answer);
            }
            Refusal refusal = Refusal.of(answer);
            if (!refusal.isPassing()) {
                throw refusal.of(question.channel());
            }
            return new Attempt.Again("Slack answers " + refusal.code(), null);
        } catch (IOException failure) {
            if (Thread.interrupted()) {
                throw new InterruptedException("given up while Slack was asked");
            }
            return new Attempt.Again(
                    "no answer (%s)".formatted(AwsFailures.shown(failure.toString())), null);
        }
    }

    @Override
    public void close() {
        try {
            slack.close();
        } catch (Exception failure) {
            throw new IllegalStateException("Slack's client could not be closed", failure);
        }
    }

    private Response post(Question question, String cursor) throws IOException, UnreadException {
        FormBody.Builder form =
                new FormBody.Builder()
                        .add("channel", question.channel())
                        .add("oldest", SlackTime.text(question.oldest()))
                        .add("latest", SlackTime.text(question.latest()))
                        .add("inclusive", "1")
                        .add("limit", String.valueOf(PAGE));
        if (question.metadata()) {
            form.add("include_all_metadata", "1");
        }
        if (!cursor.isEmpty()) {
            form.add("cursor", cursor);
        }
        try {
            return slack.methods().runPostFormWithToken(form, METHOD, token);
        } catch (IllegalArgumentException _) {
            // Its message may repeat the token.
            throw new UnreadException(
                    "the token has characters that no token has; give it without spaces and line ends");
        }
    }

    private static Duration retryAfter(Response response) throws UnreadException {
        String told = String.valueOf(response.header("Retry-After"));
        Duration wait =
                told.matches("[0-9]{1,9}") ? Duration.ofSeconds(Long.parseLong(told)) : UNTOLD_WAIT;
        if (wait.compareTo(LONGEST_WAIT) > 0) {
            throw new UnreadException(
                    "Slack holds back further calls for %s seconds; run it again after that"
                            .formatted(wait.toSeconds()));
        }
        return wait;
    }

    private static JsonNode read(int status, String body) throws UnreadException {
        try {
            JsonNode answer = JSON.readTree(body);
            if (answer.isObject() && answer.has("ok")) {
                return answer;
            }
        } catch (JsonProcessingException _) {
            // Said below: whatever answers is not Slack.
        }
        throw new UnreadException(
                "something answers with status %s that is not Slack; check the endpoint, the proxy and the network"
                        .formatted(status));
    }

    private static SlackConfig config(String endpoint) {
        SlackConfig config = new SlackConfig();
        // Else each token is looked up by a call of its own.
        config.setStatsEnabled(false);
        config.setHttpClientCallTimeoutMillis(60_000);
        if (!endpoint.isEmpty()) {
            config.setMethodsEndpointUrlPrefix(endpoint.endsWith("/") ? endpoint : endpoint + "/");
        }
        return config;
    }
}
