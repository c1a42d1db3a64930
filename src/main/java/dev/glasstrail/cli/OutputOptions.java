package dev.glasstrail.cli;

import dev.glasstrail.settings.ReportSettings;
import dev.glasstrail.settings.ReportSettings.Format;
import dev.glasstrail.settings.Values;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The flags that say what is made, where it goes and what the process then says.
final class OutputOptions {

    @Option(
            names = "--format",
            paramLabel = "FORMATS",
            split = ",",
            hideParamSyntax = true,
            description = "Any of pdf, xlsx and json, such as pdf,json. Default: all.")
    private List<String> formats = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The folder that reports are put below. Default: reports/out.")
    private @Nullable String out;

    @Option(
            names = "--force",
            description =
                    "Make the next revision where the window already has a report that says something else.")
    private boolean force;

    @Option(
            names = "--settled-only",
            description =
                    "Make nothing while records of the window may still arrive; exit 10 instead.")
    private boolean settledOnly;

    @Option(
            names = "--fail-on",
            paramLabel = "WHAT",
            split = ",",
            hideParamSyntax = true,
            description =
                    "findings: exit 1 if the report has any of severity low or worse. incomplete: exit 11 if it is provisional or names anything that it cannot prove.")
    private List<String> failOn = new ArrayList<>();

    /// The file's report settings with these flags over them, their path absolute.
    ReportSettings over(ReportSettings file, Path workingDirectory) {
        Path folder = out == null ? file.out() : Values.path("--out", out);
        List<Format> chosen =
                formats.stream()
                        .map(word -> Values.choice(Format.class).parse("--format", word))
                        .toList();
        return new ReportSettings(
                workingDirectory.resolve(folder),
                file.job(),
                chosen.isEmpty() ? file.formats() : chosen);
    }

    boolean force() {
        return force;
    }

    boolean settledOnly() {
        return settledOnly;
    }

    List<FailOn> failOn() {
        return failOn.stream()
                .map(word -> Values.choice(FailOn.class).parse("--fail-on", word))
                .toList();
    }
}
