package dev.glasstrail.render.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import dev.glasstrail.report.ActionLog;
import java.io.IOException;
import java.io.StringWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// How single values are written and read.
final class Shapes {

    private Shapes() {}

    /// ISO-8601 in UTC, to the second: `2026-11-09T02:11:00Z`.
    static final class TimeWriter extends JsonSerializer<Instant> {
        @Override
        public void serialize(Instant time, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeString(time.truncatedTo(ChronoUnit.SECONDS).toString());
        }
    }

    static final class TimeReader extends JsonDeserializer<Instant> {
        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context)
                throws IOException {
            String text = in.currentToken() == JsonToken.VALUE_STRING ? in.getText() : "";
            try {
                return Instant.parse(text);
            } catch (DateTimeException e) {
                throw context.weirdStringException(
                        text, Instant.class, "want a time such as 2026-11-09T02:11:00Z");
            }
        }
    }

    /// Takes the actions that the reader has read from their own file.
    static final class ActionLogReader extends JsonDeserializer<ActionLog> {
        @Override
        public ActionLog deserialize(JsonParser in, DeserializationContext context)
                throws IOException {
            return (ActionLog) in.getEmbeddedObject();
        }
    }

    /// Text that is a JSON document becomes that document, without spaces; any other a JSON string.
    static final class DocumentWriter extends JsonSerializer<String> {
        @Override
        public void serialize(String text, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            if (Documents.isDocument(text)) {
                Documents.copy(text, out);
            } else {
                out.writeString(text);
            }
        }
    }

    /// The document at hand as JSON text without spaces.
    static final class DocumentReader extends JsonDeserializer<String> {
        @Override
        public String deserialize(JsonParser in, DeserializationContext context)
                throws IOException {
            StringWriter text = new StringWriter();
            try (JsonGenerator out = Documents.FACTORY.createGenerator(text)) {
                Documents.copyValue(in, out);
            }
            return text.toString();
        }
    }

    private static final class Documents {

        /// Below the nesting at which a reader of the whole line would give up.
        static final JsonFactory FACTORY =
                JsonFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .streamReadConstraints(
                                StreamReadConstraints.builder().maxNestingDepth(500).build())
                        .build();

        static boolean isDocument(String text) throws IOException {
            try (JsonParser in = FACTORY.createParser(text)) {
                if (in.nextToken() == null) {
                    return false;
                }
                in.skipChildren();
                return in.nextToken() == null;
            } catch (JsonProcessingException e) {
                return false;
            }
        }

        static void copy(String text, JsonGenerator out) throws IOException {
            try (JsonParser in = FACTORY.createParser(text)) {
                in.nextToken();
                copyValue(in, out);
            }
        }

        /// Token by token, numbers with the digits they have.
        static void copyValue(JsonParser in, JsonGenerator out) throws IOException {
            int depth = 0;
            do {
                JsonToken token = in.currentToken();
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (token.isNumeric()) {
                    out.writeNumber(in.getText());
                } else {
                    out.copyCurrentEvent(in);
                }
            } while (depth > 0 && in.nextToken() != null);
        }
    }
}
