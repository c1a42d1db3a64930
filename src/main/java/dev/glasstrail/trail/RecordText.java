package dev.glasstrail.trail;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// Reads JSON that a source hands on as text: a whole record, or one member of it. The same limits
/// and the same exactness hold as for a record in a file.
public final class RecordText {

    /// Most characters of names and values in one record; CloudTrail's own limit is 256 KB.
    public static final int MOST_CHARACTERS = 2 << 20;

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    // As for files: names come from hostile records.
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
                    .build();

    private RecordText() {}

    /// Reads a whole record. Never throws, whatever the text.
    public static ParsedRecord record(String json) {
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return new ParsedRecord.Unrecognised("is no JSON object");
            }
            TreeReader trees = new TreeReader(parser, MOST_CHARACTERS);
            ParsedRecord parsed = RecordParser.parse(members(parser, trees));
            if (trees.isTooLarge()) {
                return new ParsedRecord.Damaged("is larger than the limit for one record");
            }
            return doubtful(parsed, trees.repeated());
        } catch (JsonProcessingException broken) {
            return new ParsedRecord.Damaged("is broken JSON");
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading a text in memory", impossible);
        }
    }

    /// Reads one member.
    ///
    /// @throws JsonProcessingException if the text is not one JSON value, or larger than the limit
    public static JsonNode member(String json) throws JsonProcessingException {
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() == null) {
                throw new JsonParseException(parser, "is empty");
            }
            TreeReader trees = new TreeReader(parser, MOST_CHARACTERS);
            JsonNode value = trees.value();
            if (trees.isTooLarge()) {
                throw new JsonParseException(parser, "is larger than the limit for one record");
            }
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "goes on behind its value");
            }
            return value;
        } catch (JsonProcessingException broken) {
            throw broken;
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading a text in memory", impossible);
        }
    }

    private static ObjectNode members(JsonParser parser, TreeReader trees) throws IOException {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (RecordParser.MEMBERS.contains(name)) {
                trees.readInto(members, name);
            } else {
                parser.skipChildren();
            }
        }
        return members;
    }

    private static ParsedRecord doubtful(ParsedRecord parsed, List<String> repeated) {
        return parsed instanceof ParsedRecord.Recognised(TrailEvent event) && !repeated.isEmpty()
                ? new ParsedRecord.Doubtful(
                        event,
                        "has a member twice (" + repeated.size() + " of them); the last was read")
                : parsed;
    }
}
