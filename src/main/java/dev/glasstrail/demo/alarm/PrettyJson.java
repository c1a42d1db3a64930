package dev.glasstrail.demo.alarm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;

/// JSON for people, with the same line ends on every machine.
final class PrettyJson {

    private static final ObjectWriter WRITER =
            new JsonMapper()
                    .writer(
                            new DefaultPrettyPrinter()
                                    .withObjectIndenter(new DefaultIndenter("    ", "\n")));

    private PrettyJson() {}

    static byte[] of(JsonNode content) {
        try {
            return (WRITER.writeValueAsString(content) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("nodes that were made here can be written", e);
        }
    }
}
