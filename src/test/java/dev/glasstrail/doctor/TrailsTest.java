package dev.glasstrail.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the doctor makes of trails.
final class TrailsTest {

    private static final String ATHENA =
            """
            glass: {roles: ["*-break-glass"], root: true}
            source:
              kind: athena
              bucket: s3://your-trail-bucket
              accounts: ["111122223333", "444455556666"]
              regions: [eu-central-1, us-east-1]
              athena: {workgroup: audit}
            aws:
              region: eu-central-1
              role: arn:aws:iam::111122223333:role/glasstrail
              reader: glasstrail-reader
              external-id: your-company-glasstrail
              endpoints: {athena: AT_HAND, cloudtrail: AT_HAND, s3: AT_HAND, sts: AT_HAND}
            people: {file: people.csv}
            """;

    private static final String BUCKET =
            """
            glass: {roles: ["*-break-glass"], root: true}
            source: {kind: s3, bucket: "s3://your-trail-bucket", accounts: ["111122223333", "777788889999"]}
            aws:
              region: eu-central-1
              endpoints: {cloudtrail: AT_HAND, s3: AT_HAND, sts: AT_HAND}
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
    void trailsOfOneNameAreToldApart() throws Exception {
        surgery.aws()
                .answering(
                        "DescribeTrails",
                        """
                        {"trailList": [
                          {"Name": "t", "TrailARN": "arn:aws:cloudtrail:eu-central-1:111122223333:trail/t",
                            "HomeRegion": "eu-central-1", "S3BucketName": "your-trail-bucket"},
                          {"Name": "t", "TrailARN": "arn:aws:cloudtrail:eu-central-1:444455556666:trail/t",
                            "HomeRegion": "eu-central-1", "S3BucketName": "your-trail-bucket"}]}
                        """);

        assertThat(Surgery.lines(surgery.examine(BUCKET), "trails", "logging"))
                .isEqualTo(
                        """
                        ok       trails: t, t, delivering into your-trail-bucket
                        ok       logging of arn:aws:cloudtrail:eu-central-1:111122223333:trail/t: it logs and delivered last at 2026-11-17T08:36:12Z
                        ok       logging of arn:aws:cloudtrail:eu-central-1:444455556666:trail/t: it logs and delivered last at 2026-11-17T08:36:12Z
                        """);
    }

    @Test
    void aTrailThatLeavesOutReadOnlyEventsHasNoOpening() throws Exception {
        surgery.aws()
                .answering(
                        "GetEventSelectors",
                        "{\"EventSelectors\": [{\"ReadWriteType\": \"WriteOnly\", \"IncludeManagementEvents\": true}]}");

        assertThat(Surgery.lines(surgery.examine(ATHENA), "events"))
                .isEqualTo(
                        """
                        failed   events of everything: no read-only management events: AssumeRole is one, so no opening of a role is logged; correct it with aws cloudtrail put-event-selectors
                        """);
    }

    @Test
    void anAdvancedSelectorIsReadLikeAPlainOne() throws Exception {
        surgery.aws()
                .answering(
                        "GetEventSelectors",
                        """
                        {"AdvancedEventSelectors": [{"FieldSelectors": [
                          {"Field": "eventCategory", "Equals": ["Management"]},
                          {"Field": "readOnly", "Equals": ["false"]}]}]}
                        """);

        assertThat(Surgery.lines(surgery.examine(ATHENA), "events"))
                .isEqualTo(
                        """
                        failed   events of everything: no read-only management events: AssumeRole is one, so no opening of a role is logged; correct it with aws cloudtrail put-event-selectors
                        """);
    }

    @Test
    void sourcesThatAreLeftOutAreNamed() throws Exception {
        surgery.aws()
                .answering(
                        "GetEventSelectors",
                        """
                        {"AdvancedEventSelectors": [
                          {"FieldSelectors": [{"Field": "eventCategory", "Equals": ["Management"]},
                            {"Field": "eventSource", "NotEquals": ["kms.amazonaws.com"]}]},
                          {"FieldSelectors": [{"Field": "eventCategory", "Equals": ["Data"]}]}]}
                        """);

        assertThat(Surgery.lines(surgery.examine(ATHENA), "events"))
                .isEqualTo(
                        """
                        warning  events of everything: management events without kms.amazonaws.com, and data events; correct it with aws cloudtrail put-event-selectors if these matter
                        """);
    }

    @Test
    void aTrailWithoutManagementEventsIsAFailure() throws Exception {
        surgery.aws().answering("GetEventSelectors", "{\"EventSelectors\": []}");

        assertThat(Surgery.lines(surgery.examine(ATHENA), "events"))
                .isEqualTo(
                        """
                        failed   events of everything: no management events: no opening is logged; correct it with aws cloudtrail put-event-selectors
                        """);
    }

    @Test
    void aTrailOfOneRegionWithoutDigestsIsTwoWarnings() throws Exception {
        surgery.aws().answering("DescribeTrails", Answers.TRAIL.replace(": true", ": false"));

        assertThat(Surgery.lines(surgery.examine(ATHENA), "reach", "digests"))
                .isEqualTo(
                        """
                        warning  reach of everything: the account 111122223333, eu-central-1 alone; make it multi-region: aws cloudtrail update-trail --is-multi-region-trail --name arn:aws:cloudtrail:eu-central-1:111122223333:trail/everything
                        warning  digests of everything: log file validation is off, so nobody can prove that no log was changed; switch it on: aws cloudtrail update-trail --enable-log-file-validation --name arn:aws:cloudtrail:eu-central-1:111122223333:trail/everything
                        """);
    }

    @Test
    void aStoppedTrailIsStartedByACommand() throws Exception {
        surgery.aws()
                .answering(
                        "GetTrailStatus",
                        "{\"IsLogging\": false, \"StopLoggingTime\": 1794900000}");

        assertThat(Surgery.lines(surgery.examine(ATHENA), "logging"))
                .isEqualTo(
                        """
                        failed   logging of everything: it is stopped since 2026-11-17T07:20:00Z; start it: aws cloudtrail start-logging --name arn:aws:cloudtrail:eu-central-1:111122223333:trail/everything
                        """);
    }

    @Test
    void aTrailThatCannotDeliverIsAFailure() throws Exception {
        surgery.aws()
                .answering(
                        "GetTrailStatus",
                        "{\"IsLogging\": true, \"LatestDeliveryError\": \"AccessDenied\"}");

        assertThat(Surgery.lines(surgery.examine(ATHENA), "logging"))
                .isEqualTo(
                        """
                        failed   logging of everything: it logs and cannot deliver: AccessDenied; let cloudtrail.amazonaws.com write to your-trail-bucket
                        """);
    }

    @Test
    void aTrailThatHasNotDeliveredForADayIsAWarning() throws Exception {
        surgery.aws()
                .answering(
                        "GetTrailStatus",
                        "{\"IsLogging\": true, \"LatestDeliveryTime\": 1794700000}");

        assertThat(Surgery.lines(surgery.examine(ATHENA), "logging"))
                .isEqualTo(
                        """
                        warning  logging of everything: it logs and delivered last at 2026-11-14T23:46:40Z; see whether anything happens in its accounts; this is longer than a day
                        """);
    }

    @Test
    void aTrailOfAnotherBucketIsNotThisOne() throws Exception {
        surgery.aws()
                .answering(
                        "DescribeTrails",
                        Answers.TRAIL.replace("your-trail-bucket", "another-bucket"));

        assertThat(Surgery.lines(surgery.examine(ATHENA), "trails", "logging", "event selectors"))
                .isEqualTo(
                        """
                        warning  trails: none that delivers into your-trail-bucket is seen from here; see whether the bucket and the folder are the trail's, and set aws.reader if the trail is another account's
                        warning  trails seen in 444455556666: none that delivers into your-trail-bucket is seen from here; see whether the bucket and the folder are the trail's, and set aws.reader if the trail is another account's
                        skipped  logging: no trail is known
                        skipped  event selectors: no trail is known
                        """);
    }

    @Test
    void aTrailIntoAnotherFolderOfTheBucketIsNotThisOne() throws Exception {
        surgery.aws()
                .answering(
                        "DescribeTrails",
                        Answers.TRAIL.replace(
                                "\"your-trail-bucket\"",
                                "\"your-trail-bucket\", \"S3KeyPrefix\": \"elsewhere\""));

        assertThat(Surgery.lines(surgery.examine(BUCKET), "trails", "logging"))
                .isEqualTo(
                        """
                        ok       trails: everything, delivering into your-trail-bucket
                        ok       logging of everything: it logs and delivered last at 2026-11-17T08:36:12Z
                        """);
        assertThat(
                        Surgery.lines(
                                surgery.examine(
                                        BUCKET.replace(
                                                "s3://your-trail-bucket",
                                                "s3://your-trail-bucket/AWSLogs")),
                                "trails"))
                .startsWith("warning  trails: none that delivers into your-trail-bucket is seen");
    }

    @Test
    void accountsOfWhichNoTrailHasTheRecordsAreNamed() throws Exception {
        surgery.aws()
                .answering(
                        "DescribeTrails",
                        Answers.TRAIL.replace(
                                "\"IsOrganizationTrail\": true", "\"IsOrganizationTrail\": false"));

        assertThat(Surgery.lines(surgery.examine(ATHENA), "reach"))
                .isEqualTo(
                        """
                        warning  reach of everything: the account 111122223333, every region; no trail that is seen has the records of 444455556666; make the trail the organization's, or let those accounts' trails be seen with aws.reader
                        """);
    }

    @Test
    void whatReadOnlySelectorsAloneLeaveOutIsNamed() throws Exception {
        surgery.aws()
                .answering(
                        "GetEventSelectors",
                        """
                        {"AdvancedEventSelectors": [
                          {"FieldSelectors": [{"Field": "eventCategory", "Equals": ["Management"]},
                            {"Field": "readOnly", "Equals": ["true"]},
                            {"Field": "eventSource", "NotEquals": ["kms.amazonaws.com"]}]},
                          {"FieldSelectors": [{"Field": "eventCategory", "Equals": ["Management"]},
                            {"Field": "readOnly", "Equals": ["false"]},
                            {"Field": "eventName", "Equals": ["CreateUser"]}]}]}
                        """);

        assertThat(Surgery.lines(surgery.examine(ATHENA), "events"))
                .isEqualTo(
                        """
                        warning  events of everything: management events without kms.amazonaws.com (read-only), what its selector of eventName leaves out (changes), no data events; correct it with aws cloudtrail put-event-selectors if these matter
                        """);
    }

    @Test
    void whatAnotherSelectorTakesInIsNotLeftOut() throws Exception {
        surgery.aws()
                .answering(
                        "GetEventSelectors",
                        """
                        {"EventSelectors": [
                          {"ReadWriteType": "ReadOnly", "IncludeManagementEvents": true,
                            "ExcludeManagementEventSources": ["kms.amazonaws.com"]},
                          {"ReadWriteType": "All", "IncludeManagementEvents": true}]}
                        """);

        assertThat(Surgery.lines(surgery.examine(ATHENA), "events"))
                .isEqualTo(
                        """
                        ok       events of everything: all management events, no data events
                        """);
    }

    @Test
    void aTrailThatWasStoppedLatelyLeftAGap() throws Exception {
        surgery.aws()
                .answering(
                        "GetTrailStatus",
                        // Stopped at 2026-11-15T08:36:12Z, for a day.
                        "{\"IsLogging\": true, \"LatestDeliveryTime\": 1794904572,"
                                + " \"StopLoggingTime\": 1794731772, \"StartLoggingTime\":"
                                + " 1794818172}");

        assertThat(Surgery.lines(surgery.examine(ATHENA), "logging"))
                .isEqualTo(
                        """
                        warning  logging of everything: it logs again since 2026-11-16T08:36:12Z, and was stopped at 2026-11-15T08:36:12Z; nothing of the time between is in its logs; find out who stopped it
                        """);
    }

    @Test
    void oneOfSeveralTrailsMayBeNarrowAndAllMayNot() throws Exception {
        surgery.aws()
                .answering(
                        "DescribeTrails",
                        """
                        {"trailList": [
                          {"Name": "a", "TrailARN": "arn:aws:cloudtrail:eu-central-1:111122223333:trail/a",
                            "HomeRegion": "eu-central-1", "S3BucketName": "your-trail-bucket"},
                          {"Name": "b", "TrailARN": "arn:aws:cloudtrail:eu-central-1:111122223333:trail/b",
                            "HomeRegion": "eu-central-1", "S3BucketName": "your-trail-bucket"}]}
                        """);
        assertThat(Surgery.lines(surgery.examine(ATHENA), "trails together")).isEmpty();

        surgery.aws().answering("GetTrailStatus", "{\"IsLogging\": false}");

        assertThat(Surgery.lines(surgery.examine(ATHENA), "logging", "trails together"))
                .isEqualTo(
                        """
                        warning  logging of a: it is stopped; start it: aws cloudtrail start-logging --name arn:aws:cloudtrail:eu-central-1:111122223333:trail/a
                        warning  logging of b: it is stopped; start it: aws cloudtrail start-logging --name arn:aws:cloudtrail:eu-central-1:111122223333:trail/b
                        failed   trails together: none of them is known to log and deliver the management events of every kind; mend one of those above
                        """);
    }
}
