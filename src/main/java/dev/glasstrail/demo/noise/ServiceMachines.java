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

/// AWS services at work by themselves or in a role that is theirs.
final class ServiceMachines {

    /// The likelier ones stand here several times.
    static final List<Machine> ALL =
            List.of(
                    ServiceMachines::serviceRole,
                    ServiceMachines::serviceRole,
                    ServiceMachines::recorder,
                    ServiceMachines::recorder,
                    ServiceMachines::scaling,
                    ServiceMachines::trail,
                    ServiceMachines::keyService);

    private ServiceMachines() {}

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

    /// A service takes credentials for a role; the sole record of it has no caller to name.
    static Event assumedByService(
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

    static ObjectNode credentials(String key, Instant now) {
        return Json.object(
                "accessKeyId",
                key,
                "sessionToken",
                "IQoJb3JpZ2luX2VjEXAMPLE",
                "expiration",
                HumanTime.of(now.plusSeconds(3600)));
    }

    static ObjectNode assumedRoleUser(Role role, String sessionName) {
        return Json.object(
                "assumedRoleId",
                role.id() + ":" + sessionName,
                "arn",
                role.sessionArn(sessionName));
    }
}
