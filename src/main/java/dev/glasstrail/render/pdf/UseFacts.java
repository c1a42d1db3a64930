package dev.glasstrail.render.pdf;

import dev.glasstrail.report.AlarmVerdictRow;
import dev.glasstrail.report.ExplanationRow;
import dev.glasstrail.report.OpeningRow;
import dev.glasstrail.report.SessionRow;
import dev.glasstrail.report.UnusedOpening;
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
    private final List<SessionRow> sessions;
    private final List<UnusedOpening> unused;

    /// @param sessions of the use
    /// @param unused openings of the use with which nothing was done
    UseFacts(Flow flow, Tag section, List<SessionRow> sessions, List<UnusedOpening> unused) {
        this.flow = flow;
        this.section = section;
        this.sessions = sessions;
        this.unused = unused;
    }

    void draw(UseRow use) {
        List<Fact> left = new ArrayList<>();
        left.add(new Fact("Person", person(use)));
        left.add(
                new Fact(
                        "Role",
                        joined(s -> Stream.of(s.role().arn()), u -> Stream.of(u.role().arn()))));
        left.add(new Fact("Entered by", enteredBy()));
        left.add(new Fact("Second factor", joined(s -> Stream.of(s.mfa()))));
        left.add(new Fact("Explanation", explanation(use)));
        left.add(new Fact("Alarm", alarm()));
        List<Fact> right = new ArrayList<>();
        right.add(new Fact("From", joined(s -> s.sourceIps().stream(), openings(OpeningRow::ip))));
        right.add(new Fact("With", userAgents()));
        right.add(
                new Fact(
                        "Regions",
                        joined(s -> s.regions().stream(), openings(OpeningRow::region))));
        right.add(new Fact("Access keys", keys()));
        right.add(new Fact("Figures", figures(use)));
        drawColumns(left, right);
    }

    private String person(UseRow use) {
        String email = use.person().email();
        String name =
                use.person().name()
                        + (email == null ? "" : ", " + email)
                        + ", known by "
                        + use.person().source();
        String userId = use.person().userId();
        String identity =
                joined(s -> Stream.ofNullable(s.sourceIdentity()))
                        .replaceFirst("^none recorded$", "");
        return name
                + (userId == null ? "" : "; user id " + userId)
                + (identity.isEmpty() ? "" : "; source identity " + identity);
    }

    private String explanation(UseRow use) {
        String texts =
                joined(session -> {
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

    private String keys() {
        String used = joined(s -> s.accessKeyIds().stream());
        String neverUsed =
                String.join(
                        ", ",
                        distinct(
                                s -> s.issuedUnusedKeys().stream(),
                                u -> u.accessKeyIds().stream()));
        return neverUsed.isEmpty() ? used : used + "; issued and never used: " + neverUsed;
    }

    private String figures(UseRow use) {
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

    /// Ways in have commas of their own.
    private String enteredBy() {
        return String.join(
                "; ", distinct(s -> Stream.of(s.channel()), u -> Stream.of(u.channel())));
    }

    /// Agents hold commas of their own.
    private String userAgents() {
        Set<String> agents =
                distinct(s -> s.userAgents().stream(), openings(OpeningRow::userAgent));
        return agents.isEmpty() ? "none recorded" : String.join("; ", agents);
    }

    private String alarm() {
        Set<String> verdicts =
                distinct(
                        session -> session.alarm().stream().map(UseFacts::verdict),
                        opening -> opening.alarm().stream().map(UseFacts::verdict));
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
                + (cause == null ? "" : ": " + cause.replace('_', ' ').toLowerCase(Locale.ROOT));
    }

    private String joined(Function<SessionRow, Stream<String>> values) {
        return joined(values, _ -> Stream.of());
    }

    private String joined(
            Function<SessionRow, Stream<String>> values,
            Function<UnusedOpening, Stream<String>> more) {
        Set<String> distinct = distinct(values, more);
        return distinct.isEmpty() ? "none recorded" : String.join(", ", distinct);
    }

    private Set<String> distinct(
            Function<SessionRow, Stream<String>> values,
            Function<UnusedOpening, Stream<String>> more) {
        Set<String> distinct = new LinkedHashSet<>();
        Stream.concat(sessions.stream().flatMap(values), unused.stream().flatMap(more))
                .filter(value -> !value.isEmpty())
                .forEach(distinct::add);
        return distinct;
    }

    private static Function<UnusedOpening, Stream<String>> openings(
            Function<OpeningRow, String> member) {
        return opening -> opening.openings().stream().map(member);
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
