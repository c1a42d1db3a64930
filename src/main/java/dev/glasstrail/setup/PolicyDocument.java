package dev.glasstrail.setup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// A policy as IAM reads it.
///
/// @param statements in the order in which a person would ask for them
record PolicyDocument(List<Statement> statements) {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    PolicyDocument {
        statements = List.copyOf(statements);
    }

    /// Indented by two spaces, plain ASCII, ending in a line end.
    String json() {
        ObjectNode policy = MAPPER.createObjectNode();
        policy.put("Version", "2012-10-17");
        for (Statement statement : statements) {
            policy.withArray("/Statement").add(node(statement));
        }
        try {
            return MAPPER.writer(pages()).writeValueAsString(policy) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a policy cannot be written", e);
        }
    }

    private static ObjectNode node(Statement statement) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("Sid", statement.sid());
        node.put("Effect", "Allow");
        put(node, "Action", statement.actions());
        put(node, "Resource", statement.resources());
        if (!statement.prefixes().isEmpty()) {
            put(
                    node.putObject("Condition").putObject("StringLike"),
                    "s3:prefix",
                    statement.prefixes());
        }
        return node;
    }

    /// One value stands by itself, as people write it.
    private static void put(ObjectNode node, String name, List<String> values) {
        if (values.size() == 1) {
            node.put(name, values.getFirst());
        } else {
            values.forEach(node.putArray(name)::add);
        }
    }

    private static DefaultPrettyPrinter pages() {
        DefaultIndenter indent = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter(
                        Separators.createDefaultInstance()
                                .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(indent)
                .withArrayIndenter(indent);
    }
}
