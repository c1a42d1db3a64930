package dev.glasstrail.render.pdf;

/// Is told of every line of text that is drawn, so that a test can prove that none leaves its
/// place.
interface LayoutWatch {

    LayoutWatch NONE = (page, text, run, limit) -> {};

    /// A line stands on the page.
    ///
    /// @param page from 1
    /// @param run what the text covers
    /// @param limit what it may cover
    void drawn(int page, String text, Box run, Box limit);
}
