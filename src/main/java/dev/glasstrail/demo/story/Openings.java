package dev.glasstrail.demo.story;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.glasstrail.demo.cloudtrail.Event;
import dev.glasstrail.demo.cloudtrail.HumanTime;
import dev.glasstrail.demo.cloudtrail.Identity;
import dev.glasstrail.demo.cloudtrail.IdentityCenter;
import dev.glasstrail.demo.cloudtrail.Json;
import dev.glasstrail.demo.cloudtrail.Origin;
import dev.glasstrail.demo.cloudtrail.Person;
import dev.glasstrail.demo.cloudtrail.Region;
import dev.glasstrail.demo.cloudtrail.Role;
import java.time.Instant;

/// How Identity Center opens a session, on the command line and in the console.
final class Openings {

    /// The longest life that the organisation gives a break-glass session.
    static final int TWELVE_HOURS = 43_200;

    static final int ONE_HOUR = 3_600;

    private static final Origin SERVERS =
            new Origin("203.0.113.10", "aws-internal/3 aws-sdk-java/2.38.2");

    private Openings() {}

    /// `aws sso login` was done earlier; a command fetches credentials for the role.
    static Session commandLine(Script script, Person person, Role role, Instant time) {
        atIdentityCenter(script, person, time, "GetRoleCredentials", person.shell())
                .set("serviceEventDetails", details(role));
        assertion(script, person, role, time);
        String key = script.ids().accessKey("used/" + time);
        return Session.ofRole(script, role, person.userName(), key, time, person.shell())
                .onBehalfOf(person);
    }

    /// A click in the access portal: sign-in, federation, console.
    ///
    /// @param keys how many access keys the console uses in turn
    static Session console(Script script, Person person, Role role, Instant time, int keys) {
        signIn(script, person, time.minusSeconds(41), "CredentialVerification");
        signIn(script, person, time.minusSeconds(40), "UserAuthentication");
        atIdentityCenter(script, person, time, "Federate", person.browser())
                .set("serviceEventDetails", details(role));
        assertion(script, person, role, time);
        String key = script.ids().accessKey("console/" + time);
        Session session =
                Session.ofRole(script, role, person.userName(), key, time, person.browser())
                        .inConsole(keys);
        session.global(0, "signin", "GetSigninToken")
                .set("userAgent", "Jersey/2.47 (HttpUrlConnection 21.0.9)")
                .without("sessionCredentialFromConsole");
        session.global(1, "signin", "ConsoleLogin")
                .response("ConsoleLogin", "Success")
                .additional("MobileVersion", "No", "MFAUsed", "No")
                .set("eventType", "AwsConsoleSignIn")
                .without("sessionCredentialFromConsole");
        return session.onBehalfOf(person);
    }

    /// The response of any call that hands out credentials for a role.
    static ObjectNode credentials(String key, Instant time, int seconds) {
        return Json.object(
                "accessKeyId",
                key,
                "sessionToken",
                "IQoJb3JpZ2luX2VjEXAMPLEtokenEXAMPLE" + key,
                "expiration",
                HumanTime.of(time.plusSeconds(seconds)));
    }

    private static void assertion(Script script, Person person, Role role, Instant time) {
        String provider = IdentityCenter.provider(role.account());
        String issued = script.ids().accessKey("issued/" + time);
        script.event(time, role.account(), Region.FRANKFURT, "sts", "AssumeRoleWithSAML")
                .by(Identity.samlUser(person), SERVERS)
                .request(
                        "sAMLAssertionID",
                        "_" + script.ids().uuid("assertion/" + time),
                        "roleSessionName",
                        person.userName(),
                        "roleArn",
                        role.arn(),
                        "principalArn",
                        provider,
                        "durationSeconds",
                        TWELVE_HOURS)
                .response(
                        "credentials",
                        credentials(issued, time, TWELVE_HOURS),
                        "assumedRoleUser",
                        assumedRoleUser(role, person.userName()),
                        "subject",
                        person.userName(),
                        "subjectType",
                        "persistent",
                        "issuer",
                        "https://portal.sso.eu-central-1.amazonaws.com/saml/assertion/EXAMPLE",
                        "audience",
                        "https://eu-central-1.signin.aws.amazon.com/saml",
                        "nameQualifier",
                        IdentityCenter.NAME_QUALIFIER)
                .additional(
                        "RequestDetails",
                        Json.object("endpointType", "regional", "awsServingRegion", "eu-central-1"))
                .resource(role.account(), "AWS::IAM::Role", role.arn())
                .resource(role.account(), "AWS::IAM::SAMLProvider", provider);
    }

    static ObjectNode assumedRoleUser(Role role, String sessionName) {
        return Json.object(
                "assumedRoleId",
                role.id() + ":" + sessionName,
                "arn",
                role.sessionArn(sessionName));
    }

    private static void signIn(Script script, Person person, Instant time, String call) {
        Event event =
                script.event(time, IdentityCenter.ACCOUNT, IdentityCenter.REGION, "signin", call)
                        .by(identityAtCenter(script, person), person.browser())
                        .additional(
                                "AuthWorkflowID",
                                script.ids().uuid("workflow/" + time),
                                "CredentialType",
                                "WEBAUTHN",
                                "LoginTo",
                                "https://example-parcels.awsapps.com/start",
                                "UserName",
                                person.userName());
        event.set("eventType", "AwsServiceEvent")
                .set("serviceEventDetails", Json.object(call, "Success"))
                .set("readOnly", false);
    }

    private static Event atIdentityCenter(
            Script script, Person person, Instant time, String call, Origin origin) {
        return script.event(time, IdentityCenter.ACCOUNT, IdentityCenter.REGION, "sso", call)
                .by(identityAtCenter(script, person), origin)
                .set("eventType", "AwsServiceEvent")
                .set("readOnly", true)
                .without("tlsDetails");
    }

    private static ObjectNode identityAtCenter(Script script, Person person) {
        return Identity.identityCenterUser(
                person, script.ids().hex("credential/" + person.userName(), 24));
    }

    private static ObjectNode details(Role role) {
        return Json.object("role_name", role.permissionSet(), "account_id", role.account().id());
    }
}
