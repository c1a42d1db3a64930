package dev.glasstrail.trail.athena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glasstrail.trail.TrailException;
import dev.glasstrail.trail.athena.Workgroup.Place;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.athena.model.WorkGroup;
import software.amazon.awssdk.services.athena.model.WorkGroupConfiguration;

final class WorkgroupTest {

    private static final String OWN = "s3://workgroup-results/";
    private static final String SETTINGS = "s3://our-results/";
    private static final Budget BUDGET =
            new Budget(Duration.ofMinutes(30), 1_000_000_000_000L, Budget.Over.REFUSE);

    @Test
    void theSettingsNameThePlaceUnlessTheWorkgroupEnforcesItsOwn() throws TrailException {
        assertThat(of(SETTINGS, wg -> own(wg)).place()).isEqualTo(new Place.OfSettings(SETTINGS));
        assertThat(of("", wg -> own(wg)).place()).isEqualTo(new Place.OfWorkgroup(OWN, ""));
        assertThat(of(SETTINGS, wg -> own(wg).enforceWorkGroupConfiguration(true)).place())
                .isEqualTo(new Place.OfWorkgroup(OWN, SETTINGS));
        assertThat(of(OWN, wg -> own(wg).enforceWorkGroupConfiguration(true)).place())
                .isEqualTo(new Place.OfWorkgroup(OWN, ""));
    }

    @Test
    void managedResultsNeedNoPlace() throws TrailException {
        assertThat(of("", wg -> wg.managedQueryResultsConfiguration(m -> m.enabled(true))).place())
                .isEqualTo(new Place.Managed());
    }

    @Test
    void resultsWithoutAPlaceAreRefused() {
        assertThatThrownBy(() -> of("", _ -> {}))
                .isInstanceOf(TrailException.class)
                .hasMessage(
                        "neither source.athena.output nor the workgroup audit names a place for"
                                + " results; give one, s3://bucket/prefix/");
        assertThatThrownBy(() -> of(SETTINGS, wg -> wg.enforceWorkGroupConfiguration(true)))
                .isInstanceOf(TrailException.class)
                .hasMessage(
                        "the workgroup audit enforces its settings and names no place for results;"
                                + " give it an output location");
    }

    @Test
    void aWorkgroupThatIsSwitchedOffIsRefused() {
        assertThatThrownBy(() ->
                        Workgroup.of(
                                WorkGroup.builder().name("audit").state("DISABLED").build(),
                                table("")))
                .isInstanceOf(TrailException.class)
                .hasMessage(
                        "the workgroup audit is switched off; enable it or give another one as"
                                + " source.athena.workgroup");
    }

    @Test
    void itTellsItsRulesBeforeTheyApply() throws TrailException {
        Workgroup workgroup =
                of(
                        SETTINGS,
                        wg ->
                                own(wg).enforceWorkGroupConfiguration(true)
                                        .bytesScannedCutoffPerQuery(10_000_000_000L)
                                        .engineVersion(engine ->
                                                engine.effectiveEngineVersion(
                                                        "Athena engine version 3")));

        assertThat(String.join("\n", workgroup.lines(BUDGET)) + "\n")
                .isEqualTo(
                        """
                        The workgroup audit runs it on Athena engine version 3.
                        The result is written to s3://workgroup-results/, as the workgroup says; \
                        source.athena.output, s3://our-results/, is overruled.
                        The workgroup ends a query that scans more than 10.0 GB, which is less than \
                        the budget allows.
                        """);
    }

    @Test
    void aWorkgroupWithoutRulesTellsOnlyThePlace() throws TrailException {
        assertThat(of(SETTINGS, _ -> {}).lines(BUDGET))
                .containsExactly(
                        "The workgroup audit runs it.",
                        "The result is written to s3://our-results/.");
    }

    private static WorkGroupConfiguration.Builder own(WorkGroupConfiguration.Builder workgroup) {
        return workgroup.resultConfiguration(result -> result.outputLocation(OWN));
    }

    private static Workgroup of(String output, Consumer<WorkGroupConfiguration.Builder> set)
            throws TrailException {
        return Workgroup.of(
                WorkGroup.builder().name("audit").state("ENABLED").configuration(set).build(),
                table(output));
    }

    private static AthenaTable table(String output) {
        return new AthenaTable("audit", "AwsDataCatalog", "security", "cloudtrail_logs", output);
    }
}
