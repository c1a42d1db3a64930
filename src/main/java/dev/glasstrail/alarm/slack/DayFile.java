package dev.glasstrail.alarm.slack;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.glasstrail.alarm.ChannelMessage;
import dev.glasstrail.aws.AwsFailures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// One day of a channel in an export: a list of messages, read one after the other.
final class DayFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private DayFile() {}

    /// Hands on each message.
    ///
    /// @param bot whose posts count; `""` for every bot's
    /// @throws IOException if it is no whole list of messages; those before the damage were handed
    ///   on
    static void read(Path file, String bot, Consumer<ChannelMessage> sink) throws IOException {
        try (JsonParser parser = JSON.createParser(file.toFile())) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new IOException("it is no list");
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                JsonNode message = JSON.readTree(parser);
                Optional<ChannelMessage> read =
                        message == null ? Optional.empty() : SlackMessage.read(message, bot);
                sink.accept(
                        read.orElseThrow(() -> new IOException("it has a message without a time")));
            }
            if (parser.nextToken() != null) {
                throw new IOException("it goes on after the list");
            }
        }
    }

    /// Why a file could not be read, without what stands in it.
    static String reason(IOException failure) {
        if (failure instanceof JsonProcessingException broken) {
            return broken.getLocation() == null
                    ? "it is no JSON"
                    : "it is no JSON from line %s on".formatted(broken.getLocation().getLineNr());
        }
        return AwsFailures.shown(String.valueOf(failure.getMessage()));
    }
}
