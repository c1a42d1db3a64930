package dev.glasstrail.app;

import dev.glasstrail.demo.DemoOrganisation;
import dev.glasstrail.run.RunOutcome;
import dev.glasstrail.run.RunRequest;
import dev.glasstrail.settings.AthenaSettings;
import dev.glasstrail.settings.AwsSettings;
import dev.glasstrail.settings.GlassSettings;
import dev.glasstrail.settings.ReportSettings;
import dev.glasstrail.settings.Settings;
import dev.glasstrail.settings.SourceSettings;
import dev.glasstrail.settings.SourceSettings.Kind;
import dev.glasstrail.trail.Progress;
import dev.glasstrail.trail.athena.AthenaEndpoint;
import dev.glasstrail.trail.files.TrailBucket;
import dev.glasstrail.trail.trino.Cluster;
import dev.glasstrail.window.AuditWindow;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

/// Reports on the made-up organisation's week from any source, on a clock that stands still and
/// without waiting.
///
/// @param organisation whose week
/// @param out folder for reports
/// @param aws how AWS is reached
record DemoRun(DemoOrganisation organisation, Path out, AwsSettings aws) {

    /// Where nobody listens.
    static final URI NOWHERE = URI.create("http://127.0.0.1:9");

    static DemoRun of(DemoOrganisation organisation, Path out, AwsSettings aws) {
        System.setProperty("aws.accessKeyId", TrailBucket.IDENTITY);
        System.setProperty("aws.secretAccessKey", TrailBucket.CREDENTIAL);
        return new DemoRun(organisation, out, aws);
    }

    /// An Athena and the S3 that has its results.
    static AwsSettings athenaAt(URI athena, URI s3) {
        return new AwsSettings(
                "eu-central-1",
                "",
                "",
                "",
                new AwsSettings.Endpoints(athena.toString(), "", "", "", s3.toString(), ""));
    }

    /// An event history, and the STS through which other accounts' histories are read.
    static AwsSettings historyAt(URI endpoint) {
        return new AwsSettings(
                "eu-central-1",
                "",
                "",
                "glasstrail-reader",
                new AwsSettings.Endpoints(
                        "", endpoint.toString(), "", "", "", endpoint.toString()));
    }

    /// The table of a Trino that an Athena asks.
    static SourceSettings athena(Cluster.TableName table) {
        return SourceSettings.DEFAULTS
                .with(Kind.ATHENA)
                .with(
                        AthenaSettings.DEFAULTS
                                .withCatalog(table.catalog())
                                .withTable(table.schema(), table.name()));
    }

    /// Lets an Athena tell the places that the organisation has.
    static AthenaEndpoint projecting(AthenaEndpoint athena) {
        return athena.projecting("account.values", "111122223333,444455556666,777788889999")
                .projecting("region.values", "eu-central-1,us-east-1");
    }

    RunOutcome report(String job, SourceSettings source) throws Exception {
        return report(job, source, ReportSettings.Format.JSON);
    }

    RunOutcome report(String job, SourceSettings source, ReportSettings.Format... formats)
            throws Exception {
        Settings settings =
                Settings.DEFAULTS
                        .with(
                                new GlassSettings(
                                        organisation.watchedRoles(),
                                        organisation.watchedUsers(),
                                        true,
                                        List.of()))
                        .with(source)
                        .with(aws)
                        .with(new ReportSettings(out, job, List.of(formats)));
        return new Glasstrail(Clock.fixed(organisation.asOf(), ZoneOffset.UTC), _ -> {})
                .report(
                        new RunRequest(
                                settings,
                                new AuditWindow(organisation.from(), organisation.to()),
                                organisation.asOf(),
                                job,
                                false,
                                false,
                                Progress.NONE));
    }
}
