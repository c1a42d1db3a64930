package dev.glasstrail.settings;

import static com.networknt.schema.SpecVersion.VersionFlag.V202012;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The record tree, the reader, the schema and the example name the same keys and allow the same
/// values.
final class SettingsAgreementTest {

    private static final YAMLMapper YAML = new YAMLMapper();

    /// Records that hold together what stands on one level of the file.
    private static final Set<Class<?>> GROUPED =
            Set.of(
                    FilesSettings.class,
                    SourceSettings.Partitions.class,
                    AthenaSettings.Budget.class,
                    TrinoSettings.Table.class,
                    AlarmSettings.Limits.class);

    @Test
    void theReaderReadsEveryComponentOfTheRecordTreeInItsOrder() {
        assertThat(SettingsFile.keys()).containsExactlyElementsOf(components(Settings.class, ""));
    }

    @Test
    void theSchemaHasEveryKeyInTheOrderOfTheTreeWithADescription() throws IOException {
        assertThat(properties(schemaText(), "")).containsExactlyElementsOf(SettingsFile.keys());
    }

    @Test
    void theExampleHasEveryKeyInTheOrderOfTheTree() throws IOException {
        assertThat(keys(YAML.readTree(ExampleFile.whole()), ""))
                .containsExactlyElementsOf(SettingsFile.keys());
    }

    /// Somebody who copies it and fills in the bucket is not sent to a proxy, a profile or a role
    /// that is not theirs.
    @Test
    void theExampleSetsNothingThatBelongsToOneCompany() throws Exception {
        Settings example = Yaml.settings(example());

        assertThat(example.aws())
                .isEqualTo(
                        new AwsSettings("eu-central-1", "", "", "", AwsSettings.Endpoints.OF_AWS));
        assertThat(example.source().trino().url()).isEmpty();
        assertThat(example.people().file()).isNull();
    }

    @Test
    void theExampleIsReadWithoutAProblemAndFitsTheSchema() throws Exception {
        for (String example : List.of(example(), ExampleFile.whole())) {
            assertThat(Yaml.settings(example).glass().watchesNothing()).isFalse();
            assertThat(breaches(example)).isEmpty();
        }
    }

    @Test
    void theExampleShowsTheDefaultOfEveryKeyThatHasOne() throws Exception {
        Settings example = Yaml.settings(example());

        assertThat(example.window()).isEqualTo(Settings.DEFAULTS.window());
        assertThat(example.report()).isEqualTo(Settings.DEFAULTS.report());
        assertThat(example.source().kind()).isEqualTo(Settings.DEFAULTS.source().kind());
        assertThat(example.source().files().threads())
                .isEqualTo(Settings.DEFAULTS.source().files().threads());
        assertThat(example.source().files().maxInflatedBytesPerFile())
                .isEqualTo(Settings.DEFAULTS.source().files().maxInflatedBytesPerFile());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "glas: {}",
                "glass: {role: [a]}",
                "glass: {roles: a}",
                "glass: {roles: [' ']}",
                "glass: {root: 1}",
                "glass: {accounts: ['1111']}",
                "source: {kind: oracle}",
                "source: {threads: 0}",
                "source: {threads: many}",
                "source: {max-inflated-bytes-per-file: 1GB}",
                "source: {bucket: my-bucket}",
                "source: {accounts: ['1111']}",
                "source: {regions: [Frankfurt]}",
                "source: {athena: {table: 'a\"b'}}",
                "source: {athena: {output: /tmp}}",
                "source: {athena: {deadline: 5}}",
                "source: {athena: {over-budget: ignore}}",
                "source: {trino: {url: 'http://trino'}}",
                "source: {trino: {catalog: 'a.b'}}",
                "source: {lookup: {max-lookups: 0}}",
                "aws: {region: Frankfurt}",
                "aws: {role: admin}",
                "aws: {reader: 'arn:aws:iam::111122223333:role/reader'}",
                "aws: {external-id: 'a b'}",
                "aws: {endpoints: {s3: localhost}}",
                "aws: {endpoints: {events: localhost}}",
                "aws: {endpoints: {monitoring: localhost}}",
                "aws: {endpoints: {glue: 'https://glue'}}",
                "alarm: {kind: slack}",
                "alarm: {rules: []}",
                "alarm: {rules: [' ']}",
                "alarm: {accounts: ['1111']}",
                "alarm: {regions: [Frankfurt]}",
                "alarm: {late-after: soon}",
                "alarm: {channel: {endpoint: slack}}",
                "alarm: {channel: {webhook: 'https://hooks.example.com'}}",
                "alarm: {drill: {last: yesterday}}",
                "alarm: {drill: {proven-within: 3}}",
                "window: {settle: PT2H}",
                "report: {job: A B}",
                "report: {formats: []}",
                "report: {formats: [docx]}",
                "[glass]",
            })
    void whatTheSchemaRefusesTheReaderRefusesToo(String yaml) throws IOException {
        assertThat(breaches(yaml)).isNotEmpty();
        assertThat(Yaml.problems(yaml)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "glass:",
                "glass: {roles: [a, b], users: [], root: false, accounts: [111122223333]}",
                "source: {logs: a b, threads: 64, max-inflated-bytes-per-file: 1000}",
                "source: {max-inflated-bytes-per-file: 2 GiB}",
                "source: {bucket: 's3://your-trail-bucket/org', regions: [us-gov-west-1]}",
                "source: {kind: athena, athena: {budget: 20GiB, deadline: 90m, output: 's3://abc'}}",
                "source: {kind: trino, trino: {url: 'jdbc:trino://host:8443?SSL=true', password: x}}",
                "aws: {role: 'arn:aws-cn:iam::111122223333:role/a/b', reader: a/b, external-id: x-1, profile: p}",
                "aws: {endpoints: {s3: 'http://127.0.0.1:9000'}}",
                "aws: {endpoints: {events: 'https://events', monitoring: 'https://monitoring/x'}}",
                "people: {file: people.csv}",
                "window: {settle: 0s}",
                "report: {out: ., job: w, formats: [json]}",
            })
    void whatTheSchemaAllowsTheReaderAllowsToo(String yaml) throws Exception {
        assertThat(breaches(yaml)).isEmpty();
        assertThat(Yaml.settings(yaml)).isNotNull();
    }

    @Test
    void theDigestCoversEveryKeyButThoseThatSayWhereAndHowFast() {
        Set<String> leftOut =
                Set.of(
                        "source.logs",
                        "source.bucket",
                        "source.threads",
                        "source.athena.workgroup",
                        "source.athena.catalog",
                        "source.athena.database",
                        "source.athena.table",
                        "source.athena.output",
                        "source.athena.deadline",
                        "source.athena.budget",
                        "alarm.folder",
                        "alarm.channel.export",
                        "alarm.channel.name",
                        "alarm.channel.token",
                        "alarm.channel.endpoint",
                        "people.file",
                        "report.out",
                        "report.job");
        List<String> covered =
                CanonicalForm.of(Settings.DEFAULTS).lines().stream()
                        .map(line -> line.substring(0, line.indexOf('=')))
                        .toList();
        Set<String> groups =
                Set.of("source.athena", "source.lookup", "alarm.channel", "alarm.drill");
        List<String> leaves =
                SettingsFile.keys().stream()
                        .filter(key -> key.contains(".") && !leftOut.contains(key))
                        .filter(key -> !key.startsWith("aws.") && !key.startsWith("source.trino"))
                        .filter(key -> !groups.contains(key))
                        .toList();

        assertThat(covered).isEqualTo(leaves);
    }

    @Test
    void theDigestIsTheSameForTheSameAuditAndAnotherForAnyOther() throws Exception {
        Settings one = Yaml.settings("glass: {roles: [a]}\nsource: {logs: x, threads: 1}");
        Settings same = Yaml.settings("source: {logs: y}\nreport: {job: j}\nglass: {roles: ['a']}");
        Settings other = Yaml.settings("glass: {roles: ['a\", \"b']}");

        assertThat(CanonicalForm.of(other).lines().getFirst())
                .isEqualTo("glass.roles=[\"a\\\", \\\"b\"]");
        assertThat(one.digest()).matches("[0-9a-f]{64}").isEqualTo(same.digest());
        assertThat(other.digest()).isNotEqualTo(one.digest());
    }

    private static Set<ValidationMessage> breaches(String yaml) throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(V202012).getSchema(schemaText());
        return schema.validate(YAML.readTree(yaml));
    }

    private static List<String> components(Class<?> type, String prefix) {
        List<String> paths = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String path = prefix + kebab(component.getName());
            if (GROUPED.contains(component.getType())) {
                paths.addAll(components(component.getType(), prefix));
                continue;
            }
            paths.add(path);
            if (component.getType().isRecord() && component.getType() != Secret.class) {
                paths.addAll(components(component.getType(), path + "."));
            }
        }
        return paths;
    }

    private static List<String> properties(JsonNode schema, String prefix) {
        List<String> paths = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            String path = prefix + property.getKey();
            assertThat(property.getValue().path("description").asText()).as(path).isNotEmpty();
            paths.add(path);
            paths.addAll(properties(property.getValue(), path + "."));
        }
        return paths;
    }

    private static List<String> keys(JsonNode node, String prefix) {
        return node.properties().stream()
                .flatMap(entry ->
                        Stream.concat(
                                Stream.of(prefix + entry.getKey()),
                                keys(entry.getValue(), prefix + entry.getKey() + ".").stream()))
                .toList();
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String example() throws IOException {
        return new String(resource("glasstrail.example.yaml"), UTF_8);
    }

    private static JsonNode schemaText() throws IOException {
        return new ObjectMapper().readTree(resource("glasstrail.schema.json"));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in =
                requireNonNull(
                        SettingsAgreementTest.class.getResourceAsStream("/config/" + name))) {
            return in.readAllBytes();
        }
    }
}
