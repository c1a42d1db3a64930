package dev.glasstrail.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the doctor makes of folders, buckets and clusters.
final class PlacesTest {

    private static final String BUCKET =
            """
            glass: {roles: ["*-break-glass"], root: true}
            source: {kind: s3, bucket: "s3://your-trail-bucket", accounts: ["111122223333", "777788889999"]}
            aws:
              region: eu-central-1
              endpoints: {cloudtrail: AT_HAND, s3: AT_HAND, sts: AT_HAND}
            """;

    private static final String TRINO =
            """
            glass: {users: [emergency]}
            source: {kind: trino, trino: {url: "jdbc:trino://trino.example.com:8443"}}
            """;

    private static final String FOLDER =
            """
            source: {kind: files, logs: logs, bucket: "s3://your-trail-bucket"}
            aws:
              region: eu-central-1
              endpoints: {cloudtrail: AT_HAND, s3: AT_HAND, sts: AT_HAND}
            people: {file: nobody.csv}
            """;

    @TempDir Path folder;
    private Surgery surgery;

    @BeforeEach
    void open() throws IOException {
        surgery = new Surgery(folder);
    }

    @AfterEach
    void close() {
        surgery.close();
    }

    @Test
    void aFolderWithLogsIsRead() throws Exception {
        Files.createDirectories(folder.resolve("logs/AWSLogs"));
        Files.writeString(folder.resolve("logs/AWSLogs/a.json"), "{}");

        assertThat(Surgery.lines(surgery.examine(FOLDER), "logs in logs"))
                .isEqualTo(
                        """
                        ok       logs in logs: holds logs, such as AWSLogs/a.json
                        """);
    }

    @Test
    void aFolderWithDigestsAloneIsAFailure() throws Exception {
        Files.createDirectories(folder.resolve("logs"));
        Files.writeString(folder.resolve("logs/1_CloudTrail-Digest_x.json.gz"), "");

        assertThat(Surgery.lines(surgery.examine(FOLDER), "logs in logs"))
                .isEqualTo(
                        """
                        failed   logs in logs: holds no log file; name the folder that holds AWSLogs
                        """);
    }

    @Test
    void peopleOfNoKnownShapeAreAFailure() throws Exception {
        Files.writeString(folder.resolve("nobody.csv"), "name\nalice\n");

        assertThat(Surgery.lines(surgery.examine(FOLDER), "people"))
                .isEqualTo(
                        """
                        failed   people: nobody.csv:1: the first line is "name"; give userId,userName,email, or what list-users printed
                        """);
    }

    @Test
    void reportsThatCannotBeWrittenAreAFailure() throws Exception {
        Files.writeString(folder.resolve("reports"), "a file");

        assertThat(Surgery.lines(surgery.examine(FOLDER), "reports"))
                .isEqualTo(
                        """
                        failed   reports in reports/out: /here/reports is not a folder that this user may write to; name another with --out or report.out
                        """);
    }

    @Test
    void anEmptyBucketIsAFailure() throws Exception {
        surgery.aws()
                .holding(
                        "AWSLogs/111122223333/CloudTrail-Digest/eu-central-1/2026/11/17/d.json.gz");

        assertThat(Surgery.lines(surgery.examine(BUCKET), "logs", "a log", "accounts"))
                .isEqualTo(
                        """
                        failed   logs in s3://your-trail-bucket/: no log file was found; the last folder looked into is "AWSLogs/111122223333/"; name the folder that holds AWSLogs, or wait a quarter of an hour if the trail is new
                        skipped  a log file: none was found
                        warning  accounts in the bucket: nothing of 777788889999; see whether the trail is an organization's, and correct source.accounts
                        """);
    }

    @Test
    void aLogThatCannotBeReadIsAFailure() throws Exception {
        surgery.aws().refusing("AccessDenied", "no", "GetObject");

        assertThat(Surgery.lines(surgery.examine(BUCKET), "logs", "a log"))
                .isEqualTo(
                        """
                        ok       logs in s3://your-trail-bucket/: can be listed
                        failed   a log file: access is denied; allow s3:GetObject, and kms:Decrypt if a key encrypts it, to arn:aws:iam::111122223333:user/scheduler
                        """);
    }

    @Test
    void aClusterThatDoesNotAnswerIsToldAsARunWould() throws Exception {
        surgery.withoutTrino(
                "the cluster cannot be asked (Trino at trino.example.com:8443): no connection; check source.trino.url");

        assertThat(Surgery.lines(surgery.examine(TRINO), "Trino"))
                .isEqualTo(
                        """
                        failed   Trino: the cluster cannot be asked (Trino at trino.example.com:8443): no connection; check source.trino.url
                        """);
    }
}
