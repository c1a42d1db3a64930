package dev.glasstrail.cli;

import dev.glasstrail.settings.ReportSettings;
import dev.glasstrail.settings.SettingsException;
import dev.glasstrail.settings.Values;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Audits the bundled week.
@Command(
        name = "demo",
        customSynopsis = "glasstrail demo [FLAGS]",
        header = "Audits a week of a made-up organisation, to show what a report looks like.",
        description = {
            "",
            "Needs no AWS account, no settings and no network. It writes the organisation's CloudTrail logs, reads them as a real audit would, and makes every format. The time of making is fixed, so everybody gets the same report."
        },
        footer = {"", "Example:", "  glasstrail demo --out /tmp/glasstrail"})
final class DemoCommand implements Callable<Integer>, Traced {

    private final Surroundings surroundings;
    private final Audits audits;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The folder that the report is put below. Default: reports/out.")
    private @Nullable String out;

    @Mixin private CommonOptions common = new CommonOptions();

    DemoCommand(Surroundings surroundings, Audits audits) {
        this.surroundings = surroundings;
        this.audits = audits;
    }

    @Override
    public boolean stacktrace() {
        return common.stacktrace();
    }

    @Override
    public Integer call() throws SettingsException, InterruptedException {
        Path folder = surroundings.workingDirectory().resolve(folder());
        return new Ending(surroundings, List.of())
                .tell(audits.demo(folder, BarProgress.in(surroundings)))
                .number();
    }

    private Path folder() {
        try {
            return out == null ? ReportSettings.DEFAULTS.out() : Values.path("--out", out);
        } catch (IllegalArgumentException e) {
            throw new ArgumentException(String.valueOf(e.getMessage()));
        }
    }
}
