package dev.glasstrail.render.pdf;

import dev.glasstrail.report.ActionRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// What a person in a hurry does.
final class SampleActions {

    private static final String[][] CALLS = {
        {"iam", "CreateAccessKey", "w"},
        {"iam", "ListRoles", "r"},
        {"iam", "AttachRolePolicy", "w"},
        {"ec2", "DescribeInstances", "r"},
        {"ec2", "AuthorizeSecurityGroupIngress", "w"},
        {"rds", "RestoreDBInstanceFromDBSnapshot", "w"},
        {"rds", "DescribeDBSnapshots", "r"},
        {"s3", "PutBucketPolicy", "w"},
        {"s3", "ListBuckets", "r"},
        {"kms", "Decrypt", "r"},
        {"secretsmanager", "GetSecretValue", "r"},
        {"elasticloadbalancing", "DescribeLoadBalancers", "r"},
        {"logs", "FilterLogEvents", "r"},
        {"lambda", "UpdateFunctionCode20150331v2", "w"},
    };

    private SampleActions() {}

    static List<ActionRow> of(Random random, String session, Instant from, int count) {
        List<ActionRow> rows = new ArrayList<>();
        Instant at = from;
        int offset = random.nextInt(CALLS.length);
        int services = 2 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            at = at.plusSeconds(5 + random.nextInt(240));
            String[] call = CALLS[(offset + random.nextInt(services)) % CALLS.length];
            boolean failed = random.nextInt(12) == 0;
            rows.add(
                    new ActionRow(
                            session,
                            SampleNames.uuid(random),
                            at,
                            call[0] + ".amazonaws.com",
                            call[1],
                            "eu-central-1",
                            "111122223333",
                            call[2].equals("r"),
                            failed ? "AccessDenied" : null,
                            failed
                                    ? "User is not authorized to perform: "
                                            + call[0]
                                            + ":"
                                            + call[1]
                                            + " because no identity-based policy allows the action"
                                    : null,
                            "203.0.113.24",
                            "aws-cli/2.31.0",
                            "ASIAEXAMPLEKEY0001",
                            null,
                            call[2].equals("r") ? "read" : "write",
                            "access key",
                            List.of(
                                    "arn:aws:"
                                            + call[0]
                                            + ":eu-central-1:111122223333:thing/payments-prod"),
                            null));
        }
        return rows;
    }
}
