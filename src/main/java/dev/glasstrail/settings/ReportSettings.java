package dev.glasstrail.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What is made and where it goes.
///
/// @param out folder that reports are put below, relative to the working directory
/// @param job the folder between `out` and the window: lower-case letters, digits and hyphens
/// @param formats what is made, in the order of the enum, each once; at least one
public record ReportSettings(Path out, String job, List<Format> formats) {

    /// Every format, under `reports/out/on-demand`.
    public static final ReportSettings DEFAULTS =
            new ReportSettings(Path.of("reports", "out"), "on-demand", List.of(Format.values()));

    public ReportSettings {
        Check.folderName("report.job", job);
        Set<Format> sorted = new TreeSet<>(formats);
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException(
                    "report.formats is empty; give at least one of pdf, xlsx, json");
        }
        formats = List.copyOf(sorted);
    }

    /// The formats of a report.
    public enum Format {
        /// For reading and for the archive.
        PDF,
        /// For sorting, filtering and sampling.
        XLSX,
        /// For programs, and the report from which the others can be made again.
        JSON
    }
}
