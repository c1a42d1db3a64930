package dev.glasstrail.render.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import dev.glasstrail.report.ActionLog;
import dev.glasstrail.report.ActionRow;
import dev.glasstrail.report.AuditReport;
import java.time.Instant;
import java.util.List;

/// How the records of the report become JSON and come back, strictly.
final class ReportMapper {

    private static final JsonMapper MAPPER = mapper();

    private ReportMapper() {}

    static JsonMapper reading() {
        return MAPPER;
    }

    /// Writes one document for people, indented by two spaces.
    static ObjectWriter pages() {
        Separators separators =
                Separators.createDefaultInstance()
                        .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                        .withObjectEmptySeparator("")
                        .withArrayEmptySeparator("");
        DefaultIndenter indent = new DefaultIndenter("  ", "\n");
        return MAPPER.writer(
                new DefaultPrettyPrinter(separators)
                        .withObjectIndenter(indent)
                        .withArrayIndenter(indent));
    }

    /// Writes documents without any space; the caller ends the lines.
    static ObjectWriter lines() {
        return MAPPER.writer().withRootValueSeparator("");
    }

    private static JsonMapper mapper() {
        JsonFactory factory =
                new JsonFactoryBuilder()
                        .characterEscapes(new PlainEscapes())
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                        .build();
        return JsonMapper.builder(factory)
                .addModule(module())
                .addMixIn(ActionRow.class, ActionRowShape.class)
                .annotationIntrospector(
                        AnnotationIntrospector.pair(
                                new AbsentOnlyWhereMarked(), new JacksonAnnotationIntrospector()))
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
                .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .build();
    }

    private static SimpleModule module() {
        SimpleModule module = new SimpleModule();
        module.addSerializer(Instant.class, new Shapes.TimeWriter());
        module.addDeserializer(Instant.class, new Shapes.TimeReader());
        module.addDeserializer(ActionLog.class, new Shapes.ActionLogReader());
        module.setSerializerModifier(new WithoutActions());
        return module;
    }

    /// The actions have a file of their own.
    private static final class WithoutActions extends BeanSerializerModifier {

        private static final long serialVersionUID = 1L;

        @Override
        public List<BeanPropertyWriter> changeProperties(
                SerializationConfig config,
                BeanDescription description,
                List<BeanPropertyWriter> properties) {
            if (description.getBeanClass() == AuditReport.class) {
                return properties.stream().filter(p -> !p.getName().equals("actions")).toList();
            }
            return properties;
        }
    }
}
