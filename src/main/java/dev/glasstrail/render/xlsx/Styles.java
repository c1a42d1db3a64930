package dev.glasstrail.render.xlsx;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTFont;

/// The cell styles of one workbook, each made once.
final class Styles {

    /// On every system, or with a stand-in of the same widths.
    static final String FONT = "Arial";

    private static final int BODY_SIZE = 10;

    private final XSSFWorkbook workbook;
    private final Map<Face, XSSFCellStyle> plain = new HashMap<>();
    private final Map<Face, XSSFCellStyle> quoted = new HashMap<>();
    private final Map<Face.Ink, XSSFFont> fonts = new HashMap<>();

    Styles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        // Column widths count in digits of the first font.
        XSSFFont first = workbook.getFontAt(0);
        first.setFontName(FONT);
        first.setFontHeightInPoints((short) BODY_SIZE);
    }

    /// The style of a face.
    XSSFCellStyle of(Face face) {
        return plain.computeIfAbsent(face, this::make);
    }

    /// The style of a face for text that must never be taken for a formula.
    XSSFCellStyle quoted(Face face) {
        return quoted.computeIfAbsent(
                face,
                f -> {
                    XSSFCellStyle style = make(f);
                    style.setQuotePrefixed(true);
                    return style;
                });
    }

    private static byte[] argb(String colour) {
        return HexFormat.of().parseHex("FF" + colour);
    }

    private static XSSFColor colour(String colour) {
        return new XSSFColor(argb(colour), null);
    }

    private XSSFCellStyle make(Face face) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(fonts.computeIfAbsent(face.ink(), this::font));
        style.setAlignment(face.position().across());
        style.setIndention((short) face.position().indent());
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(face.position().wraps());
        style.setDataFormat(workbook.createDataFormat().getFormat(face.format()));
        if (face.fill() != null) {
            style.setFillForegroundColor(colour(face.fill()));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        if (face.below() != null) {
            style.setBorderBottom(face.below().weight());
            style.setBottomBorderColor(colour(face.below().colour()));
        }
        return style;
    }

    /// Members in the order of the standard, which strict readers insist on and the setters do not
    /// keep.
    private XSSFFont font(Face.Ink ink) {
        CTFont font = CTFont.Factory.newInstance();
        if (ink.bold()) {
            font.addNewB();
        }
        if (ink.underlined()) {
            font.addNewU();
        }
        font.addNewSz().setVal(ink.size());
        font.addNewColor().setRgb(argb(ink.colour()));
        font.addNewName().setVal(FONT);
        XSSFFont made = new XSSFFont(font);
        made.registerTo(workbook.getStylesSource());
        return made;
    }
}
