package dev.glasstrail.demo.story;

import dev.glasstrail.demo.cloudtrail.Json;
import java.time.DayOfWeek;

/// A spare server is set up in a hurry, with secrets in nearly every parameter, and one record has
/// a hundred kilobytes of them.
final class SecretsInParameters implements Story {

    private static final int HUGE = 104_000;

    @Override
    public String name() {
        return "secrets-in-parameters";
    }

    @Override
    public void tell(Script script) {
        Session jonas =
                Openings.commandLine(
                        script,
                        Cast.JONAS,
                        Cast.BREAK_GLASS_PRODUCTION,
                        Week.on(DayOfWeek.FRIDAY, "09:20:55"));
        server(jonas);
        credentials(jonas);
        jonas.after(75, "cloudformation", "CreateStack")
                .request(
                        "stackName",
                        "spare-server",
                        "templateURL",
                        "https://example-parcels-templates.s3.amazonaws.com/spare.yaml"
                                + "?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Expires=900"
                                + "&X-Amz-Signature="
                                + PlantedSecrets.URL_SIGNATURE);
        jonas.after(90, "monitoring", "PutDashboard")
                .request("dashboardName", "spare", "dashboardBody", dashboard());
    }

    private static void server(Session jonas) {
        jonas.after(40, "ec2", "RunInstances")
                .request(
                        "instanceType",
                        "m7g.large",
                        "userData",
                        PlantedSecrets.USER_DATA,
                        "instancesSet",
                        Json.object(
                                "items",
                                Json.list(
                                        Json.object(
                                                "imageId", "ami-0example000000001",
                                                "minCount", 1,
                                                "maxCount", 1))));
        jonas.after(33, "ssm", "PutParameter")
                .request(
                        "name", "/spare/payment-key",
                        "type", "SecureString",
                        "value", PlantedSecrets.PARAMETER);
        jonas.after(51, "lambda", "UpdateFunctionConfiguration20150331v2")
                .request(
                        "functionName",
                        "route-planner",
                        "environment",
                        Json.object(
                                "variables",
                                Json.object("API_TOKEN", PlantedSecrets.ENVIRONMENT_TOKEN)));
    }

    private static void credentials(Session jonas) {
        jonas.global(64, "iam", "CreateLoginProfile")
                .request(
                        "userName",
                        "priya.nair",
                        "password",
                        PlantedSecrets.LOGIN_PASSWORD,
                        "passwordResetRequired",
                        true);
        jonas.after(22, "acm", "ImportCertificate")
                .request(
                        "certificate",
                        "-----BEGIN CERTIFICATE-----\nMIIEXAMPLE\n-----END CERTIFICATE-----",
                        "privateKey",
                        "-----BEGIN PRIVATE KEY-----\n"
                                + PlantedSecrets.KEY_BODY
                                + "\n-----END PRIVATE KEY-----");
    }

    private static String dashboard() {
        String widget = "{\"type\":\"metric\",\"width\":6,\"properties\":{\"metrics\":[]}},";
        return "{\"widgets\":[" + widget.repeat(HUGE / widget.length()) + "{}]}";
    }
}
