package dev.glasstrail.render.pdf;

import org.openpdf.text.pdf.PdfName;

/// The standard structure types that the report uses.
enum Role {
    DOCUMENT("Document"),
    SECTION("Sect"),
    H1("H1"),
    H2("H2"),
    H3("H3"),
    H4("H4"),
    PARAGRAPH("P"),
    SPAN("Span"),
    LINK("Link"),
    LIST("L"),
    ITEM("LI"),
    LABEL("Lbl"),
    ITEM_BODY("LBody"),
    TABLE("Table"),
    TABLE_HEAD("THead"),
    TABLE_BODY("TBody"),
    ROW("TR"),
    HEADER_CELL("TH"),
    CELL("TD"),
    CONTENTS("TOC"),
    CONTENTS_ITEM("TOCI"),
    FIGURE("Figure");

    private final String name;

    Role(String name) {
        this.name = name;
    }

    PdfName pdfName() {
        return new PdfName(name);
    }
}
