package dev.glasstrail.demo.noise;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.glasstrail.demo.cloudtrail.Event;
import dev.glasstrail.demo.cloudtrail.HumanTime;
import dev.glasstrail.demo.cloudtrail.Identity;
import dev.glasstrail.demo.cloudtrail.Json;
import dev.glasstrail.demo.cloudtrail.Origin;
import dev.glasstrail.demo.cloudtrail.Role;
import java.time.Instant;
import java.util.List;

/// The machines of the organisation.
final class Machines {

    /// The likelier ones stand here several times.
    private static final List<Machine> ALL =
            List.of(
                    Machines::function,
                    Machines::function,
                    Machines::function,
                    Machines::instance,
                    Machines::instance,
                    Machines::instance,
                    Machines::serviceRole,
                    Machines::serviceRole,
                    Machines::recorder,
                    Machines::recorder,
                    Machines::scaling,
                    Machines::metrics,
                    Machines::metrics,
                    Machines::pipeline,
                    Machines::trail,
                    Machines::keyService,
                    Machines::refusedTask);

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

    private Machines() {}

    static Machine oneOf(Scene scene) {
        return scene.dice().oneOf(ALL);
    }

    private static void function(Scene scene) {
        scene.begin();
        String name = scene.dice().oneOf(FUNCTIONS);
        Role role = scene.role("lambda-" + name);
        String key = scene.key();
        assumedByService(scene, role, name, key, "lambda.amazonaws.com");
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
        String id =
                "i-0example" + String.format(java.util.Locale.ROOT, "%07x", scene.dice().below(24));
        // Credentials of an instance are renewed on the hour here; their opening is long past.
        Instant created =
                Instant.ofEpochSecond(scene.now().getEpochSecond() / 21_600 * 21_600 + 17);
        Role role = scene.role("ec2-web");
        ObjectNode identity = Identity.assumedRole(role, id, scene.key(), created, false);
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

    /// These three services get credentials without the answer saying for which session.
    private static void serviceRole(Scene scene) {
        scene.begin();
        String service = scene.dice().oneOf(List.of("ec2", "lambda", "rds")) + ".amazonaws.com";
        Role role = scene.role("AWSServiceRoleFor" + (service.startsWith("rds") ? "RDS" : "Work"));
        Event event = assumedByService(scene, role, "service", scene.key(), service);
        event.response("credentials", credentials(scene.key(), scene.now()));
    }

    private static void recorder(Scene scene) {
        scene.begin();
        Role role = scene.role("AWSServiceRoleForConfig");
        ObjectNode identity =
                Identity.assumedRole(role, "AWSConfig-Describe", scene.key(), scene.now(), false);
        List<List<String>> calls =
                List.of(
                        List.of("ec2", "DescribeSecurityGroups"),
                        List.of("ec2", "DescribeVolumes"),
                        List.of("iam", "ListRoles"),
                        List.of("s3", "GetBucketPolicy"),
                        List.of("rds", "DescribeDBInstances"),
                        List.of("kms", "ListKeys"));
        for (int i = scene.dice().below(5); i >= 0; i--) {
            List<String> call = scene.dice().oneOf(calls);
            scene.call(call.get(0), call.get(1))
                    .by(identity, Origin.service("config.amazonaws.com"))
                    .forwardedBy("config.amazonaws.com");
        }
    }

    private static void scaling(Scene scene) {
        scene.begin();
        Role role = scene.role("AWSServiceRoleForAutoScaling");
        ObjectNode identity =
                Identity.assumedRole(role, "AutoScaling", scene.key(), scene.now(), false);
        scene.call("ec2", "DescribeInstanceStatus")
                .by(identity, Origin.service("autoscaling.amazonaws.com"))
                .forwardedBy("autoscaling.amazonaws.com");
        scene.call("elasticloadbalancing", "DescribeTargetHealth")
                .by(identity, Origin.service("autoscaling.amazonaws.com"))
                .forwardedBy("autoscaling.amazonaws.com");
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
                        credentials(key, scene.now()),
                        "assumedRoleUser",
                        assumedRoleUser(role, "deploy"))
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

    private static void trail(Scene scene) {
        scene.begin();
        scene.call("s3", "GetBucketAcl")
                .by(
                        Identity.service("cloudtrail.amazonaws.com"),
                        Origin.service("cloudtrail.amazonaws.com"))
                .request("bucketName", "example-parcels-trail", "acl", "")
                .additional("bytesTransferredIn", 0.0, "bytesTransferredOut", 512.0)
                .without("tlsDetails");
    }

    private static void keyService(Scene scene) {
        scene.begin();
        ObjectNode nobody =
                Json.object("accountId", scene.account().id(), "invokedBy", "kms.amazonaws.com");
        scene.call("kms", "RotateKey")
                .by(nobody, Origin.service("kms.amazonaws.com"))
                .set("eventType", "AwsServiceEvent")
                .set("serviceEventDetails", Json.object("keyId", scene.arn("kms", "key/orders")))
                .without("tlsDetails");
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

    private static Event assumedByService(
            Scene scene, Role role, String sessionName, String key, String service) {
        return scene.call("sts", "AssumeRole")
                .by(Identity.service(service), Origin.service(service))
                .request("roleArn", role.arn(), "roleSessionName", sessionName)
                .response(
                        "credentials", credentials(key, scene.now()),
                        "assumedRoleUser", assumedRoleUser(role, sessionName))
                .resource(scene.account(), "AWS::IAM::Role", role.arn())
                .set("sharedEventID", scene.dice().uuid())
                .without("tlsDetails");
    }

    private static ObjectNode credentials(String key, Instant now) {
        return Json.object(
                "accessKeyId",
                key,
                "sessionToken",
                "IQoJb3JpZ2luX2VjEXAMPLE",
                "expiration",
                HumanTime.of(now.plusSeconds(3600)));
    }

    private static ObjectNode assumedRoleUser(Role role, String sessionName) {
        return Json.object(
                "assumedRoleId",
                role.id() + ":" + sessionName,
                "arn",
                role.sessionArn(sessionName));
    }
}
