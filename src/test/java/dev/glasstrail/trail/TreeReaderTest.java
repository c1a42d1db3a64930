package dev.glasstrail.trail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TreeReaderTest {

    @ParameterizedTest
    @CsvSource({
        "1000,1000",
        "-9007199254740993,-9007199254740993",
        "123456789012345678901234567890,123456789012345678901234567890",
        "0.10,0.10",
        "1e999999999,1e999999999",
        "1E-99999999999,1E-99999999999",
        "true,true",
    })
    void aValueKeepsItsSpelling(String json, String text) throws Exception {
        assertThat(read(json, 1000).path("x").asText()).isEqualTo(text);
    }

    @Test
    void aNumberOfUnreasonableSizeIsText() throws Exception {
        assertThat(read("1e999999999", 1000).path("x").isTextual()).isTrue();
        assertThat(read("1e300", 1000).path("x").isNumber()).isTrue();
    }

    @Test
    void aTreeIsWhatTheJsonSays() throws Exception {
        String json = "{\"a\":[1,null,{\"b\":\"ä\"},[],{}],\"c\":false}";

        assertThat(read(json, 1000)).hasToString("{\"x\":" + json + "}");
    }

    @Test
    void beyondTheLimitNothingMoreIsKept() throws Exception {
        assertThat(read("[\"aaaaaaaaaa\",\"bbbbbbbbbb\",\"c\"]", 40))
                .hasToString("{\"x\":[\"aaaaaaaaaa\",null,null]}");
    }

    private static ObjectNode read(String json, int characters) throws Exception {
        ObjectNode parent = JsonNodeFactory.instance.objectNode();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            parser.nextToken();
            new TreeReader(parser, characters).readInto(parent, "x");
            assertThat(parser.nextToken()).isNull();
        }
        return parent;
    }
}
