package dev.glasstrail.render.pdf;

/// The colours of the report. Red is kept for what needs action; no colour carries meaning alone.
enum Ink {
    INK(0x0F172A),
    SECONDARY(0x475569),
    MUTED(0x64748B),
    PAPER(0xFFFFFF),
    WASH(0xF1F5F9),
    HAIRLINE(0xE2E8F0),
    LANE(0xCBD5E1),
    NAVY(0x0B1B33),
    NAVY_TEXT(0xCBD5E1),
    AMBER(0xF59E0B),
    DATA(0x2563EB),
    DATA_LIGHT(0x93B4F5),
    DATA_DARK(0x1E40AF),
    ALERT(0xDC2626),
    CRITICAL(0x991B1B),
    CRITICAL_FILL(0xFEE2E2),
    HIGH(0x9A3412),
    HIGH_FILL(0xFFEDD5),
    MEDIUM(0x854D0E),
    MEDIUM_FILL(0xFEF3C7),
    LOW(0x166534),
    LOW_FILL(0xDCFCE7);

    private final int rgb;

    Ink(int rgb) {
        this.rgb = rgb;
    }

    int red() {
        return rgb >> 16 & 0xFF;
    }

    int green() {
        return rgb >> 8 & 0xFF;
    }

    int blue() {
        return rgb & 0xFF;
    }
}
