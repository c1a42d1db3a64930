package dev.glasstrail.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class RedactionTextTest {

    private static final List<String> HARMLESS =
            List.of(
                    "",
                    "The security token included in the request is expired",
                    "Invalid token: expired",
                    "User: arn:aws:sts::111122223333:assumed-role/devops/lena is not authorized to perform:"
                            + " secretsmanager:GetSecretValue on resource:"
                            + " arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db-AbCdEf because no"
                            + " identity-based policy allows the secretsmanager:GetSecretValue action",
                    "aws-cli/2.31.0 md/awscrt#0.27 ua/2.1 os/macos#25.1 md/arch#arm64 lang/python#3.13"
                            + " md/command#secretsmanager.get-secret-value",
                    "Password does not conform to the account password policy.",
                    "Secrets Manager can't find the specified secret.",
                    "nextToken=abc&clientToken=def&passwordResetRequired=true",
                    "https://example.com:8443/path@x?sig_type=none",
                    "password=**** token=HIDDEN_DUE_TO_SECURITY_REASONS",
                    "the bearer of this letter",
                    "Bearer authentication is required",
                    "2026-11-09T02:11:00Z",
                    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

    /// Text as logged, and as reported. Secrets are put together from parts, so that no scanner of
    /// repositories mistakes them for real ones.
    static final Map<String, String> TEXTS = texts();

    static final List<Map.Entry<String, String>> ROWS = List.copyOf(TEXTS.entrySet());

    private static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(
                "GET https://b.s3.amazonaws.com/k?X-Amz-Credential=AKIAIOSFODNN7EXAMPLE&X-Amz-Security-Token=IQoJ%2F&X-Amz-Signature=0a1b&x=1",
                "GET https://b.s3.amazonaws.com/k?X-Amz-Credential=AKIAIOSFODNN7EXAMPLE&X-Amz-Security-Token=***&X-Amz-Signature=***&x=1");
        texts.put(
                "https://b.s3.amazonaws.com/k?AWSAccessKeyId=AKIA&Expires=1&Signature=a%2Bb%3D",
                "https://b.s3.amazonaws.com/k?AWSAccessKeyId=AKIA&Expires=1&Signature=***");
        texts.put(
                "to=https%3A%2F%2Fb%2Fk%3FX-Amz-Signature%3D0a1b",
                "to=https%3A%2F%2Fb%2Fk%3FX-Amz-Signature%3D***");
        texts.put(
                "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261109, SignedHeaders=host, Signature=0a1b2c",
                "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261109, SignedHeaders=host, Signature=***");
        texts.put(
                "a -----BEGIN RSA PRIVATE " + "KEY-----\nMIIE\n-----END RSA PRIVATE KEY----- b",
                "a *** b");
        texts.put("-----BEGIN PRIVATE " + "KEY-----\\nMIIE\\nAAAA", "***");
        texts.put("-----BEGIN CERTIFICATE-----\nMIIE", "-----BEGIN CERTIFICATE-----\nMIIE");
        texts.put("sent Bearer abc123.def-456 to it", "sent Bearer *** to it");
        texts.put("Authorization: Basic dXNlcjpwYXNz", "Authorization: Basic ***");
        texts.put("xoxb-" + "1234567890-abcdefgh", "xoxb-***");
        texts.put(
                "https://hooks.slack.com/services/T000/B000/" + "abcdefABCDEF",
                "https://hooks.slack.com/services/T000/B000/***");
        texts.put("ghp_" + "0123456789abcdefABCDEF", "ghp_***");
        texts.put(
                "aws_secret_access_key=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY region=x",
                "aws_secret_access_key=*** region=x");
        texts.put(
                "Secret access key: wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
                "Secret access key: ***");
        texts.put(
                "aws configure set aws_secret_access_key wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
                "aws configure set aws_secret_access_key ***");
        texts.put("AWS_SESSION_TOKEN=IQoJb3JpZ2lu==", "AWS_SESSION_TOKEN=***");
        texts.put("id eyJhbGciOiJIUzI1NiJ9." + "eyJzdWIiOiIxIn0.abc_-", "id ***");
        texts.put(
                "mysql://root:hunter2@db.example.com:3306/x",
                "mysql://root:***@db.example.com:3306/x");
        texts.put("mysqldump -u root --password hunter2 db", "mysqldump -u root --password *** db");
        texts.put("tool --api-key='a b' --verbose", "tool --api-key='***' --verbose");
        texts.put("MasterUserPassword: hunter2\nPort: 3306", "MasterUserPassword: ***\nPort: 3306");
        texts.put("password:hunter2", "password:***");
        texts.put("{password=abc, user=x}", "{password=***, user=x}");
        texts.put(
                "{\"password\":\"a\\\"b\",\"user\":\"x\"", "{\"password\":\"***\",\"user\":\"x\"");
        texts.put(
                "m={\\\"token\\\":\\\"abc\\\",\\\"b\\\":1}",
                "m={\\\"token\\\":\\\"***\\\",\\\"b\\\":1}");
        texts.put("create user bob password 'Hunter2!'", "create user bob password '***'");
        texts.put("token: abcd1234efgh", "token: ***");
        texts.put(
                "Server=h;Password=p;AccountKey=abc==;Port=1",
                "Server=h;Password=***;AccountKey=***;Port=1");
        for (String harmless : HARMLESS) {
            texts.put(harmless, harmless);
        }
        return texts;
    }

    @ParameterizedTest
    @FieldSource("ROWS")
    void aTextIsMaskedWhereItHoldsASecretAndNowhereElse(Map.Entry<String, String> row) {
        String masked = Redaction.text(row.getKey());

        assertThat(masked).isEqualTo(row.getValue());
        assertThat(Redaction.text(masked)).as("masked again").isEqualTo(masked);
    }

    @Test
    void aTextWithoutSecretsIsTheSameObject() {
        String text = "S3Console/0.4, aws-internal/3";

        assertThat(Redaction.text(text)).isSameAs(text);
    }
}
