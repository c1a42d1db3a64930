package dev.glasstrail.render.pdf;

import dev.glasstrail.report.ActionRow;
import dev.glasstrail.report.UseRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What was done in a use: everything by service with counts, then each change and each failed
/// call.
final class ActionTables {

    /// Changes and errors of one use that are printed; the rest is counted and pointed to.
    static final int LISTED = 200;

    /// Characters of a request that are printed where the record names no resource.
    private static final int SHORT_REQUEST = 300;

    private static final List<Column> SERVICES =
            List.of(
                    Column.left("Service", 100),
                    Column.left("Calls", 251),
                    Column.right("Actions", 42),
                    Column.right("Reads", 40),
                    Column.right("Writes", 40),
                    Column.right("Errors", 42));

    private static final List<Column> LIST =
            List.of(
                    Column.left("Time (UTC)", 62),
                    Column.left("Action", 152),
                    Column.left("On", 166),
                    Column.left("Kind or error", 135));

    private final Flow flow;
    private final Tag section;

    ActionTables(Flow flow, Tag section) {
        this.flow = flow;
        this.section = section;
    }

    void draw(UseRow use, List<ActionRow> actions) {
        if (actions.isEmpty()) {
            flow.gap(8);
            flow.paragraph(
                    section.child(Role.PARAGRAPH),
                    "No action of these sessions is in the logs read.",
                    Style.BODY.in(Ink.SECONDARY));
            return;
        }
        services(actions);
        List<ActionRow> notable =
                actions.stream()
                        .filter(a -> !Boolean.TRUE.equals(a.readOnly()) || a.errorCode() != null)
                        .toList();
        if (!notable.isEmpty()) {
            list(use, notable);
        }
    }

    private void services(List<ActionRow> actions) {
        Map<String, List<ActionRow>> byService = new TreeMap<>();
        for (ActionRow action : actions) {
            byService.computeIfAbsent(action.service(), s -> new ArrayList<>()).add(action);
        }
        Table table = table("Actions by service", SERVICES);
        byService.forEach((service, own) ->
                table.row(
                        Cell.of(service, Style.TABLE_STRONG),
                        Cell.of(calls(own), Style.NOTE.in(Ink.SECONDARY)),
                        Cell.count(own.size()),
                        Cell.count(count(own, true)),
                        Cell.count(count(own, false)),
                        Cell.count(own.stream().filter(a -> a.errorCode() != null).count())));
    }

    private static long count(List<ActionRow> actions, boolean readOnly) {
        return actions.stream()
                .filter(a -> a.readOnly() != null && a.readOnly() == readOnly)
                .count();
    }

    private static String calls(List<ActionRow> actions) {
        Map<String, Integer> counts = new TreeMap<>();
        actions.forEach(action -> counts.merge(action.name(), 1, Integer::sum));
        StringBuilder text = new StringBuilder();
        counts.forEach((name, count) ->
                text.append(text.isEmpty() ? "" : ", ")
                        .append(name)
                        .append(count == 1 ? "" : " ×" + Words.count(count)));
        return text.toString();
    }

    private void list(UseRow use, List<ActionRow> notable) {
        Table table = table("Changes and failed calls, in order", LIST);
        notable.stream().limit(LISTED).forEach(action -> row(table, use, action));
        int more = notable.size() - LISTED;
        if (more > 0) {
            flow.down(4);
            flow.paragraph(
                    section.child(Role.PARAGRAPH),
                    "The first "
                            + LISTED
                            + " of "
                            + Words.count(notable.size())
                            + " are listed. The other "
                            + Words.count(more)
                            + " are in actions.jsonl and on the sheet Actions of the workbook.",
                    Style.NOTE);
        }
    }

    private static void row(Table table, UseRow use, ActionRow action) {
        String error = action.errorCode();
        String message = action.errorMessage();
        boolean elsewhere = !action.account().equals(use.account());
        table.row(
                Cell.of(
                        Span.of(Words.time(action.time()), Style.MONO),
                        Span.of(Words.day(action.time()), Style.NOTE)),
                Cell.of(
                        Span.of(action.service() + ":" + action.name(), Style.TABLE_STRONG),
                        Span.of(action.eventId(), Style.MONO_SMALL)),
                Cell.of(
                        Span.of(target(action), Style.NOTE.in(Ink.INK)),
                        Span.of(
                                action.region() + (elsewhere ? ", " + action.account() : ""),
                                Style.NOTE)),
                error == null
                        ? Cell.of(Span.of(action.risk(), Style.TABLE.in(Ink.SECONDARY)))
                        : Cell.of(
                                Span.of(error, Style.TABLE_STRONG.in(Ink.CRITICAL)),
                                Span.of(message == null ? "" : message, Style.NOTE)));
    }

    /// What the record names as touched; the request itself where it names nothing.
    private static String target(ActionRow action) {
        String parameters = action.parameters();
        if (!action.resources().isEmpty() || parameters == null) {
            return String.join(", ", action.resources());
        }
        return parameters.length() <= SHORT_REQUEST
                ? parameters
                : "request of "
                        + Words.count(parameters.length())
                        + " characters, in actions.jsonl and the workbook";
    }

    private Table table(String title, List<Column> columns) {
        flow.gap(10);
        return new Table(flow, section, Heading.of(section, Role.H4, title), columns);
    }
}
