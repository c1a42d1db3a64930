package dev.glasstrail.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.glasstrail.trail.TrailEvent;

/// One made-up CloudTrail record. Its event id is `Call@time` until it is given another.
public final class LogRecord {

    private final ObjectNode json;

    private LogRecord(ObjectNode json) {
        this.json = json;
    }

    /// A call that went through, made in eu-central-1 from 198.51.100.7.
    ///
    /// @param time such as `10T09:15:00`
    /// @param service such as `ec2`
    public static LogRecord call(String time, String service, String name, String identity) {
        boolean read = name.matches("(Assume|Get|List|Describe|Switch).*");
        ObjectNode json =
                Trails.tree(
                        """
                        {"eventVersion":"1.11","eventTime":"%s",
                         "eventSource":"%s.amazonaws.com","eventName":"%s","eventID":"%s@%s",
                         "awsRegion":"eu-central-1","sourceIPAddress":"198.51.100.7",
                         "userAgent":"aws-cli/2.27.0","readOnly":%b,"requestParameters":null,
                         "responseElements":null,"eventType":"AwsApiCall",
                         "eventCategory":"Management"}
                        """
                                .formatted(Trails.iso(time), service, name, name, time, read));
        ObjectNode caller = Trails.tree(identity);
        json.set("userIdentity", caller);
        json.put("recipientAccountId", caller.path("accountId").asText(Trails.HOME));
        return new LogRecord(json);
    }

    /// A granted AssumeRole.
    ///
    /// @param session such as `111122223333/break-glass/bob`
    /// @param key the access key in the answer
    public static LogRecord assumeRole(String time, String caller, String session, String key) {
        return opening("AssumeRole", time, caller, session, key);
    }

    /// A granted AssumeRoleWithSAML, its subject being the session's name.
    public static LogRecord saml(String time, String session, String key) {
        String subject = session.substring(session.lastIndexOf('/') + 1);
        return opening("AssumeRoleWithSAML", time, Identities.saml(subject), session, key)
                .with("responseElements", "subject", subject)
                .receivedBy(session.substring(0, session.indexOf('/')));
    }

    /// A granted call to STS that opens a session of a role.
    public static LogRecord opening(
            String name, String time, String caller, String session, String key) {
        Identities.Parts parts = Identities.Parts.of(session);
        return call(time, "sts", name, caller)
                .request(
                        """
                        {"roleArn":"%s","roleSessionName":"%s"}
                        """
                                .formatted(parts.roleArn(), parts.name()))
                .response(
                        """
                        {"credentials":{"accessKeyId":"%s"},
                         "assumedRoleUser":{"assumedRoleId":"%s","arn":"%s"}}
                        """
                                .formatted(key, parts.principalId(), parts.arn()));
    }

    /// A person's visit to Identity Center's portal.
    ///
    /// @param name `GetRoleCredentials` or `Federate`
    public static LogRecord visit(
            String time, String name, String userId, String account, String permissionSet) {
        LogRecord record =
                call(time, "sso", name, Identities.identityCenterUser(userId))
                        .put("eventType", "AwsServiceEvent");
        record.json.set(
                "serviceEventDetails",
                Trails.tree(
                        """
                        {"role_name":"%s","account_id":"%s"}
                        """
                                .formatted(permissionSet, account)));
        return record;
    }

    public LogRecord id(String eventId) {
        return put("eventID", eventId);
    }

    public LogRecord receivedBy(String account) {
        return put("recipientAccountId", account);
    }

    public LogRecord shared(String sharedEventId) {
        return put("sharedEventID", sharedEventId);
    }

    public LogRecord failed(String code, String message) {
        json.putNull("responseElements");
        return put("errorCode", code).put("errorMessage", message);
    }

    public LogRecord addendum(String reason, String originalEventId) {
        json.putObject("addendum").put("reason", reason).put("originalEventID", originalEventId);
        return this;
    }

    public LogRecord request(String parameters) {
        json.set("requestParameters", Trails.tree(parameters));
        return this;
    }

    public LogRecord response(String elements) {
        json.set("responseElements", Trails.tree(elements));
        return this;
    }

    public LogRecord put(String member, String value) {
        json.put(member, value);
        return this;
    }

    public LogRecord without(String member) {
        json.remove(member);
        return this;
    }

    /// Sets a text one level down, such as in `responseElements`.
    public LogRecord with(String member, String inner, String value) {
        json.withObjectProperty(member).put(inner, value);
        return this;
    }

    /// Sets when the issued credentials end, as text for people.
    public LogRecord expiring(String expiration) {
        json.withObjectProperty("responseElements")
                .withObjectProperty("credentials")
                .put("expiration", expiration);
        return this;
    }

    public LogRecord resource(String arn) {
        json.withArrayProperty("resources").addObject().put("ARN", arn);
        return this;
    }

    /// Takes out a member one level down, such as in `userIdentity`.
    public LogRecord lacking(String member, String inner) {
        json.withObjectProperty(member).remove(inner);
        return this;
    }

    TrailEvent event() {
        return Trails.parsed(json.deepCopy());
    }
}
