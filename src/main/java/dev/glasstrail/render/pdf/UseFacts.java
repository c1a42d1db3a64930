package dev.glasstrail.render.pdf;

import dev.glasstrail.report.AlarmVerdictRow;
import dev.glasstrail.report.ExplanationRow;
import dev.glasstrail.report.SessionRow;
import dev.glasstrail.report.UseRow;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// The facts of a use in two columns: who and what on the left, how and from where on the right.
final class UseFacts {

    private static final float GUTTER = 18;
    private static final float COLUMN = (Flow.WIDTH - GUTTER) / 2;
    private static final float LABEL = 62;
    private static final float BELOW = 3.4f;

    /// Lines of a fact that still stands in a column.
    private static final int TALL = 4;

    private final Flow flow;
    private final Tag section;

    UseFacts(Flow flow, Tag section) {
        this.flow = flow;
        this.section = section;
    }

    void draw(UseRow use, List<SessionRow> sessions) {
        List<Fact> left = new ArrayList<>();
        left.add(new Fact("Person", person(use, sessions)));
        left.add(new Fact("Role", joined(sessions, s -> Stream.of(s.role().arn()))));
        left.add(new Fact("Entered by", joined(sessions, s -> Stream.of(s.channel()))));
        left.add(new Fact("Second factor", joined(sessions, s -> Stream.of(s.mfa()))));
        left.add(new Fact("Explanation", explanation(use, sessions)));
        left.add(new Fact("Alarm", alarm(sessions)));
        List<Fact> right = new ArrayList<>();
        right.add(new Fact("From", joined(sessions, s -> s.sourceIps().stream())));
        right.add(new Fact("With", userAgents(sessions)));
        right.add(new Fact("Regions", joined(sessions, s -> s.regions().stream())));
        right.add(new Fact("Access keys", keys(sessions)));
        right.add(new Fact("Figures", figures(use, sessions)));
        drawColumns(left, right);
    }

    private static String person(UseRow use, List<SessionRow> sessions) {
        String name = use.person().name() + ", known by " + use.person().source();
        String userId = use.person().userId();
        String identity =
                joined(sessions, s -> Stream.ofNullable(s.sourceIdentity()))
                        .replaceFirst("^none recorded$", "");
        return name
                + (userId == null ? "" : "; user id " + userId)
                + (identity.isEmpty() ? "" : "; source identity " + identity);
    }

    private static String explanation(UseRow use, List<SessionRow> sessions) {
        String texts =
                joined(
                        sessions,
                        session -> {
                            ExplanationRow explanation = session.explanation();
                            return Stream.of(
                                            explanation.status(),
                                            explanation.ticket(),
                                            explanation.text(),
                                            explanation.author())
                                    .filter(Objects::nonNull);
                        });
        return texts.equals(use.classification()) ? texts : texts + "; " + use.classification();
    }

    private static String keys(List<SessionRow> sessions) {
        String used = joined(sessions, s -> s.accessKeyIds().stream());
        String unused = String.join(", ", distinct(sessions, s -> s.issuedUnusedKeys().stream()));
        return unused.isEmpty() ? used : used + "; issued and never used: " + unused;
    }

    private static String figures(UseRow use, List<SessionRow> sessions) {
        return Words.count(sessions.size(), "session")
                + ", "
                + Words.count(use.openings(), "opening")
                + (use.unused() == 0 ? "" : " (" + use.unused() + " never used)")
                + (use.denied() == 0 ? "" : ", " + use.denied() + " refused")
                + "; "
                + Words.count(use.actions(), "action")
                + ": "
                + Words.count(use.reads())
                + " read, "
                + Words.count(use.writes())
                + " write, "
                + Words.count(use.errors(), "error");
    }

    /// Agents hold commas of their own.
    private static String userAgents(List<SessionRow> sessions) {
        Set<String> agents = distinct(sessions, s -> s.userAgents().stream());
        return agents.isEmpty() ? "none recorded" : String.join("; ", agents);
    }

    private static String alarm(List<SessionRow> sessions) {
        Set<String> verdicts =
                distinct(sessions, session -> session.alarm().stream().map(UseFacts::verdict));
        return verdicts.isEmpty() ? "not checked" : String.join("; ", verdicts);
    }

    private static String verdict(AlarmVerdictRow row) {
        String word = row.verdict().replace('_', ' ').toLowerCase(Locale.ROOT);
        String rule = row.rule();
        String cause = row.cause();
        Long delay = row.delaySeconds();
        return word
                + (rule == null ? "" : " by " + rule)
                + (delay == null ? "" : " after " + delay + " s")
                + (cause == null ? "" : ": " + cause);
    }

    private static String joined(
            List<SessionRow> sessions, Function<SessionRow, Stream<String>> values) {
        Set<String> distinct = distinct(sessions, values);
        return distinct.isEmpty() ? "none recorded" : String.join(", ", distinct);
    }

    private static Set<String> distinct(
            List<SessionRow> sessions, Function<SessionRow, Stream<String>> values) {
        Set<String> distinct = new LinkedHashSet<>();
        sessions.stream().flatMap(values).filter(v -> !v.isEmpty()).forEach(distinct::add);
        return distinct;
    }

    /// Short facts stand in two columns; one that would tower over its neighbours goes below them,
    /// over the whole width.
    private void drawColumns(List<Fact> left, List<Fact> right) {
        List<Fact> tall = new ArrayList<>();
        List<Fact> first = shortOnes(left, tall);
        List<Fact> second = shortOnes(right, tall);
        flow.ensure(Math.max(height(first), height(second)));
        Tag list = section.child(Role.LIST);
        float top = flow.y();
        drawColumn(list, first, Flow.LEFT, top);
        drawColumn(list, second, Flow.LEFT + COLUMN + GUTTER, top);
        flow.down(Math.max(height(first), height(second)));
        for (Fact fact : tall) {
            flow.ensure(60);
            Tag item = list.child(Role.ITEM);
            label(item, fact, Flow.LEFT, flow.y());
            List<Line> lines = set(fact, Flow.WIDTH - LABEL);
            flow.lines(item.child(Role.ITEM_BODY), lines, Flow.LEFT + LABEL, Flow.RIGHT);
            flow.down(BELOW);
        }
    }

    private List<Fact> shortOnes(List<Fact> facts, List<Fact> tall) {
        List<Fact> low = new ArrayList<>();
        for (Fact fact : facts) {
            (set(fact, COLUMN - LABEL).size() > TALL ? tall : low).add(fact);
        }
        return low;
    }

    private float height(List<Fact> facts) {
        float height = 0;
        for (Fact fact : facts) {
            height += Line.height(set(fact, COLUMN - LABEL)) + BELOW;
        }
        return height;
    }

    private void drawColumn(Tag list, List<Fact> facts, float left, float top) {
        float y = top;
        for (Fact fact : facts) {
            Tag item = list.child(Role.ITEM);
            label(item, fact, left, y);
            List<Line> lines = set(fact, COLUMN - LABEL);
            Box box = Box.below(left + LABEL, y, COLUMN - LABEL, Line.height(lines));
            y = flow.canvas().lines(item.child(Role.ITEM_BODY), lines, box, Align.LEFT) - BELOW;
        }
    }

    private void label(Tag item, Fact fact, float left, float top) {
        List<Line> label = flow.typesetter().lines(fact.label(), Style.NOTE, LABEL);
        Box place = Box.below(left, top, LABEL, 12);
        flow.canvas().lines(item.child(Role.LABEL), label, place, Align.LEFT);
    }

    private List<Line> set(Fact fact, float width) {
        return flow.typesetter().lines(fact.text(), Style.TABLE, width);
    }

    private record Fact(String label, String text) {}
}
