package dev.glasstrail.demo.cloudtrail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/// Habits of AWS services that show in their records.
final class Services {

    private static final Set<String> GLOBAL = Set.of("iam", "organizations", "signin", "account");

    private static final List<String> READING =
            List.of("Get", "List", "Describe", "Head", "Lookup", "Filter", "BatchGet", "Decrypt");

    private static final Set<String> ALSO_READING =
            Set.of(
                    "AssumeRole",
                    "AssumeRoleWithSAML",
                    "AssumeRoleWithWebIdentity",
                    "GenerateDataKey",
                    "Query",
                    "Scan",
                    "StartQuery");

    private Services() {}

    static String eventVersion(String service) {
        return switch (service) {
            case "signin" -> "1.08";
            case "events", "dynamodb" -> "1.09";
            case "ec2", "iam" -> "1.10";
            default -> "1.11";
        };
    }

    static boolean isReadOnly(String name) {
        return ALSO_READING.contains(name) || READING.stream().anyMatch(name::startsWith);
    }

    static boolean hasNoRequestId(String service, String name) {
        return service.equals("signin") && name.equals("ConsoleLogin");
    }

    static ObjectNode tls(String service, Region region) {
        String host =
                GLOBAL.contains(service)
                        ? service + ".amazonaws.com"
                        : service + "." + region.id() + ".amazonaws.com";
        return Json.object(
                "tlsVersion", "TLSv1.3",
                "cipherSuite", "TLS_AES_128_GCM_SHA256",
                "clientProvidedHostHeader", host);
    }
}
