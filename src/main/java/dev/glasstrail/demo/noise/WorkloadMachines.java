package dev.glasstrail.demo.noise;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.glasstrail.demo.cloudtrail.Identity;
import dev.glasstrail.demo.cloudtrail.Ids;
import dev.glasstrail.demo.cloudtrail.Json;
import dev.glasstrail.demo.cloudtrail.Origin;
import dev.glasstrail.demo.cloudtrail.Role;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// What the company runs: functions, servers, tasks, pipelines and those who watch them.
final class WorkloadMachines {

    /// The likelier ones stand here several times.
    static final List<Machine> ALL =
            List.of(
                    WorkloadMachines::function,
                    WorkloadMachines::function,
                    WorkloadMachines::function,
                    WorkloadMachines::instance,
                    WorkloadMachines::instance,
                    WorkloadMachines::instance,
                    WorkloadMachines::metrics,
                    WorkloadMachines::metrics,
                    WorkloadMachines::pipeline,
                    WorkloadMachines::refusedTask);

    private static final long SIX_HOURS = 21_600;

    private static final List<String> FUNCTIONS =
            List.of("orders-api", "label-printer", "route-planner", "invoice-mailer", "thumbnails");
    private static final List<String> TABLES = List.of("orders", "parcels", "routes", "sessions");
    private static final Origin JAVA_SDK =
            new Origin("192.0.2.130", "aws-sdk-java/2.38.2 Linux/6.1 OpenJDK_64-Bit_Server_VM/25");
    private static final Origin PYTHON_SDK =
            new Origin("192.0.2.131", "Boto3/1.40.70 md/Botocore#1.40.70 exec-env/AWS_Lambda");
    private static final Origin AGENT = new Origin("192.0.2.132", "amazon-ssm-agent/3.3.3050.0");
    private static final Origin COLLECTOR =
            new Origin("203.0.113.140", "aws-sdk-go-v2/1.39.6 metrics-collector/7.72");
    private static final Origin RUNNER =
            new Origin("203.0.113.150", "aws-sdk-nodejs/3.931 configure-credentials/5");

    private WorkloadMachines() {}

    private static void function(Scene scene) {
        scene.begin();
        String name = scene.dice().oneOf(FUNCTIONS);
        Role role = scene.role("lambda-" + name);
        String key = scene.key();
        ServiceMachines.assumedByService(scene, role, name, key, "lambda.amazonaws.com");
        ObjectNode identity = Identity.assumedRole(role, name, key, scene.now(), false);
        String table = scene.dice().oneOf(TABLES);
        for (int i = scene.dice().below(4); i >= 0; i--) {
            switch (scene.dice().below(4)) {
                case 0 ->
                        scene.call("ssm", "GetParametersByPath")
                                .request("path", "/" + name + "/", "withDecryption", true)
                                .by(identity, PYTHON_SDK);
                case 1 ->
                        scene.call("kms", "Decrypt")
                                .request("encryptionAlgorithm", "SYMMETRIC_DEFAULT")
                                .by(identity, PYTHON_SDK)
                                .forwardedBy("ssm.amazonaws.com");
                case 2 ->
                        scene.call("dynamodb", "DescribeTable")
                                .request("tableName", table)
                                .by(identity, JAVA_SDK);
                default ->
                        scene.call("logs", "CreateLogStream")
                                .request("logGroupName", "/aws/lambda/" + name)
                                .by(identity, PYTHON_SDK);
            }
        }
    }

    private static void instance(Scene scene) {
        scene.begin();
        String id = "i-0example" + String.format(Locale.ROOT, "%07x", scene.dice().below(24));
        // Credentials of an instance are renewed every six hours; nothing in the log opens them.
        long renewal = (scene.now().getEpochSecond() - 17) / SIX_HOURS * SIX_HOURS + 17;
        Instant created = Instant.ofEpochSecond(renewal);
        String key = Ids.exampleId("ASIA", id + created, 9);
        Role role = scene.role("ec2-web");
        ObjectNode identity = Identity.assumedRole(role, id, key, created, false);
        Json.put((ObjectNode) identity.get("sessionContext"), "ec2RoleDelivery", "2.0");
        scene.call("ssm", "UpdateInstanceInformation")
                .request("instanceId", id, "agentVersion", "3.3.3050.0", "agentStatus", "Active")
                .by(identity, AGENT);
        if (scene.dice().oneIn(2)) {
            scene.call("ec2", "DescribeInstances")
                    .request("maxResults", 1000, "filterSet", Json.object())
                    .by(identity, JAVA_SDK);
        }
        if (scene.dice().oneIn(3)) {
            scene.call("ec2", "DescribeTags").request("maxResults", "1").by(identity, AGENT);
        }
    }

    private static void metrics(Scene scene) {
        scene.begin();
        Role role = scene.role("metrics-collector");
        ObjectNode identity =
                Identity.assumedRole(role, "metrics", scene.key(), scene.now(), false);
        for (int i = scene.dice().below(4); i >= 0; i--) {
            String call = scene.dice().oneOf(List.of("GetMetricData", "ListMetrics"));
            scene.call("monitoring", call).by(identity, COLLECTOR);
        }
    }

    private static void pipeline(Scene scene) {
        scene.begin();
        Role role = scene.role("ci-deploy");
        String provider = "ci.example.com";
        String subject = "repo:example-parcels/" + scene.dice().oneOf(FUNCTIONS) + ":ref:main";
        String key = scene.key();
        scene.call("sts", "AssumeRoleWithWebIdentity")
                .by(Identity.webIdentityUser(provider, subject), RUNNER)
                .request("roleArn", role.arn(), "roleSessionName", "deploy")
                .response(
                        "subjectFromWebIdentityToken",
                        subject,
                        "provider",
                        provider,
                        "audience",
                        "sts.amazonaws.com",
                        "credentials",
                        ServiceMachines.credentials(key, scene.now()),
                        "assumedRoleUser",
                        ServiceMachines.assumedRoleUser(role, "deploy"))
                .resource(scene.account(), "AWS::IAM::Role", role.arn());
        ObjectNode identity = Identity.assumedRole(role, "deploy", key, scene.now(), false);
        scene.call("ecr", "GetAuthorizationToken").by(identity, RUNNER);
        scene.call("ecs", "RegisterTaskDefinition")
                .request("family", "checkout", "networkMode", "awsvpc")
                .by(identity, RUNNER);
        scene.call("ecs", "UpdateService")
                .request("service", "checkout", "cluster", "shop")
                .by(identity, RUNNER);
        scene.call("ecs", "DescribeServices").request("cluster", "shop").by(identity, RUNNER);
    }

    private static void refusedTask(Scene scene) {
        scene.begin();
        Role role = scene.role("ecs-task-checkout");
        ObjectNode identity =
                Identity.assumedRole(role, "checkout", scene.key(), scene.now(), false);
        scene.call("s3", "ListBuckets")
                .by(identity, JAVA_SDK)
                .error("AccessDenied", "User is not authorized to perform: s3:ListAllMyBuckets");
    }
}
