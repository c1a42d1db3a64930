package dev.glasstrail.render.pdf;

/// What repeats on every page: the running head and the foot with the page number.
///
/// @param head left of the running head
/// @param foot left of the foot
/// @param pages number of pages in the whole report; 0 while it is being counted
record Frame(String head, String foot, int pages) {

    /// Draws the head of every page but the first, which has a title instead.
    void drawHead(Canvas canvas, Typesetter typesetter, String section) {
        canvas.decoration(() -> {
            canvas.fill(new Box(0, 836, Flow.SHEET, 842), Ink.NAVY);
            canvas.fill(new Box(0, 834.4f, Flow.SHEET, 836), Ink.AMBER);
            Style strong = Style.NOTE.as(Face.SEMIBOLD).in(Ink.INK);
            Box line = Box.below(Flow.LEFT, 820, Flow.WIDTH, 12);
            canvas.plainLines(typesetter.lines(head, strong, Flow.WIDTH / 2), line, Align.LEFT);
            canvas.plainLines(
                    typesetter.lines(section, Style.NOTE, Flow.WIDTH / 2), line, Align.RIGHT);
        });
    }

    void drawFoot(Canvas canvas, Typesetter typesetter, int page) {
        canvas.decoration(() -> {
            canvas.rule(Flow.LEFT, Flow.RIGHT, 40, Ink.HAIRLINE);
            Box line = Box.below(Flow.LEFT, 35, Flow.WIDTH, 12);
            canvas.plainLines(
                    typesetter.lines(foot, Style.NOTE, Flow.WIDTH - 90), line, Align.LEFT);
            String number =
                    "Page " + Words.count(page) + " of " + Words.count(Math.max(pages, page));
            canvas.plainLines(typesetter.lines(number, Style.NOTE, 90), line, Align.RIGHT);
        });
    }
}
