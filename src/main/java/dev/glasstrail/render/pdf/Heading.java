package dev.glasstrail.render.pdf;

/// A small heading inside a part of the report.
///
/// @param tag made before what follows, so that it is read first
record Heading(Tag tag, String text) {

    /// Height of the heading with the gap below it, in points.
    static final float HEIGHT = Style.LABEL_HEADING.leading() + 4;

    static Heading of(Tag section, Role role, String text) {
        return new Heading(section.child(role), text);
    }

    void draw(Flow flow) {
        flow.paragraph(tag, text, Style.LABEL_HEADING);
        flow.down(4);
    }

    /// A heading over a sentence that stands where a table would.
    static void withSentence(Flow flow, Tag section, String title, String sentence) {
        flow.ensure(HEIGHT + 2 * Style.BODY.leading());
        Heading.of(section, Role.H3, title).draw(flow);
        flow.paragraph(section.child(Role.PARAGRAPH), sentence, Style.BODY.in(Ink.SECONDARY));
    }
}
