package dev.glasstrail.alarm.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.glasstrail.alarm.EventPatterns.Reach;
import dev.glasstrail.alarm.Mismatch;
import dev.glasstrail.trail.RecordParser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// A pattern as the conjunctions of fields that its `$or`s come down to: a record matches it if it
/// passes every field of one of them.
record Alternatives(List<List<FieldRule>> list) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OR = "$or";

    Alternatives {
        list = list.stream().map(List::copyOf).toList();
    }

    /// @param pattern that event-ruler understands
    static Alternatives of(String pattern) throws JsonProcessingException {
        return new Alternatives(under(JSON.readTree(pattern), List.of()));
    }

    private static List<List<FieldRule>> under(JsonNode node, List<String> path) {
        List<List<FieldRule>> alternatives = new ArrayList<>(List.of(List.of()));
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            List<List<FieldRule>> ofMember = new ArrayList<>();
            if (member.getKey().equals(OR) && isListOfObjects(member.getValue())) {
                member.getValue().forEach(branch -> ofMember.addAll(under(branch, path)));
            } else {
                List<String> below = new ArrayList<>(path);
                below.add(member.getKey());
                ofMember.addAll(
                        member.getValue().isArray()
                                ? List.of(List.of(FieldRule.of(below, member.getValue())))
                                : under(member.getValue(), below));
            }
            alternatives = product(alternatives, ofMember);
        }
        return alternatives;
    }

    private static boolean isListOfObjects(JsonNode node) {
        boolean isList = node.isArray() && !node.isEmpty();
        for (JsonNode entry : node) {
            isList &= entry.isObject();
        }
        return isList;
    }

    private static List<List<FieldRule>> product(
            List<List<FieldRule>> first, List<List<FieldRule>> second) {
        List<List<FieldRule>> product = new ArrayList<>();
        for (List<FieldRule> one : first) {
            for (List<FieldRule> other : second) {
                List<FieldRule> both = new ArrayList<>(one);
                both.addAll(other);
                product.add(both);
            }
        }
        return product;
    }

    Reach reach() {
        Map<String, Set<String>> names = new TreeMap<>();
        Set<String> unread = new TreeSet<>();
        boolean isBounded = true;
        for (List<FieldRule> alternative : list) {
            Set<String> sources = sources(alternative);
            isBounded &= !sources.isEmpty();
            Set<String> ofEvents = exact(alternative, "detail.eventName");
            sources.forEach(source -> Reach.join(names, source, ofEvents));
            alternative.forEach(
                    field -> field.unreadMember(RecordParser.MEMBERS).ifPresent(unread::add));
        }
        boolean namesSource =
                list.stream().noneMatch(alternative -> exact(alternative, "source").isEmpty());
        return new Reach(names, isBounded, unread, namesSource);
    }

    /// The event sources; empty if any may match.
    private static Set<String> sources(List<FieldRule> alternative) {
        Set<String> named = exact(alternative, "detail.eventSource");
        if (!named.isEmpty()) {
            return named;
        }
        Set<String> sources = new TreeSet<>();
        exact(alternative, "source").forEach(source -> sources.add(BusEvent.eventSource(source)));
        return sources;
    }

    private static Set<String> exact(List<FieldRule> alternative, String path) {
        return alternative.stream()
                .filter(field -> field.path().equals(path))
                .findFirst()
                .map(FieldRule::exactTexts)
                .orElse(Set.of());
    }

    /// @param event that matches none of them
    Mismatch mismatch(JsonNode event) {
        List<FieldRule> closest =
                list.stream()
                        .min(
                                Comparator.comparingLong(alternative ->
                                        alternative.stream()
                                                .filter(field -> !field.passes(event))
                                                .count()))
                        .orElseThrow();
        List<Mismatch.Field> fields = new ArrayList<>();
        Map<FieldRule, Mismatch.Kind> kinds = new LinkedHashMap<>();
        for (FieldRule field : closest) {
            if (!field.passes(event)) {
                Mismatch.Kind kind = Slip.of(field, event);
                kinds.put(field, kind);
                fields.add(
                        new Mismatch.Field(
                                field.path(), field.wanted().toString(), field.found(event), kind));
            }
        }
        return new Mismatch(fields, Nearest.of(closest, kinds, event));
    }
}
