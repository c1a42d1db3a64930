package dev.glasstrail.render.pdf;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.GregorianCalendar;
import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.PdfAction;
import org.openpdf.text.pdf.PdfBoolean;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfDestination;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfEncryption;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfOutline;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfStructureElement;
import org.openpdf.text.pdf.PdfWriter;

/// One PDF being written: its standard, its identity, its pages, places and bookmarks.
///
/// Whatever the library would take from the clock, from chance or from the machine is set here, so
/// that the same report gives the same bytes.
final class PdfFile implements AutoCloseable {

    private static final String LANGUAGE = "en";

    private final Document document;
    private final PdfWriter writer;
    private final Canvas canvas;
    private final Tag root;
    private final Typesetter typesetter;
    private PdfOutline lastSection;

    /// Opens a document on `out`, which is flushed but never closed.
    PdfFile(OutputStream out, Conformance conformance, DocumentFacts facts, LayoutWatch watch)
            throws IOException {
        document = new Document(PageSize.A4, 0, 0, 0, 0);
        writer = PdfWriter.getInstance(document, out);
        writer.setCloseStream(false);
        writer.setPDFXConformance(conformance.level());
        writer.setFullCompression();
        writer.setTabs(PdfName.S);
        writer.setXmpMetadata(Xmp.packet(facts, conformance).getBytes(StandardCharsets.UTF_8));
        if (conformance.tagged()) {
            writer.setTagged();
        }
        document.open();
        describe(facts);
        writer.setOutputIntents(
                "sRGB IEC61966-2.1",
                "",
                "http://www.color.org",
                "sRGB IEC61966-2.1",
                ICC_Profile.getInstance(ColorSpace.CS_sRGB));
        Fonts fonts = new Fonts();
        typesetter = new Typesetter(fonts);
        canvas = new Canvas(writer, conformance.tagged(), fonts, watch);
        root =
                conformance.tagged()
                        ? Tag.of(
                                new PdfStructureElement(
                                        writer.getStructureTreeRoot(), Role.DOCUMENT.pdfName()))
                        : Tag.NONE;
        lastSection = canvasOutline();
    }

    Canvas canvas() {
        return canvas;
    }

    Typesetter typesetter() {
        return typesetter;
    }

    Tag root() {
        return root;
    }

    /// Ends the page that is being drawn and starts the next.
    void nextPage() {
        writer.setPageEmpty(false);
        document.newPage();
    }

    /// Gives a name to a height on this page, for links and bookmarks.
    void place(String name, float top) {
        writer.getDirectContent()
                .localDestination(name, new PdfDestination(PdfDestination.FITH, top));
    }

    /// Adds a bookmark of the first level.
    void section(String title, String target) {
        lastSection = bookmark(canvasOutline(), title, target);
    }

    /// Adds a bookmark below the last section, folded away.
    void subsection(String title, String target) {
        lastSection.setOpen(false);
        bookmark(lastSection, title, target);
    }

    @Override
    public void close() {
        writer.setPageEmpty(false);
        document.close();
    }

    private PdfOutline canvasOutline() {
        return writer.getDirectContent().getRootOutline();
    }

    private static PdfOutline bookmark(PdfOutline parent, String title, String target) {
        return new PdfOutline(
                parent,
                PdfAction.gotoLocalPage(target, false),
                new PdfString(title, PdfObject.TEXT_UNICODE));
    }

    private void describe(DocumentFacts facts) {
        PdfDictionary info = writer.getInfo();
        PdfDate made = new PdfDate(GregorianCalendar.from(facts.made().atZone(ZoneOffset.UTC)));
        info.put(PdfName.TITLE, new PdfString(facts.title(), PdfObject.TEXT_UNICODE));
        info.put(PdfName.SUBJECT, new PdfString(facts.subject(), PdfObject.TEXT_UNICODE));
        info.put(PdfName.CREATOR, new PdfString(facts.creator(), PdfObject.TEXT_UNICODE));
        info.put(PdfName.PRODUCER, new PdfString(Xmp.PRODUCER));
        info.put(PdfName.CREATIONDATE, made);
        info.put(PdfName.MODDATE, made);
        byte[] id = identity(facts.identity());
        info.put(PdfName.FILEID, PdfEncryption.createInfoId(id, id));
        PdfDictionary catalog = writer.getExtraCatalog();
        catalog.put(PdfName.LANG, new PdfString(LANGUAGE));
        PdfDictionary view = new PdfDictionary();
        view.put(PdfName.DISPLAYDOCTITLE, PdfBoolean.PDFTRUE);
        catalog.put(PdfName.VIEWERPREFERENCES, view);
        catalog.put(PdfName.PAGEMODE, PdfName.USEOUTLINES);
    }

    private static byte[] identity(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
