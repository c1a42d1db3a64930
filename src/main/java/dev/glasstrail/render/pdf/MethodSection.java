package dev.glasstrail.render.pdf;

import java.util.List;

/// How the report was made and what its words mean.
final class MethodSection {

    private static final List<String> METHOD =
            List.of(
                    "The records of the window, and of 36 hours before and after it, were read from the"
                            + " source; copies of a record were left out by event id and receiving account."
                            + " Which record belongs to which session was decided from the records alone, not"
                            + " from the order in which they were read.",
                    "A session belongs to the window in which it was created and is reported there once,"
                            + " with all its actions, including those after the end of the window.",
                    "What is known not to be proven stands on the first page. An empty"
                            + " table means that the logs read hold nothing of the kind, not that nothing"
                            + " happened.",
                    "Every time is UTC. Names, messages and user agents are printed as they were recorded;"
                            + " a character that no font here holds, or that would deceive the eye, is printed"
                            + " as its number in braces after a backslash and a u. Secrets in parameters are"
                            + " masked before anything is written.",
                    "The event ids lead to the original records in CloudTrail. The complete list of"
                            + " actions is in actions.jsonl and in the workbook beside this file; report.json"
                            + " holds every figure printed here.");

    private static final List<List<String>> WORDS =
            List.of(
                    List.of(
                            "Glass",
                            "A watched identity whose powers nobody has day to day: a role, a permission"
                                    + " set, an IAM user, the root user."),
                    List.of(
                            "Opening",
                            "The event that issues credentials for a glass, such as AssumeRole or a console"
                                    + " sign-in. A refused one is an attempt."),
                    List.of(
                            "Session",
                            "What was done with one set of credentials: same account, principal and time of"
                                    + " creation. A chained session was opened by an action of another one."),
                    List.of(
                            "Use",
                            "Sessions of one person with one glass in one account, less than 60 minutes from"
                                    + " the last action of one to the opening of the next."),
                    List.of(
                            "Action",
                            "A record made by a session, failed calls included. The opening is not an"
                                    + " action."),
                    List.of(
                            "Read, write",
                            "As CloudTrail marks the record. A call without that mark is listed with the"
                                    + " changes."),
                    List.of(
                            "Finding",
                            "Something that someone must look at, with the records behind it."),
                    List.of(
                            "Coverage",
                            "What is known about the logs of an account and region over time: whole, gap or"
                                    + " unknown."),
                    List.of(
                            "Provisional",
                            "Made before all records of the window can have arrived, or while a session may"
                                    + " still run. It is issued again."));

    private static final List<Column> COLUMNS =
            List.of(Column.left("Word", 90), Column.left("Meaning", 425));

    private final Flow flow;

    MethodSection(Flow flow) {
        this.flow = flow;
    }

    void draw(Conformance conformance) {
        Tag section = flow.section("Method and words", "method", 100);
        for (String paragraph : METHOD) {
            flow.paragraph(section.child(Role.PARAGRAPH), paragraph, Style.BODY.in(Ink.SECONDARY));
            flow.down(5);
        }
        flow.gap(8);
        Table table = new Table(flow, section, COLUMNS);
        for (List<String> word : WORDS) {
            table.row(
                    Cell.of(word.getFirst(), Style.TABLE_STRONG),
                    Cell.of(word.getLast(), Style.TABLE.in(Ink.SECONDARY)));
        }
        // Enough room for either wording, so that both compose to the same pages.
        flow.gap(12);
        flow.ensure(40);
        flow.paragraph(section.child(Role.PARAGRAPH), standard(conformance), Style.NOTE);
    }

    private static String standard(Conformance conformance) {
        return switch (conformance) {
            case ACCESSIBLE ->
                    "This file keeps to "
                            + conformance.title()
                            + ": it can be archived, searched and read aloud.";
            case PLAIN ->
                    "This file keeps to "
                            + conformance.title()
                            + ". Its tables have more than "
                            + Words.count(Conformance.TAGGED_ROWS)
                            + " rows, above which the structure that PDF/A-3a and PDF/UA-1 ask for is left"
                            + " out. report.json and the workbook hold the same content for readers that"
                            + " need it.";
        };
    }
}
