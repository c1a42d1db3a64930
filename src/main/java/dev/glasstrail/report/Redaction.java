package dev.glasstrail.report;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// Takes secrets out of what the log says, before anything is rendered.
///
/// A secret becomes [#MASK]; that it was there, and under which name, stays visible. What AWS has
/// hidden itself (`****`, `HIDDEN_DUE_TO_SECURITY_REASONS` …) stays as it is, and so do names,
/// ARNs, flags and the tokens that only page through a list or make a request safe to repeat
/// (`nextToken`, `clientToken`): they open nothing and are evidence. Masking what is masked changes
/// nothing, and no input makes it fail.
public final class Redaction {

    /// What stands in place of a secret.
    public static final String MASK = "***";

    private Redaction() {}

    /// The parameters of a request as compact JSON text, members in their order.
    ///
    /// Secrets are known by the name of the member, by the place in the request (the environment of
    /// a function, the value of a parameter) and by their looks. A text that is itself a JSON
    /// document is masked inside and otherwise left as it was written.
    ///
    /// @param source the event source, such as `ssm.amazonaws.com`
    /// @param name the API call, such as `PutParameter`
    /// @return null where the record has no parameters
    public static @Nullable String parameters(
            String source, String name, @Nullable JsonNode requestParameters) {
        if (requestParameters == null
                || requestParameters.isNull()
                || requestParameters.isMissingNode()) {
            return null;
        }
        return new ParameterMask(source, name).mask(requestParameters).toString();
    }

    /// Free text, such as an error message or a user agent, with the secrets in it masked.
    public static String text(String text) {
        return SecretText.mask(text);
    }
}
