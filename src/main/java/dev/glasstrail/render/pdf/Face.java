package dev.glasstrail.render.pdf;

/// A typeface that travels inside the document.
enum Face {
    REGULAR("Inter_400Regular.ttf"),
    MEDIUM("Inter_500Medium.ttf"),
    SEMIBOLD("Inter_600SemiBold.ttf"),
    BOLD("Inter_700Bold.ttf"),
    MONO("JetBrainsMono_400Regular.ttf"),
    /// Chinese and Japanese names.
    HAN("NotoSansSC_400Regular_subset.ttf"),
    /// Korean names.
    HANGUL("NotoSansKR_400Regular_subset.ttf");

    private final String file;

    Face(String file) {
        this.file = file;
    }

    /// The absolute name of the font file on the class path.
    String resource() {
        return "/reports/fonts/" + file;
    }
}
