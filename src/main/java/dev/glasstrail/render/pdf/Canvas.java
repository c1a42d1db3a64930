package dev.glasstrail.render.pdf;

import java.util.List;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfAnnotation;
import org.openpdf.text.pdf.PdfBorderArray;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfStructureElement;
import org.openpdf.text.pdf.PdfWriter;

/// Draws text and shapes on the current page and marks what each belongs to.
///
/// Everything is either content of a [Tag] or decoration; drawing outside both would break the
/// tags.
final class Canvas {

    private static final PdfName ARTIFACT = new PdfName("Artifact");

    private final PdfWriter writer;
    private final PdfContentByte content;
    private final boolean tagged;
    private final Fonts fonts;
    private final LayoutWatch watch;

    Canvas(PdfWriter writer, boolean tagged, Fonts fonts, LayoutWatch watch) {
        this.writer = writer;
        this.content = writer.getDirectContent();
        this.tagged = tagged;
        this.fonts = fonts;
        this.watch = watch;
    }

    /// Draws what a reader of the words does not need: rules, grounds, running heads.
    void decoration(Runnable drawing) {
        if (!tagged) {
            drawing.run();
            return;
        }
        content.beginMarkedContentSequence(ARTIFACT);
        drawing.run();
        content.endMarkedContentSequence();
    }

    /// Draws the content of an element that has no children.
    void content(Tag tag, Runnable drawing) {
        PdfStructureElement element = tag.element();
        if (element == null) {
            drawing.run();
            return;
        }
        content.beginMarkedContentSequence(element);
        drawing.run();
        content.endMarkedContentSequence();
    }

    /// Draws lines from the top of a box downwards as the content of `tag`; links become its
    /// children.
    ///
    /// @return the top of what is free below
    float lines(Tag tag, List<Line> lines, Box box, Align align) {
        boolean plain = lines.stream().noneMatch(Line::linked) && !tag.hasChildren();
        if (plain || tag.holdsContent()) {
            content(tag, () -> plainLines(lines, box, align));
        } else {
            linkedLines(tag, lines, box, align);
        }
        return box.top() - Line.height(lines);
    }

    /// Draws lines inside content or decoration that is already open.
    void plainLines(List<Line> lines, Box box, Align align) {
        float top = box.top();
        for (Line line : lines) {
            float left = align.start(box.left(), box.right(), line.width());
            for (Piece piece : line.pieces()) {
                show(piece, left + piece.x(), top - line.ascent());
            }
            report(line, left, top, box);
            top -= line.leading();
        }
    }

    private void linkedLines(Tag tag, List<Line> lines, Box box, Align align) {
        float top = box.top();
        for (Line line : lines) {
            float left = align.start(box.left(), box.right(), line.width());
            float baseline = top - line.ascent();
            for (Piece piece : line.pieces()) {
                String target = piece.target();
                Tag part = tag.child(target == null ? Role.SPAN : Role.LINK);
                content(part, () -> show(piece, left + piece.x(), baseline));
                if (target != null) {
                    Box area = Box.below(left + piece.x(), top, piece.width(), line.leading());
                    link(part, area, target, piece.text());
                }
            }
            report(line, left, top, box);
            top -= line.leading();
        }
    }

    private void report(Line line, float left, float top, Box box) {
        Box run =
                new Box(
                        left,
                        top - line.ascent() - line.size() * 0.24f,
                        left + line.width(),
                        top - line.ascent() + line.size() * 0.74f);
        watch.drawn(writer.getPageNumber(), line.text(), run, box);
    }

    private void show(Piece piece, float x, float baseline) {
        content.beginText();
        content.setFontAndSize(fonts.base(piece.face()), piece.style().size());
        fillWith(piece.style().ink());
        content.setTextMatrix(x, baseline);
        content.showText(piece.text());
        content.endText();
    }

    private void link(Tag tag, Box area, String target, String words) {
        PdfAnnotation annotation =
                PdfAnnotation.createLink(
                        writer,
                        new Rectangle(area.left(), area.bottom(), area.right(), area.top()),
                        PdfAnnotation.HIGHLIGHT_NONE,
                        target);
        annotation.setBorder(new PdfBorderArray(0, 0, 0));
        annotation.setFlags(PdfAnnotation.FLAGS_PRINT);
        annotation.put(PdfName.CONTENTS, new PdfString("Go to " + words, PdfObject.TEXT_UNICODE));
        PdfStructureElement element = tag.element();
        if (element != null) {
            int key = writer.getStructureTreeRoot().addExistingObject(element.getReference());
            annotation.put(PdfName.STRUCTPARENT, new PdfNumber(key));
            tag.annotate(annotation.getIndirectReference(), writer.getPageReference(page()));
        }
        writer.addAnnotation(annotation);
    }

    int page() {
        return writer.getPageNumber();
    }

    void fill(Box box, Ink ink) {
        fillWith(ink);
        content.rectangle(box.left(), box.bottom(), box.width(), box.height());
        content.fill();
    }

    void fillRound(Box box, float radius, Ink ink) {
        fillWith(ink);
        content.roundRectangle(box.left(), box.bottom(), box.width(), box.height(), radius);
        content.fill();
    }

    void outlineRound(Box box, float radius, Ink ink) {
        strokeWith(ink, 0.7f);
        content.roundRectangle(box.left(), box.bottom(), box.width(), box.height(), radius);
        content.stroke();
    }

    void rule(float left, float right, float y, Ink ink) {
        strokeWith(ink, 0.6f);
        content.moveTo(left, y);
        content.lineTo(right, y);
        content.stroke();
    }

    void upright(float x, float bottom, float top, Ink ink) {
        strokeWith(ink, 0.6f);
        content.moveTo(x, bottom);
        content.lineTo(x, top);
        content.stroke();
    }

    void dot(float x, float y, float radius, Ink ink) {
        fillWith(ink);
        content.circle(x, y, radius);
        content.fill();
    }

    /// A triangle that stands on its base around the middle (x, y).
    void triangle(float x, float y, float half, Ink ink) {
        fillWith(ink);
        content.moveTo(x - half, y - half * 0.85f);
        content.lineTo(x + half, y - half * 0.85f);
        content.lineTo(x, y + half);
        content.closePath();
        content.fill();
    }

    void diamond(float x, float y, float half, Ink ink) {
        fillWith(ink);
        content.moveTo(x - half, y);
        content.lineTo(x, y + half);
        content.lineTo(x + half, y);
        content.lineTo(x, y - half);
        content.closePath();
        content.fill();
    }

    private void fillWith(Ink ink) {
        content.setRGBColorFill(ink.red(), ink.green(), ink.blue());
    }

    private void strokeWith(Ink ink, float width) {
        content.setLineWidth(width);
        content.setRGBColorStroke(ink.red(), ink.green(), ink.blue());
    }
}
