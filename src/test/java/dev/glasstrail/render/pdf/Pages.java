package dev.glasstrail.render.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.SimpleBookmark;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/// Reads a written document back.
final class Pages {

    private final PdfReader reader;

    private Pages(PdfReader reader) {
        this.reader = reader;
    }

    static Pages of(byte[] document) throws IOException {
        return new Pages(new PdfReader(document));
    }

    int count() {
        return reader.getNumberOfPages();
    }

    /// The words of a page, from 1.
    String text(int page) throws IOException {
        return new PdfTextExtractor(reader).getTextFromPage(page).strip();
    }

    /// The words of all pages, each under its number.
    String text() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int page = 1; page <= count(); page++) {
            text.append("== page ").append(page).append('\n').append(text(page)).append('\n');
        }
        return text.toString();
    }

    /// The tree of bookmarks, two spaces deeper for each level.
    String bookmarks() {
        StringBuilder tree = new StringBuilder();
        append(tree, "", SimpleBookmark.getBookmarkList(reader));
        return tree.toString();
    }

    @SuppressWarnings("unchecked")
    private static void append(StringBuilder tree, String indent, List<Map<String, Object>> level) {
        for (Map<String, Object> bookmark : new ArrayList<>(level)) {
            tree.append(indent).append(bookmark.get("Title")).append('\n');
            Object kids = bookmark.get("Kids");
            if (kids != null) {
                append(tree, indent + "  ", (List<Map<String, Object>>) kids);
            }
        }
    }
}
