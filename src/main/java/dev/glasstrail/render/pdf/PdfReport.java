package dev.glasstrail.render.pdf;

import dev.glasstrail.render.Artifact;
import dev.glasstrail.render.Renderer;
import dev.glasstrail.report.AuditReport;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The report as a document for people: `usage-report.pdf`.
///
/// PDF/A-3a and PDF/UA-1 while its tables have at most 20,000 rows, PDF/A-3b above; the last page
/// says which. The pages are streamed; only the structure of a tagged document is held until the
/// end.
public final class PdfReport implements Renderer {

    /// The name of the file in the run's folder.
    public static final String NAME = "usage-report.pdf";

    @Override
    public List<Artifact> render(AuditReport report, Path folder) throws IOException {
        try (OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(folder.resolve(NAME)), 1 << 16)) {
            write(report, out);
        }
        return List.of(Artifact.of(folder, NAME));
    }

    /// Writes the document to `out`, which stays open.
    ///
    /// @throws IOException if `out` cannot be written to
    public void write(AuditReport report, OutputStream out) throws IOException {
        write(report, out, LayoutWatch.NONE);
    }

    static Census write(AuditReport report, OutputStream out, LayoutWatch watch)
            throws IOException {
        Census known =
                compose(
                        report,
                        OutputStream.nullOutputStream(),
                        Conformance.PLAIN,
                        Census.NONE,
                        LayoutWatch.NONE);
        Conformance conformance = Conformance.forRows(known.rows());
        Census written = compose(report, out, conformance, known, watch);
        if (!written.equals(known)) {
            throw new IllegalStateException(
                    "the report came to "
                            + known.pages()
                            + " pages when counted and "
                            + written.pages()
                            + " when written; please report this as a bug");
        }
        return written;
    }

    private static Census compose(
            AuditReport report,
            OutputStream out,
            Conformance conformance,
            Census known,
            LayoutWatch watch)
            throws IOException {
        DocumentFacts facts = facts(report);
        try (PdfFile file = new PdfFile(out, conformance, facts, watch)) {
            String window = report.window().label() + ", revision " + report.window().revision();
            String state = report.window().provisional() ? ", provisional" : "";
            String foot =
                    "Made "
                            + Words.dayTime(report.window().asOf())
                            + " UTC by "
                            + facts.creator()
                            + state;
            Frame frame = new Frame("Break-glass use, " + window, foot, known.pages());
            Flow flow = new Flow(file, frame, known);
            file.section("Summary", "top");
            new TitlePage(flow, report).draw();
            new FindingsSection(flow).draw(report);
            new PopulationSection(flow).draw(report);
            new CarriedSection(flow).draw(report);
            new AttemptsSection(flow).draw(report);
            new UsePages(flow, report).draw();
            new AlarmPages(flow).draw(report);
            new ChecksSection(flow).draw(report);
            new TrustSection(flow).draw(report);
            new MethodSection(flow).draw(conformance);
            return flow.census();
        }
    }

    private static DocumentFacts facts(AuditReport report) {
        String window = report.window().label();
        return new DocumentFacts(
                "Break-glass use, " + window,
                "Every use of emergency access in AWS in "
                        + Words.window(report.window().from(), report.window().to())
                        + " (UTC)",
                report.tool().name() + " " + report.tool().version(),
                identity(report),
                report.window().asOf());
    }

    /// The window, the making and what was found: another report has another identity.
    private static String identity(AuditReport report) {
        StringBuilder identity = new StringBuilder();
        identity.append(report.schema()).append(report.tool()).append(report.window());
        report.uses().forEach(identity::append);
        report.sessions().forEach(session -> identity.append(session.id()));
        report.findings().forEach(identity::append);
        return identity.toString();
    }
}
