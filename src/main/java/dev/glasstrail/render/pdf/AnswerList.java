package dev.glasstrail.render.pdf;

import dev.glasstrail.report.Answer;
import java.util.ArrayList;
import java.util.List;

/// The six questions with their answers, and for each whether it could be answered at all.
final class AnswerList {

    private static final float QUESTION = 128;
    private static final float CHIP = 76;
    private static final float ANSWER = Flow.WIDTH - QUESTION - CHIP;

    private final Flow flow;
    private final Tag list;

    AnswerList(Flow flow, Tag section) {
        this.flow = flow;
        this.list = section.child(Role.LIST);
    }

    void draw(List<Answer> answers) {
        for (Answer answer : answers) {
            draw(answer);
        }
    }

    private void draw(Answer answer) {
        Typesetter typesetter = flow.typesetter();
        Canvas canvas = flow.canvas();
        List<Line> question = typesetter.lines(answer.question(), Style.STRONG, QUESTION - 12);
        List<Line> words = new ArrayList<>();
        words.addAll(typesetter.lines(answer.figure(), Style.STRONG, ANSWER));
        Style quiet = Style.NOTE.in(Ink.SECONDARY);
        words.addAll(typesetter.lines(answer.text(), quiet, ANSWER));
        float height = Math.max(Line.height(question), Line.height(words)) + 9;
        flow.ensure(height);
        float top = flow.y();
        canvas.decoration(() -> canvas.rule(Flow.LEFT, Flow.RIGHT, top, Ink.HAIRLINE));
        Tag item = list.child(Role.ITEM);
        Box left = Box.below(Flow.LEFT, top - 4.5f, QUESTION - 12, height);
        canvas.lines(item.child(Role.LABEL), question, left, Align.LEFT);
        Tag body = item.child(Role.ITEM_BODY);
        Box middle = Box.below(Flow.LEFT + QUESTION, top - 4.5f, ANSWER, height);
        canvas.lines(body, words, middle, Align.LEFT);
        Chip chip = Chip.of(answer.state());
        float at = Flow.RIGHT - chip.width(typesetter);
        chip.draw(canvas, typesetter, body, at, top - 4.5f);
        flow.down(height);
    }
}
