package dev.glasstrail.render.pdf;

import dev.glasstrail.report.Answer;
import java.util.List;

/// One of the six questions with its answer, and whether it could be answered.
final class AnswerLine {

    private final Flow flow;

    AnswerLine(Flow flow) {
        this.flow = flow;
    }

    void draw(Tag section, Answer answer) {
        flow.gap(8);
        flow.ensure(50);
        Chip chip = Chip.of(answer.state());
        float width = chip.width(flow.typesetter());
        chip.draw(
                flow.canvas(),
                flow.typesetter(),
                section.child(Role.PARAGRAPH),
                Flow.RIGHT - width,
                flow.y());
        List<Span> question = List.of(Span.of(answer.question(), Style.LABEL_HEADING));
        flow.paragraph(section.child(Role.H3), question, Flow.LEFT, Flow.RIGHT - width - 10);
        List<Span> words =
                List.of(
                        Span.of(answer.figure() + "  ", Style.STRONG),
                        Span.of(answer.text(), Style.BODY.in(Ink.SECONDARY)));
        flow.paragraph(section.child(Role.PARAGRAPH), words, Flow.LEFT, Flow.RIGHT);
    }
}
