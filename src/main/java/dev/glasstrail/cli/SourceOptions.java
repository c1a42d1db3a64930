package dev.glasstrail.cli;

import dev.glasstrail.settings.AthenaSettings;
import dev.glasstrail.settings.LookupSettings;
import dev.glasstrail.settings.SourceSettings;
import dev.glasstrail.settings.SourceSettings.Kind;
import dev.glasstrail.settings.TrinoSettings;
import dev.glasstrail.settings.Values;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The flags that say where the logs are.
final class SourceOptions {

    private static final String BUCKET = "s3://";

    @Option(
            names = "--logs",
            paramLabel = "DIR",
            description =
                    "The folder with CloudTrail's log files, in the bucket's layout or any other; or the trail's bucket itself: s3://bucket/prefix.")
    private @Nullable String logs;

    @Option(
            names = "--source",
            paramLabel = "KIND",
            description =
                    "What reads the logs: files, s3, athena, trino or lookup. Default: files, or s3 for a bucket.")
    private @Nullable String kind;

    @Option(
            names = "--table",
            paramLabel = "NAME",
            description =
                    "The trail's table in Athena or Trino, by name or as database.name. Default: cloudtrail_logs in the database default.")
    private @Nullable String table;

    @Option(
            names = "--workgroup",
            paramLabel = "NAME",
            description = "Athena's workgroup. Default: primary.")
    private @Nullable String workgroup;

    @Option(
            names = "--trino",
            paramLabel = "URL",
            description = "The Trino cluster, as jdbc:trino://host:port.")
    private @Nullable String trino;

    @Option(
            names = "--max-lookups",
            paramLabel = "N",
            description = "Most calls to CloudTrail's event history in this run. Default: 2000.")
    private @Nullable Integer maxLookups;

    /// What a person has to give for an engine that does not know where to read.
    static String whatIsMissing(Kind kind) {
        return switch (kind) {
            case FILES -> "--logs, or source.logs";
            case S3 -> "--logs s3://bucket/prefix, or source.bucket";
            case TRINO -> "--trino, or source.trino.url";
            case ATHENA, LOOKUP -> throw new IllegalArgumentException(kind + " misses nothing");
        };
    }

    /// The file's source with these flags over it, its path absolute.
    SourceSettings over(SourceSettings file, Path workingDirectory) {
        SourceSettings settings = engine(place(file, workingDirectory));
        if (table != null) {
            settings = table(settings, table);
        }
        if (workgroup != null) {
            settings =
                    settings.with(
                            settings.athena()
                                    .withWorkgroup(Values.filled("--workgroup", workgroup)));
        }
        if (trino != null) {
            settings = settings.with(settings.trino().withUrl(Values.trinoUrl("--trino", trino)));
        }
        return maxLookups == null ? settings : settings.with(new LookupSettings(maxLookups));
    }

    private SourceSettings place(SourceSettings file, Path workingDirectory) {
        if (logs != null && logs.startsWith(BUCKET)) {
            return file.with(file.files().withBucket(Values.s3("--logs", logs))).with(Kind.S3);
        }
        Path folder = logs == null ? file.files().logs() : Values.path("--logs", logs);
        if (folder == null) {
            return file;
        }
        return file.with(file.files().withLogs(workingDirectory.resolve(folder)));
    }

    private SourceSettings engine(SourceSettings settings) {
        if (kind != null) {
            return settings.with(Values.choice(Kind.class).parse("--source", kind));
        }
        if (logs != null) {
            return settings.with(logs.startsWith(BUCKET) ? Kind.S3 : Kind.FILES);
        }
        return settings;
    }

    private static SourceSettings table(SourceSettings settings, String name) {
        int dot = name.lastIndexOf('.');
        AthenaSettings athena = settings.athena();
        TrinoSettings trino = settings.trino();
        String table = Values.identifier("--table", name.substring(dot + 1));
        String database =
                dot < 0 ? athena.database() : Values.identifier("--table", name.substring(0, dot));
        String schema = dot < 0 ? trino.table().schema() : database;
        return settings.with(athena.withTable(database, table))
                .with(
                        trino.withTable(
                                new TrinoSettings.Table(trino.table().catalog(), schema, table)));
    }
}
