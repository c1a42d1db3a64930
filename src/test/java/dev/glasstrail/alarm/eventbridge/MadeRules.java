package dev.glasstrail.alarm.eventbridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.glasstrail.aws.AwsEndpoint.Call;
import dev.glasstrail.aws.AwsEndpoint.Reply;
import dev.glasstrail.aws.AwsEndpoint.Service;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// An EventBridge whose pages hold two of everything.
final class MadeRules implements Service {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int PAGE = 2;

    private final Map<String, Map<String, Rule>> places = new TreeMap<>();
    private final Set<String> deleted = new HashSet<>();
    private final Map<String, Reply> closed = new TreeMap<>();

    private record Rule(String state, String pattern, List<String> targets) {}

    /// @param place account and region, with a space between
    /// @param targets ARNs; one that ends in ` !` has a queue for dead letters
    MadeRules with(String place, String name, String state, String pattern, String... targets) {
        places.computeIfAbsent(place, _ -> new TreeMap<>())
                .put(name, new Rule(state, pattern, List.of(targets)));
        return this;
    }

    /// Deletes a rule when it has been listed.
    MadeRules deleting(String name) {
        deleted.add(name);
        return this;
    }

    /// Refuses an operation in a place.
    MadeRules refusing(String place, String operation, String code) {
        closed.put(place + " " + operation, Reply.refusing(400, code, "said \"no\"\nto ann"));
        return this;
    }

    @Override
    public Reply answer(Call call) {
        String place = call.account() + " " + call.region();
        Reply refusal = closed.get(place + " " + call.operation());
        if (refusal != null) {
            return refusal;
        }
        if (!call.request().path("EventBusName").asText("default").equals("default")) {
            return Reply.refusing(400, "ResourceNotFoundException", "no such bus");
        }
        Map<String, Rule> rules = places.getOrDefault(place, Map.of());
        return switch (call.operation()) {
            case "ListRules" ->
                    page(call.request(), "Rules", rules.keySet().stream().map(this::name).toList());
            case "DescribeRule" -> describe(rules, call.request().path("Name").asText());
            case "ListTargetsByRule" ->
                    page(
                            call.request(),
                            "Targets",
                            targets(rules, call.request().path("Rule").asText()));
            default -> Reply.refusing(400, "UnknownOperationException", call.operation());
        };
    }

    private Reply describe(Map<String, Rule> rules, String name) {
        Rule rule = rules.get(name);
        if (rule == null || deleted.contains(name)) {
            return Reply.refusing(400, "ResourceNotFoundException", "no such rule");
        }
        ObjectNode answer = NODES.objectNode().put("Name", name).put("State", rule.state());
        if (rule.pattern().isEmpty()) {
            answer.put("ScheduleExpression", "rate(1 hour)");
        } else {
            answer.put("EventPattern", rule.pattern());
        }
        return Reply.of(answer);
    }

    private static List<JsonNode> targets(Map<String, Rule> rules, String name) {
        List<JsonNode> targets = new ArrayList<>();
        Rule rule = rules.get(name);
        if (rule != null) {
            for (String target : rule.targets()) {
                ObjectNode node =
                        NODES.objectNode()
                                .put("Id", "target-" + (targets.size() + 1))
                                .put("Arn", target.replace(" !", ""));
                if (target.endsWith(" !")) {
                    node.putObject("DeadLetterConfig").put("Arn", "arn:aws:sqs:::undelivered");
                }
                targets.add(node);
            }
        }
        return targets;
    }

    private JsonNode name(String name) {
        return NODES.objectNode().put("Name", name);
    }

    private static Reply page(JsonNode request, String field, List<JsonNode> all) {
        int from = Integer.parseInt(request.path("NextToken").asText("from 0").substring(5));
        int to = Math.min(all.size(), from + PAGE);
        ObjectNode answer = NODES.objectNode();
        ArrayNode page = answer.putArray(field);
        all.subList(from, to).forEach(page::add);
        if (to < all.size()) {
            answer.put("NextToken", "from " + to);
        }
        return Reply.of(answer);
    }
}
