package dev.glasstrail.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Checks templates against what AWS publishes of its resource types, as far as `config/aws` uses
/// them. It needs no network.
final class ResourceTypes {

    private static final Pattern REFERENCE = Pattern.compile("([A-Za-z0-9]+)(?:[.]([A-Za-z.]+))?");

    private final JsonNode types;
    private final List<String> complaints = new ArrayList<>();
    private Map<String, String> resources = Map.of();

    private ResourceTypes(JsonNode types) {
        this.types = types;
    }

    static ResourceTypes bundled() {
        try (InputStream in = ResourceTypes.class.getResourceAsStream("resource-types.json")) {
            return new ResourceTypes(
                    new ObjectMapper().readTree(Objects.requireNonNull(in)).path("types"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What AWS would refuse, in the order of the template.
    List<String> complaints(Template template) {
        complaints.clear();
        resources = template.types();
        resources.forEach((id, type) -> {
            if (types.has(type)) {
                object(id, types.path(type), template.properties(id));
            } else {
                complaints.add("%s: %s is not in resource-types.json".formatted(id, type));
            }
        });
        return List.copyOf(complaints);
    }

    private void object(String where, JsonNode schema, JsonNode value) {
        for (JsonNode required : schema.path("required")) {
            if (!value.has(required.asText())) {
                complaints.add(where + " lacks " + required.asText());
            }
        }
        value.properties()
                .forEach(member -> {
                    String inner = where + "." + member.getKey();
                    JsonNode property = schema.path("properties").path(member.getKey());
                    if (property.isMissingNode()) {
                        complaints.add(inner + " is no property");
                    } else {
                        any(inner, property, member.getValue());
                    }
                });
    }

    private void any(String where, JsonNode schema, JsonNode value) {
        switch (schema.path("type").asText()) {
            case "object" -> {
                if (!schema.has("properties")) {
                    complaints.add(where + " is not described in resource-types.json");
                } else if (value.isObject()) {
                    object(where, schema, value);
                } else {
                    complaints.add(where + " is no object: " + value);
                }
            }
            case "array" -> {
                if (!value.isArray() && !isReference(value)) {
                    complaints.add(where + " is no list: " + value);
                }
                for (int at = 0; at < value.size(); at++) {
                    any(where + "[" + at + "]", schema.path("items"), value.get(at));
                }
            }
            case "json" -> {}
            default -> scalar(where, schema, value);
        }
    }

    private void scalar(String where, JsonNode schema, JsonNode value) {
        if (value.isContainerNode()) {
            complaints.add("%s is no %s: %s".formatted(where, schema.path("type").asText(), value));
            return;
        }
        String text = value.asText();
        if (isReference(value)) {
            attribute(where, text);
            return;
        }
        boolean isInteger = schema.path("type").asText().equals("integer");
        if (isInteger && !text.matches("-?[0-9]+")) {
            complaints.add(where + " is no integer: " + value);
        } else if (isInteger && new BigInteger(text).longValueExact() < lowest(schema)) {
            complaints.add(where + " is below " + lowest(schema) + ": " + value);
        }
        if (schema.has("enum") && !choices(schema).contains(text)) {
            complaints.add("%s is none of %s: %s".formatted(where, choices(schema), value));
        }
        if (schema.has("pattern")
                && !Pattern.compile(schema.path("pattern").asText()).matcher(text).find()) {
            complaints.add(
                    "%s does not fit %s: %s".formatted(where, schema.path("pattern"), value));
        }
        if (text.length() < schema.path("minLength").asInt(0)
                || text.length() > schema.path("maxLength").asInt(Integer.MAX_VALUE)) {
            complaints.add("%s has %d characters".formatted(where, text.length()));
        }
    }

    private static long lowest(JsonNode schema) {
        return schema.path("minimum").asLong(Long.MIN_VALUE);
    }

    private static List<String> choices(JsonNode schema) {
        List<String> choices = new ArrayList<>();
        schema.path("enum").forEach(one -> choices.add(one.asText()));
        return choices;
    }

    /// Whether it stands for a resource of the template, or for an attribute of one.
    private boolean isReference(JsonNode value) {
        Matcher matcher = REFERENCE.matcher(value.asText());
        return value.isTextual() && matcher.matches() && resources.containsKey(matcher.group(1));
    }

    private void attribute(String where, String reference) {
        int dot = reference.indexOf('.');
        if (dot < 0) {
            return;
        }
        String attribute = reference.substring(dot + 1);
        String type = Objects.requireNonNull(resources.get(reference.substring(0, dot)));
        for (JsonNode known : types.path(type).path("attributes")) {
            if (known.asText().equals(attribute)) {
                return;
            }
        }
        complaints.add("%s: %s has no attribute %s".formatted(where, type, attribute));
    }
}
