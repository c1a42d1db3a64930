package dev.glasstrail.doctor;

import dev.glasstrail.settings.SourceSettings;
import java.time.Instant;
import java.util.List;

/// What was found.
///
/// @param source the kind of source that was checked
/// @param at when
/// @param checks in the order in which somebody would put things right
public record Diagnosis(SourceSettings.Kind source, Instant at, List<Check> checks) {

    public Diagnosis {
        checks = List.copyOf(checks);
    }

    /// Whether nothing failed; warnings are allowed.
    public boolean isHealthy() {
        return count(State.Failed.class) == 0;
    }

    /// How many checks came out so.
    public long count(Class<? extends State> state) {
        return checks.stream().filter(check -> state.isInstance(check.state())).count();
    }

    /// The diagnosis as a JSON document of the schema `glasstrail/doctor/1`, in plain ASCII, ending
    /// in a line end.
    public String json() {
        return DiagnosisDocument.of(this);
    }
}
