package dev.glasstrail.render.json;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import org.jspecify.annotations.Nullable;

/// Where a line of `actions.jsonl` differs from its record: the parameters are a document, not a
/// text.
interface ActionRowShape {

    @JsonSerialize(using = Shapes.DocumentWriter.class)
    @JsonDeserialize(using = Shapes.DocumentReader.class)
    @Nullable String parameters();
}
