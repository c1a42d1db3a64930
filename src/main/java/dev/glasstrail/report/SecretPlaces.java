package dev.glasstrail.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/// Where in the requests of AWS a secret stands, by name, by neighbour and by service.
final class SecretPlaces {

    private static final Set<String> LABELS =
            Set.of(
                    "name",
                    "key",
                    "parameterkey",
                    "parametername",
                    "optionname",
                    "attribute",
                    "attributename",
                    "headername",
                    "variablename",
                    "variable",
                    "header",
                    "field",
                    "property",
                    "path");

    private static final Set<String> LABELLED =
            Set.of(
                    "value",
                    "values",
                    "parametervalue",
                    "attributevalue",
                    "optionvalue",
                    "stringvalue",
                    "headervalue");

    private static final Set<String> ENVIRONMENTS =
            Set.of(
                    "environment",
                    "environmentvariables",
                    "environmentvariablesoverride",
                    "runtimeenvironmentvariables",
                    "env",
                    "envvars");

    /// Services whose `environment` is a plain map of variables.
    private static final Set<String> PLAIN_ENVIRONMENTS =
            Set.of("sagemaker.amazonaws.com", "lightsail.amazonaws.com");

    /// Types of a variable whose value is the name of a secret kept elsewhere.
    private static final Set<String> REFERENCES = Set.of("PARAMETER_STORE", "SECRETS_MANAGER");

    /// Members that are secrets in one service and something harmless in others.
    private static final Map<String, Set<String>> BY_SERVICE =
            Map.of(
                    "firehose.amazonaws.com", Set.of("accesskey"),
                    "s3.amazonaws.com", Set.of("signature"),
                    "sso-oauth.amazonaws.com", Set.of("code", "usercode"),
                    "cognito-idp.amazonaws.com", Set.of("usercode"));

    private final String source;
    private final String name;

    SecretPlaces(String source, String name) {
        this.source = source;
        this.name = name;
    }

    /// Whether `value`, the member `key` of `object`, is a secret.
    boolean isSecret(ObjectNode object, String key, JsonNode value, ParameterMask.Spot spot) {
        String plain = SecretKeys.plain(key);
        if (BY_SERVICE.getOrDefault(source, Set.of()).contains(plain)) {
            return true;
        }
        if (isIdentifier(plain)) {
            return false;
        }
        if (SecretKeys.isSecret(key)) {
            // What `credentials` holds says for itself which part is secret.
            return !value.isObject() || !plain.startsWith("credential");
        }
        return (LABELLED.contains(plain) && isLabelledSecret(object, plain, spot))
                || isVariable(plain, value, spot);
    }

    /// API Gateway calls the id of a key `apiKey`; the key itself is a `value`.
    private boolean isIdentifier(String plain) {
        return plain.equals("apikey") && source.equals("apigateway.amazonaws.com");
    }

    private boolean isLabelledSecret(ObjectNode object, String plain, ParameterMask.Spot spot) {
        if (plain.equals("value") && isSecretByCall(object, spot)) {
            return true;
        }
        if (object.path("isValueSecret").asBoolean(false)) {
            return true;
        }
        if (ENVIRONMENTS.contains(spot.name()) && spot.listed()) {
            return !REFERENCES.contains(object.path("type").asText());
        }
        if (object.path("namespace").asText().endsWith(":application:environment")) {
            return true;
        }
        for (Map.Entry<String, JsonNode> label : object.properties()) {
            if (label.getValue().isTextual()
                    && LABELS.contains(SecretKeys.plain(label.getKey()))
                    && SecretKeys.labelsSecret(label.getValue().textValue())) {
                return true;
            }
        }
        return false;
    }

    private boolean isSecretByCall(ObjectNode object, ParameterMask.Spot spot) {
        return switch (name) {
            case "PutParameter" -> source.equals("ssm.amazonaws.com") && spot.depth() == 0;
            case "CreateApiKey" -> !spot.listed();
            case "UpdateApiKey" -> object.path("path").asText().equals("/value");
            default -> false;
        };
    }

    /// A variable of a process: the member of a map whose names are the variables' names.
    private boolean isVariable(String plain, JsonNode value, ParameterMask.Spot spot) {
        if (value.isContainerNode() || spot.listed()) {
            return false;
        }
        return switch (spot.name()) {
            case "variables" -> spot.outer().equals("environment");
            case "environmentvariables", "runtimeenvironmentvariables" -> true;
            case "environment" -> PLAIN_ENVIRONMENTS.contains(source) && !plain.isEmpty();
            default -> false;
        };
    }
}
