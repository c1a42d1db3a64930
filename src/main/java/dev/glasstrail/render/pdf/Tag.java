package dev.glasstrail.render.pdf;

import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfIndirectReference;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfRectangle;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfStructureElement;

/// An element of the document's structure, or nothing in a document without one.
///
/// The library lets an element hold either content or children: text with a link in it therefore
/// goes into children of its own.
final class Tag {

    /// What all content of an untagged document belongs to.
    static final Tag NONE = new Tag(null);

    private static final PdfDictionary COLUMN_SCOPE = columnScope();

    private final @Nullable PdfStructureElement element;

    private Tag(@Nullable PdfStructureElement element) {
        this.element = element;
    }

    static Tag of(PdfStructureElement element) {
        return new Tag(element);
    }

    @Nullable PdfStructureElement element() {
        return element;
    }

    Tag child(Role role) {
        return element == null ? NONE : new Tag(new PdfStructureElement(element, role.pdfName()));
    }

    /// A header cell that speaks for its column.
    Tag columnHeader() {
        Tag cell = child(Role.HEADER_CELL);
        if (cell.element != null) {
            cell.element.put(PdfName.A, COLUMN_SCOPE);
        }
        return cell;
    }

    /// A picture with the words that stand for it.
    Tag figure(String alternative, Box box) {
        Tag figure = child(Role.FIGURE);
        if (figure.element != null) {
            figure.element.put(PdfName.ALT, new PdfString(alternative, PdfObject.TEXT_UNICODE));
            PdfDictionary layout = new PdfDictionary();
            layout.put(PdfName.O, new PdfName("Layout"));
            layout.put(
                    PdfName.BBOX,
                    new PdfRectangle(box.left(), box.bottom(), box.right(), box.top()));
            figure.element.put(PdfName.A, layout);
        }
        return figure;
    }

    boolean hasChildren() {
        return element != null && element.get(PdfName.K) != null && !holdsContent();
    }

    /// Whether text was drawn into the element itself, so that it can have no children any more.
    boolean holdsContent() {
        PdfObject kids = element == null ? null : element.get(PdfName.K);
        PdfObject first = kids instanceof PdfArray array ? array.getPdfObject(0) : kids;
        return first != null && first.isNumber();
    }

    /// Adds an annotation to an element that already holds its text.
    void annotate(PdfIndirectReference annotation, PdfIndirectReference page) {
        if (element == null) {
            return;
        }
        PdfDictionary reference = new PdfDictionary(PdfName.OBJR);
        reference.put(PdfName.OBJ, annotation);
        reference.put(PdfName.PG, page);
        PdfArray kids = new PdfArray();
        kids.add(element.get(PdfName.K));
        kids.add(reference);
        element.put(PdfName.K, kids);
    }

    private static PdfDictionary columnScope() {
        PdfDictionary attribute = new PdfDictionary();
        attribute.put(PdfName.O, new PdfName("Table"));
        attribute.put(new PdfName("Scope"), new PdfName("Column"));
        return attribute;
    }
}
