package dev.glasstrail.render.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.glasstrail.report.ActionRow;
import dev.glasstrail.report.AuditReport;
import dev.glasstrail.report.SampleReports;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Holds the schemas to the records and the output to the schemas.
class ReportSchemaTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    @TempDir private Path folder;

    @Test
    void aReportIsAsItsSchemaSays() throws Exception {
        for (AuditReport report : List.of(SampleReport.plain(), SampleReports.week())) {
            Path place = Files.createTempDirectory(folder, "report");
            new JsonReport().render(report, place);

            JsonNode document = MAPPER.readTree(Files.readString(place.resolve("report.json")));
            assertThat(complaints("report.schema.json", document)).isEmpty();
            for (String line : Files.readAllLines(place.resolve("actions.jsonl"))) {
                assertThat(complaints("actions.schema.json", MAPPER.readTree(line))).isEmpty();
            }
        }
    }

    /// One thing wrong at a time; `drop` takes the member away.
    @ParameterizedTest
    @CsvSource({
        "/, extra, 1",
        "/, window, drop",
        "/, schema, '\"glasstrail/report/2\"'",
        "/window, revision, 0",
        "/window, from, '\"2026-11-09T00:00:00.5Z\"'",
        "/window, from, '\"2026-13-09T00:00:00Z\"'",
        "/window, label, '\"last week\"'",
        "/sessions/0, id, '\"xyz\"'",
        "/sessions/0, mfa, '\"maybe\"'",
        "/sessions/0, account, null",
        "/sessions/0, services, '{\"s3\":\"2\"}'",
        "/sessions/0, openings, '[1]'",
        "/totals, findings, '{\"high\":1}'",
        "/findings/0, severity, '\"HIGH\"'",
        "/alarm/rules/0, comparison, '\"same\"'",
        "/uses/0, actions, 1.5"
    })
    void aReportThatIsOtherwiseIsRefusedByTheSchema(String parent, String member, String value)
            throws Exception {
        new JsonReport().render(SampleReport.plain(), folder);
        JsonNode report = read("report.json");
        ObjectNode object = (ObjectNode) (parent.equals("/") ? report : report.at(parent));
        if (value.equals("drop")) {
            object.remove(member);
        } else {
            object.set(member, MAPPER.readTree(value));
        }

        assertThat(complaints("report.schema.json", report)).isNotEmpty();
    }

    @Test
    void everyComponentIsInTheSchemaAndNothingElse() throws Exception {
        JsonNode report = schema("report.schema.json");
        Map<Class<?>, JsonNode> found = new LinkedHashMap<>();
        compare(AuditReport.class, report, report, found);
        JsonNode actions = schema("actions.schema.json");
        compare(ActionRow.class, actions, actions, found);

        assertThat(found.values().stream().map(JsonNode::asText)).doesNotContainNull();
        assertThat(report.path("$defs").properties())
                .as("definitions that no record uses")
                .hasSize(found.size() - 2);
    }

    private static void compare(
            Class<?> type, JsonNode schema, JsonNode root, Map<Class<?>, JsonNode> found) {
        if (found.put(type, schema) != null) {
            return;
        }
        List<RecordComponent> components =
                new ArrayList<>(Arrays.asList(type.getRecordComponents()));
        components.removeIf(c -> type == AuditReport.class && c.getName().equals("actions"));
        List<String> names = components.stream().map(RecordComponent::getName).toList();
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        List<String> described = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(described::add);

        assertThat(described).as("properties of %s", type.getSimpleName()).isEqualTo(names);
        assertThat(required).as("required of %s", type.getSimpleName()).isEqualTo(names);
        assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
        for (RecordComponent component : components) {
            JsonNode property = schema.path("properties").path(component.getName());
            String where = type.getSimpleName() + "." + component.getName();
            assertThat(property.path("description").asText()).as(where).isNotBlank();
            assertThat(mayBeNull(property))
                    .as("null allowed for %s", where)
                    .isEqualTo(component.getAnnotatedType().isAnnotationPresent(Nullable.class));
            for (Class<?> inner : records(component.getGenericType())) {
                compare(inner, definition(property, root), root, found);
            }
        }
    }

    private static boolean mayBeNull(JsonNode property) {
        return property.toString().contains("\"null\"");
    }

    private static JsonNode definition(JsonNode property, JsonNode root) {
        JsonNode ref = property.findValue("$ref");
        assertThat(ref).as("reference in %s", property).isNotNull();
        JsonNode definition = root.at(ref.asText().substring(1));
        assertThat(definition.isObject()).as(ref.asText()).isTrue();
        return definition;
    }

    private static List<Class<?>> records(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Arrays.stream(generic.getActualTypeArguments())
                    .<Class<?>>flatMap(argument -> records(argument).stream())
                    .toList();
        }
        return type instanceof Class<?> c && c.isRecord() && c != Instant.class
                ? List.of(c)
                : List.of();
    }

    private JsonNode read(String name) throws IOException {
        return MAPPER.readTree(Files.readString(folder.resolve(name)));
    }

    private static Iterable<ValidationMessage> complaints(String schema, JsonNode document)
            throws IOException {
        JsonSchema validator =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(
                                schema(schema),
                                SchemaValidatorsConfig.builder()
                                        .formatAssertionsEnabled(true)
                                        .build());
        return validator.validate(document);
    }

    private static JsonNode schema(String name) throws IOException {
        try (InputStream in = JsonReport.class.getResourceAsStream(name)) {
            return MAPPER.readTree(in);
        }
    }
}
