package dev.glasstrail.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// A diagnosis for programs.
final class DiagnosisDocument {

    private static final String SCHEMA = "glasstrail/doctor/1";

    /// Names in AWS are hostile too: nothing that a terminal obeys is left unescaped.
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private DiagnosisDocument() {}

    static String of(Diagnosis diagnosis) {
        ObjectNode document = MAPPER.createObjectNode();
        document.put("schema", SCHEMA);
        document.put("at", diagnosis.at().truncatedTo(ChronoUnit.SECONDS).toString());
        document.put("source", diagnosis.source().name().toLowerCase(Locale.ROOT));
        document.put("healthy", diagnosis.isHealthy());
        document.put("ok", diagnosis.count(State.Ok.class));
        document.put("warnings", diagnosis.count(State.Warning.class));
        document.put("failed", diagnosis.count(State.Failed.class));
        document.put("skipped", diagnosis.count(State.Skipped.class));
        diagnosis.checks().forEach(check -> document.withArray("/checks").add(node(check)));
        try {
            return MAPPER.writer(pages()).writeValueAsString(document).replace("\u007f", "\\u007F")
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a diagnosis cannot be written", e);
        }
    }

    private static ObjectNode node(Check check) {
        State state = check.state();
        return MAPPER.createObjectNode()
                .put("id", check.id())
                .put("what", check.what())
                .put("state", state.word())
                .put("detail", state.detail())
                .put("fix", state.fix().isEmpty() ? null : state.fix());
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
