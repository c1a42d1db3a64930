package dev.glasstrail.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.session.Identities;
import dev.glasstrail.session.LogRecord;
import dev.glasstrail.session.Trails;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ActionRiskTest {

    private static final String SESSION =
            Identities.role(Trails.HOME + "/break-glass-admin/bob", "10T09:00:00", "ASIA1");

    @ParameterizedTest
    @CsvSource({
        "cloudtrail, StopLogging, guards",
        "cloudtrail, DeleteTrail, guards",
        "events, RemoveTargets, guards",
        "s3, PutBucketLifecycle, guards",
        "s3, DeleteBucket, guards",
        "iam, CreateAccessKey, credentials",
        "iam, UpdateAssumeRolePolicy, credentials",
        "iam, ChangePassword, credentials",
        "iam, DeleteRolePermissionsBoundary, credentials",
        "sso, CreateAccountAssignment, credentials",
        "identitystore, CreateGroupMembership, credentials",
        "identitystore, CreateUser, credentials",
        "cognito-idp, CreateUser, write",
        "iam, DeleteUser, destructive",
        "rds, DeleteDBInstance, destructive",
        "ec2, TerminateInstances, destructive",
        "sqs, PurgeQueue, destructive",
        "kms, ScheduleKeyDeletion, destructive",
        "ec2, ScheduleKeys, write",
        "ssm, TerminateSession, write",
        "workspaces, TerminateWorkspaces, destructive",
        "secretsmanager, GetSecretValue, sensitive read",
        "ssm, GetParametersByPath, sensitive read",
        "ssm, GetDocument, read",
        "s3, GetObject, sensitive read",
        "kms, Decrypt, sensitive read",
        "dynamodb, Scan, sensitive read",
        "ec2, Scan, write",
        "ec2, DescribeInstances, read",
        "ec2, RunInstances, write"
    })
    void aCallMeans(String service, String name, String risk) {
        assertThat(risk(LogRecord.call("10T09:01:00", service, name, SESSION))).isEqualTo(risk);
    }

    @Test
    void aSecretThatAServiceReadIsAnOrdinaryRead() {
        String forwarded = Identities.forwarded(SESSION, "rds");

        assertThat(risk(LogRecord.call("10T09:01:00", "s3", "GetObject", forwarded)))
                .isEqualTo("read");
    }

    @Test
    void aCallThatCloudTrailDoesNotMarkIsUnknown() {
        assertThat(
                        risk(
                                LogRecord.call("10T09:01:00", "ec2", "DoSomething", SESSION)
                                        .without("readOnly")))
                .isEqualTo("unknown");
    }

    @Test
    void aRefusedCallMeansWhatItWouldHaveDone() {
        assertThat(
                        risk(
                                LogRecord.call("10T09:01:00", "iam", "CreateUser", SESSION)
                                        .failed("AccessDenied", "no")))
                .isEqualTo("credentials");
    }

    private static String risk(LogRecord record) {
        return ActionRisk.of(Trails.events(List.of(record)).getFirst()).toString();
    }
}
