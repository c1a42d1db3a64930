package dev.glasstrail.cli;

import static dev.glasstrail.settings.ReportSettings.Format.JSON;
import static dev.glasstrail.settings.ReportSettings.Format.PDF;
import static dev.glasstrail.settings.ReportSettings.Format.XLSX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.cli.Launch.Outcome;
import dev.glasstrail.run.RunRequest;
import dev.glasstrail.settings.AthenaSettings;
import dev.glasstrail.settings.AwsSettings;
import dev.glasstrail.settings.FilesSettings;
import dev.glasstrail.settings.GlassSettings;
import dev.glasstrail.settings.ReportSettings;
import dev.glasstrail.settings.SourceSettings;
import dev.glasstrail.settings.TrinoSettings;
import dev.glasstrail.settings.WindowSettings;
import dev.glasstrail.window.AuditWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ArgumentsTest {

    private static final String ENOUGH = " --logs logs --root";

    @TempDir Path folder;
    private Launch launch;

    @BeforeEach
    void prepare() {
        launch = new Launch(folder);
    }

    @Test
    void everyFlagReachesTheRun() {
        Outcome outcome =
                launch.run(
                        "report --week 2026-W46 --as-of 2026-11-20T10:00+01:00 --logs trail"
                                + " --source files --role *-break-glass --role ops --user bg --root"
                                + " --account 111122223333 --format json,pdf --out made --force"
                                + " --settled-only");

        assertThat(outcome.code()).isZero();
        RunRequest request = launch.requests.getFirst();
        assertThat(request.window()).isEqualTo(AuditWindow.ofIsoWeek("2026-W46"));
        assertThat(request.asOf()).isEqualTo(Instant.parse("2026-11-20T09:00:00Z"));
        assertThat(request.job()).isEqualTo("on-demand");
        assertThat(request.force()).isTrue();
        assertThat(request.settledOnly()).isTrue();
        assertThat(request.settings().glass())
                .isEqualTo(
                        new GlassSettings(
                                List.of("*-break-glass", "ops"),
                                List.of("bg"),
                                true,
                                List.of("111122223333")));
        assertThat(request.settings().source())
                .isEqualTo(
                        SourceSettings.DEFAULTS.with(
                                FilesSettings.DEFAULTS.withLogs(folder.resolve("trail"))));
        assertThat(request.settings().report())
                .isEqualTo(
                        new ReportSettings(
                                folder.resolve("made"), "on-demand", List.of(PDF, JSON)));
    }

    @Test
    void aBucketIsReadAsOneAndEveryEngineHasItsFlags() {
        assertThat(source("--logs s3://trail/org"))
                .isEqualTo(
                        SourceSettings.DEFAULTS
                                .with(FilesSettings.DEFAULTS.withBucket("s3://trail/org"))
                                .with(SourceSettings.Kind.S3));
        assertThat(source("--source athena --table audit.logs --workgroup wg"))
                .isEqualTo(
                        SourceSettings.DEFAULTS
                                .with(SourceSettings.Kind.ATHENA)
                                .with(
                                        AthenaSettings.DEFAULTS
                                                .withTable("audit", "logs")
                                                .withWorkgroup("wg"))
                                .with(
                                        TrinoSettings.DEFAULTS.withTable(
                                                new TrinoSettings.Table("hive", "audit", "logs"))));
        assertThat(source("--source trino --trino jdbc:trino://t:8080 --table logs").trino())
                .isEqualTo(
                        TrinoSettings.DEFAULTS
                                .withUrl("jdbc:trino://t:8080")
                                .withTable(new TrinoSettings.Table("hive", "default", "logs")));
        assertThat(source("--source lookup --max-lookups 7").lookup().maxLookups()).isEqualTo(7);
    }

    @Test
    void awsIsReachedAsTheFlagsSay() {
        launch.run("report --week 2026-W46 --root --source athena --region eu-west-1 --profile p");

        assertThat(launch.requests.getLast().settings().aws())
                .isEqualTo(AwsSettings.DEFAULTS.withRegion("eu-west-1").withProfile("p"));
    }

    private SourceSettings source(String flags) {
        Outcome outcome = launch.run("report --week 2026-W46 --root " + flags);
        assertThat(outcome.err()).isEmpty();
        return launch.requests.getLast().settings().source();
    }

    @Test
    void theFileSpeaksWhereNoFlagDoes() throws IOException {
        launch.config(
                """
                glass: {roles: [a], users: [b], root: true, accounts: ["111122223333"]}
                source: {logs: trail, threads: 2}
                window: {settle: 1h}
                report: {out: made, job: weekly, formats: [xlsx]}
                """);

        assertThat(launch.run("report --last 1w").code()).isZero();
        RunRequest request = launch.requests.getFirst();
        assertThat(request.window()).isEqualTo(AuditWindow.ofIsoWeek("2026-W46"));
        assertThat(request.asOf()).isEqualTo(Instant.parse("2026-11-17T08:41:12Z"));
        assertThat(request.job()).isEqualTo("weekly");
        assertThat(request.force()).isFalse();
        assertThat(request.settledOnly()).isFalse();
        assertThat(request.settings().glass())
                .isEqualTo(
                        new GlassSettings(
                                List.of("a"), List.of("b"), true, List.of("111122223333")));
        assertThat(request.settings().source().files().logs()).isEqualTo(folder.resolve("trail"));
        assertThat(request.settings().source().files().threads()).isEqualTo(2);
        assertThat(request.settings().window()).isEqualTo(new WindowSettings(Duration.ofHours(1)));
        assertThat(request.settings().report())
                .isEqualTo(new ReportSettings(folder.resolve("made"), "weekly", List.of(XLSX)));
    }

    @Test
    void namingAnIdentitySetsThoseOfTheFileAsideAndKeepsItsAccounts() throws IOException {
        launch.config(
                """
                glass: {roles: [a], users: [b], root: true, accounts: ["111122223333"]}
                source: {logs: trail}
                """);

        launch.run("report --last 1w --user c");
        launch.run("report --last 1w --account 444455556666");

        assertThat(launch.requests.get(0).settings().glass())
                .isEqualTo(
                        new GlassSettings(List.of(), List.of("c"), false, List.of("111122223333")));
        assertThat(launch.requests.get(1).settings().glass())
                .isEqualTo(
                        new GlassSettings(
                                List.of("a"), List.of("b"), true, List.of("444455556666")));
    }

    @Test
    void anotherFileIsUsedInsteadOfTheUsualOne() throws IOException {
        launch.config("glass: {roles: [usual]}\nsource: {logs: trail}");
        Files.writeString(
                folder.resolve("other.yaml"),
                "glass: {roles: [other]}\nsource: {logs: \"${ENV:TRAIL}\"}");

        launch.environment("TRAIL", "/mnt/trail").run("report --last 1w --config other.yaml");

        assertThat(launch.requests.getFirst().settings().glass().roles())
                .isEqualTo(List.of("other"));
        assertThat(launch.requests.getFirst().settings().source().files().logs())
                .isEqualTo(Path.of("/mnt/trail"));
    }

    @Test
    void theDemoGoesWhereItIsTold() {
        assertThat(launch.run("demo").code()).isZero();
        assertThat(launch.run("demo --out made").code()).isZero();
        assertThat(launch.demos)
                .isEqualTo(List.of(folder.resolve("reports/out"), folder.resolve("made")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "report | no window is named; give --week 2026-W46, --last 7d, or --from and --to",
                "report --week 2026-W46 | nothing is watched; give --role, --user or --root, or glass in config/glasstrail.yaml",
                "report --week 2026-W46 --root | no logs are named; give --logs, or source.logs in config/glasstrail.yaml",
                "report --week 2026-W54 | there is no week \"2026-W54\": the weeks of 2026 are 2026-W01 to 2026-W53; give one of them",
                "report --week 2026-W46 --last 7d | --week and --last name different windows; give one of them",
                "report --last 7d --from 2026-11-01 --to 2026-11-02 | --last and --from name different windows; give one of them",
                "report --week 2026-W46 --last 7d --to 2026-11-02 | --week and --last and --to name different windows; give one of them",
                "report --from 2026-11-01 | --from has no --to; give the end of the window too",
                "report --to 2026-11-01 | --to has no --from; give the start of the window too",
                "report --from 2026-11-02 --to 2026-11-01 | the window is empty: it begins at 2026-11-02T00:00:00Z and ends at 2026-11-01T00:00:00Z; give a later end",
                "report --from 2026-11-01T09:30 --to 2026-11-02 | the start \"2026-11-01T09:30\" has no zone; write 2026-11-01T09:30Z for UTC, or an offset such as 2026-11-01T09:30+01:00",
                "report --last 7 | \"7\" is no length of time; write a number from 1 to 9999 and h, d or w, such as 24h, 7d or 4w",
                "report --week 2026-W48 | the window 2026-W48 begins at 2026-11-23T00:00:00Z, which is not before the time of making 2026-11-17T08:41:12Z; give an earlier window or a later time",
                "report --week 2026-W46 --as-of yesterday | the time of making \"yesterday\" is no date and no time; write 2026-11-01 or 2026-11-01T09:30Z",
                "report --week 2026-W46 --account 1111 | --account has \"1111\", which is no account id; give its 12 digits",
                "report --week 2026-W46 --role `` | --role has a blank entry; give a name, an ARN or a glob such as *-break-glass",
                "report --week 2026-W46 --root --source oracle | --source is \"oracle\"; give one of files, s3, athena, trino, lookup",
                "report --week 2026-W46 --root --source s3 | no logs are named; give --logs s3://bucket/prefix, or source.bucket in config/glasstrail.yaml",
                "report --week 2026-W46 --root --source trino | no logs are named; give --trino, or source.trino.url in config/glasstrail.yaml",
                "report --week 2026-W46 --root --logs s3://B | --logs has \"s3://B\", which is no place in S3; give s3://bucket or s3://bucket/prefix",
                "report --week 2026-W46 --root --trino http://x | --trino is \"http://x\"; give jdbc:trino://host:port",
                "report --week 2026-W46 --root --source athena --table a;b | --table has \"a;b\", which is no name of a catalog, schema or table here; give letters, digits, _ and -",
                "report --week 2026-W46 --root --source athena --region Frankfurt | --region has \"Frankfurt\", which is no region; give one such as eu-central-1",
                "report --week 2026-W46 --root --source lookup --max-lookups 0 | source.lookup.max-lookups is 0; give 1 to 1000000",
                "report --week 2026-W46 --root --logs `` | --logs is \"\"; give the path of a folder",
                "report --week 2026-W46 --root --logs x --format pdf,docx | --format is \"docx\"; give one of pdf, xlsx, json",
                "report --week 2026-W46 --root --logs x --fail-on warnings | --fail-on is \"warnings\"; give one of findings, incomplete",
                "report --week | missing required parameter for option '--week' (WEEK)",
                "report --week 2026-W46 --week 2026-W45 | option '--week' (WEEK) should be specified only once",
                "report --rol x | unknown options: '--rol', 'x'; did you mean --role or --root?",
                "report 2026-W46 | unmatched argument at index 1: '2026-W46'",
                "demo --out `` | --out is \"\"; give the path of a folder",
                "demo --week 2026-W46 | unknown options: '--week', '2026-W46'",
            })
    void wrongArgumentsGiveOneLineAndAHint(String line, String message) {
        Outcome outcome = launch.run(line.replace("``", ""));

        String command = line.startsWith("demo") ? "demo" : "report";
        assertThat(outcome.err())
                .isEqualTo(
                        "glasstrail: %s\nTry: glasstrail %s --help\n".formatted(message, command));
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(launch.requests).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | no command is given; say report, doctor, setup or demo",
                "repport | unmatched argument at index 0: 'repport'; did you mean report or doctor?",
            })
    void withoutACommandTheHintIsTheWholeHelp(String line, String message) {
        Outcome outcome = launch.run(line);

        assertThat(outcome.err())
                .isEqualTo("glasstrail: %s\nTry: glasstrail --help\n".formatted(message));
        assertThat(outcome.code()).isEqualTo(2);
    }

    @Test
    void argumentsCannotDriveTheTerminal() {
        Outcome outcome = launch.run("report --week \u001b[2J");

        assertThat(outcome.err()).startsWith("glasstrail: \"\\u{1b}[2J\" is no ISO week; ");
    }

    @Test
    void anAtSignIsPartOfAPatternAndReadsNoFile() throws IOException {
        Files.writeString(folder.resolve("arguments"), "--root");

        launch.run("report --week 2026-W46 --logs logs --role @" + folder.resolve("arguments"));

        assertThat(launch.requests.getFirst().settings().glass().roles())
                .isEqualTo(List.of("@" + folder.resolve("arguments")));
    }

    @Test
    void everythingWrongWithTheFileIsToldAtOnce() throws IOException {
        launch.config("glas: {}\nsource: {threads: 0}\nglass: {roles: [\"${ENV:ROLE}\"]}\n");

        Outcome outcome = launch.run("report --week 2026-W46" + ENOUGH);

        assertThat(outcome.err())
                .isEqualTo(
                        """
                        glasstrail: config/glasstrail.yaml:1: unknown key glas; did you mean glass?
                        glasstrail: config/glasstrail.yaml:2: source.threads is 0; give 1 to 64
                        glasstrail: config/glasstrail.yaml:3: glass.roles needs the environment variable ROLE, which is not set; set it or write the value into the file
                        """);
        assertThat(outcome.code()).isEqualTo(3);
    }

    @Test
    void aFileThatWasNamedHasToExist() {
        Outcome outcome = launch.run("report --week 2026-W46 --config no.yaml" + ENOUGH);

        assertThat(outcome.err())
                .isEqualTo(
                        "glasstrail: no.yaml:1: there is no such settings file; name one that exists\n");
        assertThat(outcome.code()).isEqualTo(3);
    }
}
