package dev.glasstrail.trail.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.glasstrail.trail.RecordParser;
import dev.glasstrail.trail.TreeReader;
import dev.glasstrail.trail.files.Candidate.Form;
import java.io.IOException;
import java.util.Set;

/// Cuts JSON into candidates, holding one of them at a time: objects under `Records`, in an array,
/// one after another, one to a line, or inside EventBridge's envelope.
final class RecordScanner {

    private static final Set<String> DIGEST_MEMBERS = Set.of("digestEndTime", "digestS3Object");
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                    // Names come from hostile files: none may stay in the machine's own table, and
                    // a flood of equal hashes is slow, not fatal.
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
                    .build();

    /// Hears what the JSON holds.
    interface Handler {

        void candidate(Candidate candidate);

        /// A digest of CloudTrail's integrity validation.
        void digest();

        /// An array called `Records`, before what stands in it.
        void envelope();

        /// Something that stands where a candidate could, and is no object.
        ///
        /// @param position counting from 1 through the file, with the candidates
        void stray(int position, Form form, String clause);

        /// The file as a whole breaks a rule.
        void broken(String clause);

        /// One line of a file of lines breaks off or is no JSON.
        void brokenLine(int position, String clause);
    }

    private final Content content;
    private final int recordCharacters;
    private final Handler handler;
    private int position;

    RecordScanner(Content content, int recordCharacters, Handler handler) {
        this.content = content;
        this.recordCharacters = recordCharacters;
        this.handler = handler;
    }

    /// Reads to the end.
    ///
    /// @throws IOException if the bytes could not be read, or not whole; broken JSON is told to the
    ///   handler instead
    void scan() throws IOException {
        if (!content.isLines()) {
            try {
                documents();
            } catch (JsonProcessingException failure) {
                handler.broken(words(failure) + " after record " + position);
            }
            return;
        }
        content.readByLine();
        do {
            int before = position;
            try {
                documents();
            } catch (JsonProcessingException failure) {
                position = Math.max(position, before + 1);
                handler.brokenLine(position, words(failure));
            }
        } while (content.nextLine());
    }

    private static String words(JsonProcessingException failure) {
        return failure instanceof JsonEOFException
                ? "breaks off in the middle of its JSON"
                : "is broken JSON (" + Reason.plain(failure.getOriginalMessage()) + ")";
    }

    private void documents() throws IOException {
        try (JsonParser parser = JSON.createParser(content)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.START_ARRAY) {
                    elements(parser, Form.BARE);
                } else {
                    element(parser, Form.BARE);
                }
            }
        }
    }

    private void elements(JsonParser parser, Form form) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            element(parser, form);
        }
    }

    private void element(JsonParser parser, Form form) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            object(parser, form);
            return;
        }
        position++;
        handler.stray(position, form, "is " + kind(parser.currentToken()) + ", not a record");
        parser.skipChildren();
    }

    private void object(JsonParser parser, Form form) throws IOException {
        OneObject object = new OneObject(parser, form);
        object.readMembers();
        if (object.envelopes > 1) {
            handler.broken(
                    "has " + object.envelopes + " members called Records, all of which were read");
        }
        if (object.envelopes > 0) {
            return;
        }
        position++;
        if (object.isDigest) {
            handler.digest();
        } else {
            handler.candidate(object.candidate());
        }
    }

    private void records(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            handler.envelope();
            elements(parser, Form.RECORDS);
            return;
        }
        handler.broken("has " + kind(parser.currentToken()) + " as Records, not an array");
        parser.skipChildren();
    }

    /// What is known of an object, whose members come in any order.
    private final class OneObject {

        private final JsonParser parser;
        private final Form form;
        private final TreeReader trees;
        private final ObjectNode members = JsonNodeFactory.instance.objectNode();
        private final ObjectNode detail = JsonNodeFactory.instance.objectNode();
        private boolean isEvent;
        private boolean viaCloudTrail;
        private boolean isDigest;
        private int envelopes;

        OneObject(JsonParser parser, Form form) {
            this.parser = parser;
            this.form = form;
            this.trees = new TreeReader(parser, recordCharacters);
        }

        void readMembers() throws IOException {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                member(name);
            }
        }

        Candidate candidate() {
            boolean isInDetail = isEvent && !members.has("eventName");
            Form event = viaCloudTrail ? Form.EVENT_VIA_CLOUDTRAIL : Form.EVENT_OF_ANOTHER_KIND;
            return new Candidate(
                    position,
                    isInDetail ? event : form,
                    isInDetail ? detail : members,
                    trees.repeated(),
                    trees.isTooLarge());
        }

        private void member(String name) throws IOException {
            JsonToken value = parser.currentToken();
            if (RecordParser.MEMBERS.contains(name)) {
                trees.readInto(members, name);
            } else if (name.equals("Records") && form == Form.BARE) {
                envelopes++;
                records(parser);
            } else if (name.equals("detail") && value == JsonToken.START_OBJECT) {
                isEvent = true;
                readDetail();
            } else if (name.equals("detail-type") && value == JsonToken.VALUE_STRING) {
                isEvent = true;
                viaCloudTrail = parser.getText().endsWith("via CloudTrail");
            } else {
                isDigest |= DIGEST_MEMBERS.contains(name);
                parser.skipChildren();
            }
        }

        private void readDetail() throws IOException {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (RecordParser.MEMBERS.contains(name)) {
                    trees.readInto(detail, name);
                } else {
                    parser.skipChildren();
                }
            }
        }
    }

    private static String kind(JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            case START_OBJECT, END_OBJECT, FIELD_NAME -> "an object";
            case START_ARRAY, END_ARRAY -> "an array";
            case VALUE_NULL, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> "null";
        };
    }
}
