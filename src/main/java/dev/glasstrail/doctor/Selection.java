package dev.glasstrail.doctor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedEventSelector;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedFieldSelector;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsResponse;
import software.amazon.awssdk.services.cloudtrail.model.ReadWriteType;

/// What the selectors of a trail let through.
///
/// Taking a role is a read-only event: a trail that leaves those out has not one opening in it.
///
/// @param reads whether read-only management events are logged
/// @param writes whether the others are
/// @param narrowed what of these is left out, each in a few words, ascending
/// @param data whether data events of anything are logged
record Selection(boolean reads, boolean writes, Set<String> narrowed, boolean data) {

    static State judge(GetEventSelectorsResponse selectors) {
        Selection selection =
                selectors.advancedEventSelectors().isEmpty()
                        ? basic(selectors.eventSelectors())
                        : advanced(selectors.advancedEventSelectors());
        return selection.state();
    }

    private State state() {
        String nextStep = "correct it with aws cloudtrail put-event-selectors";
        if (!reads && !writes) {
            return new State.Failed("no management events: no opening is logged", nextStep);
        }
        if (!reads) {
            return new State.Failed(
                    "no read-only management events: AssumeRole is one, so no opening of a role is"
                            + " logged",
                    nextStep);
        }
        if (!writes) {
            return new State.Failed(
                    "read-only management events alone: no change is logged", nextStep);
        }
        String withData = data ? ", and data events" : ", no data events";
        return narrowed.isEmpty()
                ? new State.Ok("all management events" + withData)
                : new State.Warning(
                        "management events without %s%s"
                                .formatted(String.join(", ", narrowed), withData),
                        nextStep + " if these matter");
    }

    private static Selection basic(List<EventSelector> selectors) {
        List<EventSelector> management =
                selectors.stream()
                        .filter(selector ->
                                !Boolean.FALSE.equals(selector.includeManagementEvents()))
                        .toList();
        return new Selection(
                management.stream()
                        .anyMatch(selector -> selector.readWriteType() != ReadWriteType.WRITE_ONLY),
                management.stream()
                        .anyMatch(selector -> selector.readWriteType() != ReadWriteType.READ_ONLY),
                leftOut(
                        excluded(management, ReadWriteType.WRITE_ONLY),
                        excluded(management, ReadWriteType.READ_ONLY)),
                selectors.stream().anyMatch(selector -> !selector.dataResources().isEmpty()));
    }

    private static Selection advanced(List<AdvancedEventSelector> selectors) {
        List<AdvancedEventSelector> management =
                selectors.stream().filter(selector -> isOf(selector, "Management")).toList();
        return new Selection(
                management.stream().anyMatch(selector -> !isReadOnly(selector, "false")),
                management.stream().anyMatch(selector -> !isReadOnly(selector, "true")),
                leftOut(narrowing(management, "false"), narrowing(management, "true")),
                selectors.stream().anyMatch(selector -> isOf(selector, "Data")));
    }

    private static boolean isOf(AdvancedEventSelector selector, String category) {
        return selector.fieldSelectors().stream()
                .anyMatch(field ->
                        field.field().equals("eventCategory")
                                && field.equalsValue().contains(category));
    }

    private static boolean isReadOnly(AdvancedEventSelector selector, String value) {
        return selector.fieldSelectors().stream()
                .anyMatch(field ->
                        field.field().equals("readOnly")
                                && field.equalsValue().equals(List.of(value)));
    }

    private static List<String> narrowing(AdvancedEventSelector selector) {
        List<String> narrowing = new ArrayList<>();
        for (AdvancedFieldSelector field : selector.fieldSelectors()) {
            if (Set.of("eventCategory", "readOnly").contains(field.field())) {
                continue;
            }
            if (field.field().equals("eventSource") && !field.notEquals().isEmpty()) {
                narrowing.addAll(field.notEquals());
            } else {
                narrowing.add("what its selector of %s leaves out".formatted(field.field()));
            }
        }
        return narrowing;
    }

    /// @param others the events that a selector may be limited to without being asked here
    private static Set<String> excluded(List<EventSelector> management, ReadWriteType others) {
        return commonTo(
                management.stream()
                        .filter(selector -> selector.readWriteType() != others)
                        .map(EventSelector::excludeManagementEventSources)
                        .toList());
    }

    /// @param others the value of `readOnly` that a selector may be limited to without being asked
    ///   here
    private static Set<String> narrowing(List<AdvancedEventSelector> management, String others) {
        return commonTo(
                management.stream()
                        .filter(selector -> !isReadOnly(selector, others))
                        .map(Selection::narrowing)
                        .toList());
    }

    private static Set<String> leftOut(Set<String> ofReads, Set<String> ofWrites) {
        TreeSet<String> all = new TreeSet<>();
        ofReads.forEach(what -> all.add(ofWrites.contains(what) ? what : what + " (read-only)"));
        ofWrites.forEach(what -> all.add(ofReads.contains(what) ? what : what + " (changes)"));
        return all;
    }

    /// What one selector leaves out another may take in.
    private static Set<String> commonTo(List<List<String>> all) {
        Set<String> common = new TreeSet<>(all.isEmpty() ? List.of() : all.getFirst());
        all.forEach(those -> common.retainAll(new HashSet<>(those)));
        return common;
    }
}
