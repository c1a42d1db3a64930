package dev.glasstrail.render.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Remembers every line of text that was drawn and says which do not stand as they should.
final class LayoutRecord implements LayoutWatch {

    private static final float SLACK = 0.05f;

    private final Map<Integer, List<Drawn>> byPage = new HashMap<>();

    @Override
    public void drawn(int page, String text, Box run, Box limit) {
        if (!text.isBlank()) {
            byPage.computeIfAbsent(page, p -> new ArrayList<>()).add(new Drawn(text, run, limit));
        }
    }

    /// The lines of a page in the order of drawing.
    List<String> texts(int page) {
        return byPage.getOrDefault(page, List.of()).stream().map(Drawn::text).toList();
    }

    int pages() {
        return byPage.size();
    }

    int lines() {
        return byPage.values().stream().mapToInt(List::size).sum();
    }

    /// Lines that are wider than their cell or lie outside the page's margins.
    List<String> outside() {
        List<String> complaints = new ArrayList<>();
        byPage.forEach((page, lines) -> {
            for (Drawn line : lines) {
                boolean cell =
                        line.run.left() >= line.limit.left() - SLACK
                                && line.run.right() <= line.limit.right() + SLACK;
                boolean margins = line.run.left() >= 39 && line.run.right() <= 556;
                boolean foot = line.run.bottom() >= 20 && line.run.top() <= 842;
                if (!cell || !margins || !foot) {
                    complaints.add(complaint(page, line));
                }
            }
        });
        return complaints;
    }

    /// Lines that are drawn over each other.
    List<String> overlapping() {
        List<String> complaints = new ArrayList<>();
        byPage.forEach((page, lines) -> {
            for (int i = 0; i < lines.size(); i++) {
                for (int j = i + 1; j < lines.size(); j++) {
                    if (overlap(lines.get(i).run, lines.get(j).run)) {
                        complaints.add(
                                complaint(page, lines.get(i)) + " over " + lines.get(j).text);
                    }
                }
            }
        });
        return complaints;
    }

    private static boolean overlap(Box one, Box other) {
        float slack = 0.6f;
        return one.left() + slack < other.right()
                && other.left() + slack < one.right()
                && one.bottom() + slack < other.top()
                && other.bottom() + slack < one.top();
    }

    private static String complaint(int page, Drawn line) {
        return String.format(
                Locale.ROOT, "page %d: \"%s\" %s in %s", page, line.text, line.run, line.limit);
    }

    private record Drawn(String text, Box run, Box limit) {}
}
