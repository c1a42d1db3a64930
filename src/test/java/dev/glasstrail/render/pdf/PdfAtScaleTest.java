package dev.glasstrail.render.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.report.AuditReport;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What large reports keep to. veraPDF holds a large document's glyphs in memory, so it runs in a
/// virtual machine of its own.
@Tag("proof")
class PdfAtScaleTest {

    @TempDir private Path folder;

    @Test
    void aReportOfTwoThousandUsesCanBeArchivedAndReadAloud() throws Exception {
        Path file = write(SampleReport.of(2_000, 2), Conformance.ACCESSIBLE);

        assertThat(broken(file, "3a", "ua1")).isEmpty();
    }

    @Test
    void aReportOfMoreThanTwentyThousandRowsIsArchivedWithoutStructureAndSaysSo() throws Exception {
        Path file = write(SampleReport.of(2_500, 12), Conformance.PLAIN);

        assertThat(broken(file, "3b")).isEmpty();
        Pages pages = Pages.of(Files.readAllBytes(file));
        assertThat(pages.text(pages.count()).replaceAll("\\s+", " "))
                .contains("This file keeps to PDF/A-3b. Its tables have more than 20,000 rows");
    }

    private Path write(AuditReport report, Conformance expected) throws Exception {
        Path file = folder.resolve("report.pdf");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            Census census = PdfReport.write(report, out, LayoutWatch.NONE);
            assertThat(Conformance.forRows(census.rows())).isEqualTo(expected);
        }
        return file;
    }

    private List<String> broken(Path file, String... standards) throws Exception {
        Path said = folder.resolve("said.txt");
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx4g",
                                "-XX:+UseParallelGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Standards.class.getName(),
                                file.toString()));
        command.addAll(List.of(standards));
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        assertThat(process.waitFor()).as(() -> said.toString()).isZero();
        return Files.readAllLines(said, StandardCharsets.UTF_8).stream()
                .filter(line -> line.startsWith("3") || line.startsWith("ua"))
                .toList();
    }
}
