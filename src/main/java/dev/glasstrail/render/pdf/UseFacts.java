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
import org.jspecify.annotations.Nullable;

/// The facts of a use in two columns: who and what on the left, how and from where on the right.
final class UseFacts {

    private static final float GUTTER = 18;
    private static final float COLUMN = (Flow.WIDTH - GUTTER) / 2;
    private static final float LABEL = 62;

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

    /// Facts beside each other share a top; a column too long for the page moves there on its own.
    private void drawColumns(List<Fact> left, List<Fact> right) {
        Tag list = section.child(Role.LIST);
        int rows = Math.max(left.size(), right.size());
        for (int i = 0; i < rows; i++) {
            List<Line> first = i < left.size() ? set(left.get(i)) : List.of();
            List<Line> second = i < right.size() ? set(right.get(i)) : List.of();
            float height = Math.max(Line.height(first), Line.height(second)) + 4;
            if (height > Flow.FULL / 2) {
                drawLong(list, i < left.size() ? left.get(i) : null, first);
                drawLong(list, i < right.size() ? right.get(i) : null, second);
                continue;
            }
            flow.ensure(height);
            if (i < left.size()) {
                draw(list, left.get(i), first, Flow.LEFT);
            }
            if (i < right.size()) {
                draw(list, right.get(i), second, Flow.LEFT + COLUMN + GUTTER);
            }
            flow.down(height);
        }
    }

    private List<Line> set(Fact fact) {
        return flow.typesetter().lines(fact.text(), Style.TABLE, COLUMN - LABEL);
    }

    private void draw(Tag list, Fact fact, List<Line> lines, float left) {
        Tag item = list.child(Role.ITEM);
        Style style = Style.NOTE;
        List<Line> label = flow.typesetter().lines(fact.label(), style, LABEL);
        Box place = Box.below(left, flow.y(), LABEL, 12);
        flow.canvas().lines(item.child(Role.LABEL), label, place, Align.LEFT);
        Box box = Box.below(left + LABEL, flow.y(), COLUMN - LABEL, Line.height(lines));
        flow.canvas().lines(item.child(Role.ITEM_BODY), lines, box, Align.LEFT);
    }

    private void drawLong(Tag list, @Nullable Fact fact, List<Line> lines) {
        if (fact == null) {
            return;
        }
        flow.ensure(60);
        Tag item = list.child(Role.ITEM);
        List<Line> label = flow.typesetter().lines(fact.label(), Style.NOTE, LABEL);
        Box place = Box.below(Flow.LEFT, flow.y(), LABEL, 12);
        flow.canvas().lines(item.child(Role.LABEL), label, place, Align.LEFT);
        flow.lines(item.child(Role.ITEM_BODY), lines, Flow.LEFT + LABEL, Flow.RIGHT);
    }

    private record Fact(String label, String text) {}
}
