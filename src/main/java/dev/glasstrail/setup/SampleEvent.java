package dev.glasstrail.setup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.glasstrail.trail.Reading.Place;

/// Makes up events as EventBridge would hand them over.
///
/// @param place where they are recorded
record SampleEvent(Place place) {

    private static final String TIME = "2026-11-10T09:00:00Z";
    private static final String ROLE_ID = "AROAEXAMPLEROLEID0001:tester";

    /// A call to STS for a role.
    ///
    /// @param identity of whoever asks
    String assumeRole(String call, ObjectNode identity, String roleArn, boolean refused) {
        ObjectNode detail = detail("sts", call, "AwsApiCall", identity);
        detail.put("readOnly", true);
        detail.putObject("requestParameters")
                .put("roleArn", roleArn)
                .put("roleSessionName", "tester");
        if (refused) {
            detail.put("errorCode", "AccessDenied").putNull("responseElements");
        } else {
            detail.putObject("responseElements")
                    .putObject("assumedRoleUser")
                    .put("assumedRoleId", ROLE_ID)
                    .put("arn", sessionArn(roleArn));
        }
        return envelope("sts", "AWS API Call via CloudTrail", detail);
    }

    /// A refused call for a role, of which only the message of the refusal names the role.
    String refusal(ObjectNode identity, String roleArn) {
        ObjectNode detail = detail("sts", "AssumeRole", "AwsApiCall", identity);
        detail.put("readOnly", true)
                .put("errorCode", "AccessDenied")
                .put(
                        "errorMessage",
                        "User: x is not authorized to perform: sts:AssumeRole on resource: "
                                + roleArn)
                .putNull("requestParameters")
                .putNull("responseElements");
        return envelope("sts", "AWS API Call via CloudTrail", detail);
    }

    /// A sign-in to the console, or of the command line.
    String signIn(String call, ObjectNode identity) {
        ObjectNode detail = detail("signin", call, "AwsConsoleSignIn", identity);
        detail.put("readOnly", false).putObject("responseElements").put(call, "Success");
        return envelope("signin", "AWS Console Sign In via CloudTrail", detail);
    }

    /// A visit to Identity Center's portal.
    String portal(String call, String permissionSet) {
        ObjectNode identity = identity("IdentityCenterUser");
        identity.putObject("onBehalfOf").put("userId", "97674b9c-00d1-70b0-0000-000000000001");
        ObjectNode detail = detail("sso", call, "AwsServiceEvent", identity);
        detail.put("readOnly", true).putNull("requestParameters").putNull("responseElements");
        detail.putObject("serviceEventDetails")
                .put("role_name", permissionSet)
                .put("account_id", place.account());
        return envelope("sso", "AWS Service Event via CloudTrail", detail);
    }

    /// Any other call to an API.
    String call(String service, String call, ObjectNode identity, boolean readOnly) {
        ObjectNode detail = detail(service, call, "AwsApiCall", identity);
        detail.put("readOnly", readOnly).putNull("requestParameters").putNull("responseElements");
        return envelope(service, "AWS API Call via CloudTrail", detail);
    }

    /// Who stands behind a call.
    ObjectNode identity(String type) {
        return PatternJson.object().put("type", type).put("accountId", place.account());
    }

    /// An IAM user with a long-term key.
    ObjectNode user(String name, String arn) {
        return identity("IAMUser")
                .put("arn", arn)
                .put("accessKeyId", "AKIAEXAMPLE")
                .put("userName", name);
    }

    /// The root user with a long-term key.
    ObjectNode root() {
        return identity("Root").put("arn", arn("iam", "root")).put("accessKeyId", "AKIAEXAMPLE");
    }

    /// A session of a role.
    ObjectNode session(String roleArn) {
        return identity("AssumedRole").put("principalId", ROLE_ID).put("arn", sessionArn(roleArn));
    }

    /// An arn in the place's account.
    String arn(String service, String resource) {
        return "arn:%s:%s::%s:%s"
                .formatted(Arns.partition(place.region()), service, place.account(), resource);
    }

    private String sessionArn(String roleArn) {
        String name = roleArn.substring(roleArn.lastIndexOf('/') + 1);
        return arn("sts", "assumed-role/" + name + "/tester");
    }

    private ObjectNode detail(String service, String call, String type, ObjectNode identity) {
        ObjectNode detail = PatternJson.object();
        detail.put("eventVersion", "1.11");
        detail.set("userIdentity", identity);
        return detail.put("eventTime", TIME)
                .put("eventSource", service + ".amazonaws.com")
                .put("eventName", call)
                .put("awsRegion", place.region())
                .put("eventID", "22222222-2222-4222-8222-222222222222")
                .put("eventType", type)
                .put("managementEvent", true)
                .put("recipientAccountId", place.account());
    }

    private String envelope(String service, String detailType, ObjectNode detail) {
        ObjectNode event = PatternJson.object();
        event.put("version", "0")
                .put("id", "c0ffee00-0000-4000-8000-00000000e001")
                .put("detail-type", detailType)
                .put("source", "aws." + service)
                .put("account", place.account())
                .put("time", TIME)
                .put("region", place.region());
        event.putArray("resources");
        event.set("detail", detail);
        return event.toString();
    }
}
