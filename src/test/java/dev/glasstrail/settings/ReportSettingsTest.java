package dev.glasstrail.settings;

import static dev.glasstrail.settings.ReportSettings.Format.JSON;
import static dev.glasstrail.settings.ReportSettings.Format.PDF;
import static dev.glasstrail.settings.ReportSettings.Format.XLSX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReportSettingsTest {

    @Test
    void everyFormatIsMadeOnDemandByDefault() throws SettingsException {
        assertThat(Yaml.settings("").report())
                .isEqualTo(
                        new ReportSettings(
                                Path.of("reports/out"), "on-demand", List.of(PDF, XLSX, JSON)));
    }

    @Test
    void everyKeyIsReadAndFormatsComeInTheirOrderOnce() throws SettingsException {
        ReportSettings report =
                Yaml.settings(
                                """
                                report:
                                  out: /srv/reports
                                  job: weekly-1
                                  formats: [json, pdf, json]
                                """)
                        .report();

        assertThat(report)
                .isEqualTo(
                        new ReportSettings(
                                Path.of("/srv/reports"), "weekly-1", List.of(PDF, JSON)));
    }

    @Test
    void wrongValuesAreAllToldAtOnceWithTheirLines() {
        assertThat(
                        Yaml.problems(
                                """
                                report:
                                  out: "\\0"
                                  job: ../weekly
                                  formats: [pdf, docx]
                                """))
                .isEqualTo(
                        """
                        g.yaml:2: report.out is "\0"; give the path of a folder
                        g.yaml:3: report.job is "../weekly"; give 1 to 40 lower-case letters, digits or hyphens, such as on-demand
                        g.yaml:4: report.formats is "docx"; give one of pdf, xlsx, json
                        """);
        assertThat(Yaml.problems("report: {formats: []}"))
                .isEqualTo(
                        """
                        g.yaml:1: report.formats is an empty list; give an entry or take the line out
                        """);
        assertThatThrownBy(() -> new ReportSettings(Path.of("out"), "job", List.of()))
                .hasMessage("report.formats is empty; give at least one of pdf, xlsx, json");
    }
}
