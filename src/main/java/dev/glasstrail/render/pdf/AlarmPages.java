package dev.glasstrail.render.pdf;

import dev.glasstrail.report.AlarmSection;
import dev.glasstrail.report.AlarmSection.AlarmOpening;
import dev.glasstrail.report.AlarmSection.AlarmTotals;
import dev.glasstrail.report.AlarmSection.RuleRow;
import dev.glasstrail.report.AlarmVerdictRow;
import dev.glasstrail.report.AuditReport;
import dev.glasstrail.report.CheckState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Whether the alarm rang: by day, opening by opening where it did not, and rule by rule.
final class AlarmPages {

    private static final float CHART = 132;

    private static final List<Column> FAILED =
            List.of(
                    Column.left("When (UTC)", 66),
                    Column.left("Who opened what", 124),
                    Column.left("Verdict", 78),
                    Column.left("Cause, and what to do", 247));

    private static final List<Column> RANG =
            List.of(
                    Column.left("When (UTC)", 96),
                    Column.left("Who opened what", 159),
                    Column.left("Rule", 130),
                    Column.right("After", 60),
                    Column.left("Proof", 70));

    private static final List<Column> RULES =
            List.of(
                    Column.left("Rule", 150),
                    Column.left("Account and region", 95),
                    Column.right("Expected", 46),
                    Column.right("Matched", 46),
                    Column.right("Invoked", 46),
                    Column.right("Failed", 42),
                    Column.left("Log and metrics", 90));

    private final Flow flow;

    AlarmPages(Flow flow) {
        this.flow = flow;
    }

    void draw(AuditReport report) {
        AlarmSection alarm = report.alarm();
        boolean isChecked = alarm.state() != CheckState.NOT_CHECKED;
        Tag section =
                isChecked
                        ? flow.chapter("The alarm", "alarm")
                        : flow.section("The alarm", "alarm", 60);
        new AnswerLine(flow).draw(section, report.answers().get(2));
        if (!isChecked) {
            return;
        }
        verdicts(section, alarm);
        chart(section, alarm);
        failed(section, alarm);
        rules(section, alarm);
        rang(section, alarm);
        unread(section, alarm);
        limits(section, alarm);
    }

    private void verdicts(Tag section, AlarmSection alarm) {
        AlarmTotals totals = alarm.totals();
        flow.gap(4);
        flow.paragraph(
                section.child(Role.PARAGRAPH),
                List.of(
                        Span.of("%s rang".formatted(totals.rang()), Style.STRONG),
                        Span.of(
                                "  ·  %s rang late  ·  %s silent  ·  %s not covered  ·  %s unprovable"
                                        .formatted(
                                                totals.late(),
                                                totals.silent(),
                                                totals.notCovered(),
                                                totals.unprovable()),
                                Style.BODY.in(Ink.SECONDARY))),
                Flow.LEFT,
                Flow.RIGHT);
        flow.paragraph(
                section.child(Role.PARAGRAPH),
                List.of(Span.of(alarm.assurance(), Style.BODY.in(Ink.SECONDARY))),
                Flow.LEFT,
                Flow.RIGHT);
    }

    private void chart(Tag section, AlarmSection alarm) {
        flow.gap(8);
        flow.ensure(CHART);
        Box card = Box.below(Flow.LEFT, flow.y(), Flow.WIDTH, CHART);
        new BarChart(flow)
                .draw(
                        section,
                        card,
                        BarChart.Figure.overTime(
                                "Openings",
                                List.of(
                                        new BarChart.Series("openings", Ink.LANE),
                                        new BarChart.Series("matched by a rule", Ink.DATA_LIGHT),
                                        new BarChart.Series("delivered", Ink.DATA)),
                                alarm.overTime().stream()
                                        .map(period ->
                                                new BarChart.Period(
                                                        period.label(),
                                                        List.of(
                                                                period.openings(),
                                                                period.matched(),
                                                                period.delivered())))
                                        .toList()));
        flow.down(CHART);
    }

    private void failed(Tag section, AlarmSection alarm) {
        List<AlarmOpening> failed =
                alarm.openings().stream().filter(one -> !one.verdict().equals("RANG")).toList();
        flow.gap(14);
        String title = "Where it did not ring in time, or nobody can say";
        if (failed.isEmpty()) {
            Heading.withSentence(
                    flow, section, title, "It rang in time for every opening of the window.");
            return;
        }
        Table table = new Table(flow, section, Heading.of(section, Role.H3, title), FAILED);
        for (AlarmOpening opening : failed) {
            table.row(when(opening), what(opening), chip(opening), causes(opening));
        }
    }

    private static Cell when(AlarmOpening opening) {
        return Cell.of(
                Span.of(Words.day(opening.at()), Style.TABLE),
                Span.of(Words.time(opening.at()), Style.MONO));
    }

    private static Cell what(AlarmOpening opening) {
        String use = opening.useId();
        return Cell.of(
                Span.of(opening.person(), Style.TABLE_STRONG),
                Span.of(
                        opening.glass()
                                + (opening.kind().equals("used") ? "" : ", " + opening.kind()),
                        Style.TABLE),
                Span.of(opening.account() + ", " + opening.region(), Style.NOTE),
                use == null
                        ? Span.of("", Style.NOTE)
                        : Span.link(use, Style.MONO_SMALL, UsePages.place(use)));
    }

    private static Cell chip(AlarmOpening opening) {
        return Cell.chip(Chip.ofVerdict(opening.verdict()));
    }

    private static Cell causes(AlarmOpening opening) {
        List<Span> spans = new ArrayList<>();
        for (AlarmVerdictRow row : opening.rules()) {
            if (!row.verdict().equals(opening.verdict())) {
                continue;
            }
            String text = row.text();
            Long delay = row.delaySeconds();
            spans.add(Span.of(rule(row), Style.TABLE_STRONG));
            spans.add(
                    Span.of(
                            text != null ? text : delay == null ? "" : "after " + delay + " s",
                            Style.TABLE));
            String fix = row.fix();
            spans.add(Span.of(fix == null ? "" : "To do: " + fix + ".", Style.NOTE));
        }
        spans.add(Span.of(opening.eventId(), Style.MONO_SMALL));
        return Cell.of(spans.toArray(Span[]::new));
    }

    private static String rule(AlarmVerdictRow row) {
        String rule = row.rule();
        String place = row.account().isEmpty() ? "" : row.account() + ", " + row.region();
        return (rule == null ? "no rule" : rule) + (place.isEmpty() ? "" : " (" + place + ")");
    }

    private void rules(Tag section, AlarmSection alarm) {
        flow.gap(14);
        String title = "The rules, what the log expects of them, and what their metrics say";
        if (alarm.rules().isEmpty()) {
            Heading.withSentence(flow, section, title, "No alert rule was found.");
            return;
        }
        Table table = new Table(flow, section, Heading.of(section, Role.H3, title), RULES);
        for (RuleRow rule : alarm.rules()) {
            table.row(
                    Cell.of(
                            Span.of(rule.name(), Style.TABLE_STRONG),
                            Span.of(rule.state(), Style.NOTE),
                            Span.of(changes(rule), Style.NOTE)),
                    Cell.of(
                            Span.of(rule.account(), Style.TABLE),
                            Span.of(rule.region(), Style.NOTE)),
                    Cell.count(rule.expected()),
                    figure(rule.matched()),
                    figure(rule.invocations()),
                    figure(rule.failed()),
                    comparison(rule));
        }
    }

    private static String changes(RuleRow rule) {
        return rule.changes().stream()
                .map(change -> change.name() + " " + Words.dayMinute(change.at()))
                .collect(Collectors.joining(", "));
    }

    private static Cell comparison(RuleRow rule) {
        List<Span> spans = new ArrayList<>();
        spans.add(
                Span.of(
                        switch (rule.comparison()) {
                            case "agrees" -> "agree";
                            case "differs" -> "differ";
                            default -> "not comparable";
                        },
                        Style.TABLE_STRONG));
        rule.why().forEach(why -> spans.add(Span.of(why, Style.NOTE)));
        if (!rule.uncounted().isEmpty()) {
            spans.add(
                    Span.of(
                            Words.count(rule.uncounted().size(), "record") + " without a count",
                            Style.NOTE));
        }
        if (rule.contended() > 0) {
            spans.add(
                    Span.of(
                            Words.count(rule.contended(), "record") + " for fewer counts",
                            Style.NOTE));
        }
        rule.surplus()
                .forEach(one ->
                        spans.add(
                                Span.of(
                                        Words.count(one.counts(), "count")
                                                + " without a record, "
                                                + Words.dayMinute(one.from())
                                                + "–"
                                                + Words.minute(one.to()),
                                        Style.NOTE)));
        return Cell.of(spans.toArray(Span[]::new));
    }

    private static Cell figure(@Nullable Long figure) {
        return figure == null ? Cell.of("unknown", Style.NOTE) : Cell.count(figure);
    }

    private void rang(Tag section, AlarmSection alarm) {
        List<AlarmOpening> rang =
                alarm.openings().stream().filter(one -> one.verdict().equals("RANG")).toList();
        if (rang.isEmpty()) {
            return;
        }
        flow.gap(14);
        Table table =
                new Table(
                        flow, section, Heading.of(section, Role.H3, "Where it rang in time"), RANG);
        for (AlarmOpening opening : rang) {
            AlarmVerdictRow row =
                    opening.rules().stream()
                            .filter(one -> one.verdict().equals("RANG"))
                            .findFirst()
                            .orElseThrow();
            Long delay = row.delaySeconds();
            String proof = row.proof();
            table.row(
                    Cell.of(Words.dayTime(opening.at()), Style.TABLE),
                    Cell.of(
                            Span.of(opening.person(), Style.TABLE_STRONG),
                            Span.of(opening.glass() + " in " + opening.account(), Style.NOTE)),
                    Cell.of(Span.of(row.rule() == null ? "no rule" : rule(row), Style.TABLE)),
                    Cell.of(delay == null ? "" : delay + " s", Style.TABLE),
                    Cell.of(proof == null ? "" : proof, Style.NOTE));
        }
    }

    private void unread(Tag section, AlarmSection alarm) {
        if (alarm.unread().isEmpty()) {
            return;
        }
        flow.gap(14);
        flow.ensure(Heading.HEIGHT + 24);
        Heading.of(section, Role.H3, "What could not be read").draw(flow);
        list(
                section,
                alarm.unread().stream()
                        .map(one ->
                                (one.account().isEmpty()
                                                ? ""
                                                : one.account() + ", " + one.region() + ": ")
                                        + one.text())
                        .toList());
    }

    private void limits(Tag section, AlarmSection alarm) {
        flow.gap(14);
        flow.ensure(Heading.HEIGHT + 24);
        Heading.of(section, Role.H3, "What this check cannot tell apart").draw(flow);
        list(section, alarm.limits());
    }

    private void list(Tag section, List<String> sentences) {
        Tag list = section.child(Role.LIST);
        for (String sentence : sentences) {
            Tag body = list.child(Role.ITEM).child(Role.ITEM_BODY);
            flow.paragraph(
                    body,
                    List.of(Span.of(sentence, Style.TABLE.in(Ink.SECONDARY))),
                    Flow.LEFT,
                    Flow.RIGHT);
            flow.down(2);
        }
    }
}
