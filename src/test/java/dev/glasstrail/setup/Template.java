package dev.glasstrail.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// A template of CloudFormation with its parameters given, as far as ours use the language.
final class Template {

    /// What stands for a property that is not there.
    private static final Object NO_VALUE = new Object();

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([A-Za-z0-9:.]+)}");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<?, ?> tree;
    private final Map<String, Object> names = new LinkedHashMap<>();

    private Template(Map<?, ?> tree, Map<String, Object> given) {
        this.tree = tree;
        names.put("AWS::Partition", "aws");
        names.put("AWS::Region", "eu-central-1");
        names.put("AWS::AccountId", "111122223333");
        names.put("AWS::NoValue", NO_VALUE);
        part("Resources").keySet().forEach(name -> names.put((String) name, name));
        part("Parameters").forEach((name, parameter) -> names.put((String) name, value(parameter)));
        names.putAll(given);
        if (!names.keySet().containsAll(given.keySet())) {
            throw new AssertionError("unknown parameters");
        }
    }

    static Template of(String text, Map<String, Object> given) {
        return new Template(new Yaml(new ShortTags()).load(text), given);
    }

    /// The properties of a resource, all functions carried out.
    JsonNode properties(String resource) {
        Map<?, ?> declared = (Map<?, ?>) get(part("Resources"), resource);
        return JSON.valueToTree(resolved(get(declared, "Properties")));
    }

    /// The resources of a type that are made, in the order of the template.
    List<String> made(String type) {
        return part("Resources").entrySet().stream()
                .filter(resource -> isMade((Map<?, ?>) resource.getValue(), type))
                .map(resource -> (String) resource.getKey())
                .toList();
    }

    /// Every resource with its type, in the order of the template, whether made or not.
    Map<String, String> types() {
        Map<String, String> types = new LinkedHashMap<>();
        part("Resources")
                .forEach((id, resource) ->
                        types.put((String) id, (String) get((Map<?, ?>) resource, "Type")));
        return types;
    }

    private boolean isMade(Map<?, ?> resource, String type) {
        Object condition = resource.get("Condition");
        return type.equals(resource.get("Type"))
                && (condition == null || holds(get(part("Conditions"), String.valueOf(condition))));
    }

    /// What a parameter is when nobody gives it.
    Object parameter(String name) {
        return Objects.requireNonNull(names.get(name), name);
    }

    private static Object value(Object parameter) {
        Map<?, ?> declared = (Map<?, ?>) parameter;
        Object value = declared.get("Default");
        boolean isList = "CommaDelimitedList".equals(declared.get("Type"));
        return isList || value == null ? List.of() : value;
    }

    private Map<?, ?> part(String name) {
        Object part = tree.get(name);
        return part == null ? Map.of() : (Map<?, ?>) part;
    }

    private static Object get(Map<?, ?> map, String key) {
        return Objects.requireNonNull(map.get(key), key);
    }

    private Object resolved(Object value) {
        if (value instanceof List<?> list) {
            List<Object> all = new ArrayList<>();
            list.stream()
                    .map(this::resolved)
                    .filter(one -> !NO_VALUE.equals(one))
                    .forEach(all::add);
            return all;
        }
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        if (map.size() == 1) {
            String function = (String) map.keySet().iterator().next();
            Object argument = get(map, function);
            if (function.equals("Ref") || function.startsWith("Fn::")) {
                return carriedOut(function, argument);
            }
        }
        Map<String, Object> all = new LinkedHashMap<>();
        map.forEach((key, one) -> all.put((String) key, resolved(Objects.requireNonNull(one))));
        all.values().removeIf(NO_VALUE::equals);
        return all;
    }

    private Object carriedOut(String function, Object argument) {
        return switch (function) {
            case "Ref" -> parameter((String) argument);
            case "Fn::GetAtt" -> argument;
            case "Fn::Sub" -> filledIn((String) argument);
            case "Fn::Split" -> {
                List<?> parts = (List<?>) argument;
                yield List.of(
                        ((String) resolved(parts.get(1)))
                                .split(Pattern.quote((String) parts.get(0)), -1));
            }
            case "Fn::Join" -> {
                List<?> parts = (List<?>) argument;
                yield ((List<?>) resolved(parts.get(1)))
                        .stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining((String) parts.get(0)));
            }
            case "Fn::If" -> {
                List<?> parts = (List<?>) argument;
                yield resolved(
                        holds(get(part("Conditions"), (String) parts.get(0)))
                                ? parts.get(1)
                                : parts.get(2));
            }
            default -> throw new AssertionError("unknown function " + function);
        };
    }

    private boolean holds(Object condition) {
        Map<?, ?> map = (Map<?, ?>) condition;
        String function = (String) map.keySet().iterator().next();
        Object argument = get(map, function);
        return switch (function) {
            case "Fn::Not" -> !holds(((List<?>) argument).getFirst());
            case "Fn::And" -> ((List<?>) argument).stream().allMatch(this::holds);
            // As the reader of YAML spells `!Condition`.
            case "Fn::Condition" -> holds(get(part("Conditions"), (String) argument));
            case "Fn::Equals" -> {
                List<?> two = (List<?>) resolved(argument);
                yield two.get(0).equals(two.get(1));
            }
            default -> throw new AssertionError("unknown condition " + function);
        };
    }

    private String filledIn(String text) {
        return VARIABLE.matcher(text)
                .replaceAll(variable ->
                        Matcher.quoteReplacement(
                                variable.group(1).isEmpty()
                                        ? String.valueOf(
                                                names.getOrDefault(
                                                        variable.group(2), variable.group(2)))
                                        : "${" + variable.group(2) + "}"));
    }

    /// Reads `!Sub x` as `{Fn::Sub: x}`.
    private static final class ShortTags extends SafeConstructor {

        ShortTags() {
            super(new LoaderOptions());
            yamlMultiConstructors.put(
                    "!",
                    new AbstractConstruct() {
                        @Override
                        public Object construct(Node node) {
                            String name = node.getTag().getValue().substring(1);
                            return Map.of(name.equals("Ref") ? name : "Fn::" + name, inner(node));
                        }
                    });
        }

        private Object inner(Node node) {
            return switch (node) {
                case ScalarNode scalar -> constructScalar(scalar);
                case SequenceNode sequence -> constructSequence(sequence);
                case MappingNode mapping -> constructMapping(mapping);
                default -> throw new AssertionError("unknown node " + node);
            };
        }
    }
}
