package dev.glasstrail.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.session.Correlation;
import dev.glasstrail.session.Correlator;
import dev.glasstrail.session.Derivation;
import dev.glasstrail.session.Intake;
import dev.glasstrail.session.Use;
import dev.glasstrail.trail.Glob;
import dev.glasstrail.trail.Need;
import dev.glasstrail.trail.Progress;
import dev.glasstrail.trail.ReadRequest;
import dev.glasstrail.trail.Watch;
import dev.glasstrail.trail.files.FileLimits;
import dev.glasstrail.trail.files.FilesTrailSource;
import dev.glasstrail.window.AuditWindow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was told comes out again: the reader and the correlator find the uses of the stories.
class PopulationTest {

    private static final DemoOrganisation ORGANISATION = DemoOrganisation.withNoise(2_000);

    @TempDir Path folder;

    @Test
    void theWeekHasTheseUses() throws Exception {
        Correlation correlation = correlate(ORGANISATION.writeLogs(folder));

        StringBuilder uses = new StringBuilder();
        for (Use use : correlation.uses()) {
            uses.append(line(use)).append('\n');
        }
        assertThat(uses)
                .hasToString(
                        """
                        2026-11-09T10:12  1  devops-break-glass     444455556666  jonas.weber@example.com
                        2026-11-09T15:45  1  root                   111122223333  root of 111122223333
                        2026-11-10T14:30  1  breakglass-prod-admin  444455556666  tomas.novak
                        2026-11-10T15:41  1  devops-break-glass     444455556666  lena.fischer@example.com
                        2026-11-10T16:40  1  devops-break-glass     777788889999  lena.fischer@example.com
                        2026-11-10T20:00  3  breakglass-admin       111122223333  breakglass-admin
                        2026-11-11T02:04  2  devops-break-glass     444455556666  mara.lindqvist@example.com
                        2026-11-11T13:00  1  devops-break-glass     444455556666  lena.fischer@example.com
                        2026-11-11T18:40  3  devops-break-glass     444455556666  aiko.tanaka@example.com
                        2026-11-12T09:05  1  breakglass-prod-admin  444455556666  priya.nair
                        2026-11-12T12:40  1  devops-break-glass     444455556666  jonas.weber@example.com
                        2026-11-12T16:20  1  breakglass-prod-admin  444455556666  tomas.novak
                        2026-11-12T19:00  1  breakglass-prod-admin  444455556666  priya.nair
                        2026-11-12T22:05  1  devops-break-glass     444455556666  owen.clarke@example.com
                        2026-11-13T07:55  1  breakglass-admin       111122223333  breakglass-admin
                        2026-11-13T09:20  1  devops-break-glass     444455556666  jonas.weber@example.com
                        2026-11-13T11:00  2  breakglass-prod-admin  444455556666  priya.nair
                        2026-11-13T13:30  1  root                   777788889999  salma.haddad@example.com
                        2026-11-13T17:30  1  devops-break-glass     444455556666  owen.clarke@example.com
                        2026-11-14T04:58  1  breakglass-prod-admin  444455556666  vendor-support
                        2026-11-14T09:00  1  breakglass-prod-admin  444455556666  tomas.novak
                        2026-11-14T12:50  1  devops-break-glass     444455556666  mara.lindqvist@example.com
                        2026-11-14T21:15  1  breakglass-admin       111122223333  breakglass-admin
                        2026-11-14T23:10  1  breakglass-admin       111122223333  breakglass-admin
                        2026-11-15T10:31  0  breakglass-prod-admin  444455556666  priya.nair
                        2026-11-15T23:40  1  devops-break-glass     444455556666  jonas.weber@example.com
                        """);
        assertThat(correlation.denied()).hasSize(5);
        assertThat(correlation.neverUsed()).hasSize(2);
        assertThat(correlation.orphans()).isEmpty();
        assertThat(correlation.sessions())
                .filteredOn(session -> session.life().carried())
                .hasSize(1);
        assertThat(correlation.sessions()).noneMatch(session -> session.life().open());
    }

    /// Start to the minute, sessions, glass, account, person.
    private static String line(Use use) {
        return String.format(
                Locale.ROOT,
                "%.16s  %d  %-21s  %s  %s",
                use.from(),
                use.sessionIds().size(),
                use.powers().glass(),
                use.powers().account(),
                use.person().name());
    }

    private static Correlation correlate(Path logs) throws Exception {
        Watch watch =
                new Watch(
                        ORGANISATION.watchedRoles().stream().map(Glob::of).toList(),
                        ORGANISATION.watchedUsers().stream().map(Glob::of).toList(),
                        true,
                        Set.of());
        AuditWindow window = new AuditWindow(ORGANISATION.from(), ORGANISATION.to());
        FilesTrailSource source = new FilesTrailSource(logs, FileLimits.defaults());
        Intake intake = new Intake(watch);
        source.read(
                request(window, new Need.Openings(watch), new Need.WatchedActions(watch)), intake);
        Derivation derived = Derivation.from(intake.records(), watch);
        intake.alsoKeep(derived);
        source.read(request(window, derived.need()), intake);
        return Correlator.correlate(intake.records(), watch, window, ORGANISATION.asOf());
    }

    private static ReadRequest request(AuditWindow window, Need... needs) {
        return new ReadRequest(
                window.from().minus(Duration.ofHours(36)),
                ORGANISATION.asOf(),
                List.of(needs),
                Progress.NONE);
    }
}
