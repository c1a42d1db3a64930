package dev.glasstrail.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Secrets in unusual clothes, and what only looks like them. In every row `XXX` is the secret, and
/// `'` in a request stands for the quotation mark of JSON.
class RedactionLeakTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    private static final String ACCESS_KEY = "wJalrXUtnFEMI/K7MDENG/" + "bPxRfiCYEXAMPLEKEY";
    private static final String PLAIN_KEY = "aB3dE5fG7hJ9kL1mN3pQ" + "5rS7tU9vW1xY3zA5bC7d";

    static final List<String> NAMES =
            List.of(
                    "pass",
                    "PASS",
                    "dbPass",
                    "DB_PASS",
                    "SMTP_PW",
                    "pw",
                    "passwd",
                    "pwd",
                    "passphrase",
                    "Passwort",
                    "secretKeyBase",
                    "webhookUrl",
                    "slackWebhookUrl",
                    "otp",
                    "pin",
                    "mfaCode",
                    "tokenCode",
                    "secret",
                    "credential",
                    "credentials",
                    // Cyrillic а, с and е; Greek ο; wide letters; an accent; a letter without width
                    "p\u0430ssword",
                    "se\u0441r\u0435t",
                    "passw\u03bfrd",
                    "\uff50\uff41\uff53\uff53\uff57\uff4f\uff52\uff44",
                    "p\u00e4ssword",
                    "pass\u200bword");

    static final List<String> HARMLESS_NAMES =
            List.of(
                    "bypass",
                    "compass",
                    "allowBypass",
                    "spin",
                    "pinned",
                    "passRole",
                    "path",
                    "passed",
                    "webhookId",
                    "pinCount",
                    "\u043f\u0430\u0440\u043e\u043b");

    static final List<String> REQUESTS =
            List.of(
                    "{'parameters':[{'parameterKey':'PassDb','parameterValue':'a'},{'parameterKey':'Pass','parameterValue':'XXX'}]}",
                    "{'parameters':[{'parameterKey':'PasswordForRoot','parameterValue':'XXX'}]}",
                    "{'parameters':[{'ParameterKey':'Passwort','ParameterValue':'XXX','usePreviousValue':false}]}",
                    "{'parameters':[{'parameterKey':'PasswordLength','parameterValue':'14'},{'parameterKey':'PasswordSecretArn','parameterValue':'a'}]}",
                    "{'settings':[{'name':'db_pass','value':'XXX'},{'Key':'PIN','Value':'XXX'},{'key':'size','value':'4'}]}",
                    "{'list':[{'name':'apiToken','values':['XXX','XXX']}]}",
                    "{'parameters':{'commands':['mysql -u root -pXXX shop','uptime']}}",
                    "{'parameters':{'commands':['curl -u lena:XXX https://example.com']}}",
                    "{'command':['mysql','-u','root','-pXXX','-P3306']}",
                    "{'command':['/usr/bin/sshpass','-p','XXX','ssh','-p','22']}",
                    "{'command':['curl','-s','-u','lena:XXX','https://example.com']}",
                    "{'command':['docker','login','-u','lena','-p','XXX']}",
                    "{'command':['run','--pw=XXX','--pass','XXX','--port','80']}",
                    "{'command':['mkdir','-p','/var/data'],'list':['cp','-pr','a','b']}");

    static final List<String> TEXTS =
            List.of(
                    "mysql -h db -pXXX -P3306 shop",
                    "mysqldump -u root -p'XXX' --all-databases > a.sql",
                    "mysql -e \"select 1; drop table t\" -pXXX",
                    "mysql -P 3306 -u root; mkdir -pv /srv/a",
                    "curl -s -u lena:XXX https://example.com/x",
                    "curl --user 'lena:XXX' https://example.com/x",
                    "docker run -u 1000:1000 -p 80:80 nginx",
                    "docker login -u lena -p XXX registry.example.com",
                    "tool --password XXX --pw=XXX --pass XXX --verbose",
                    "echo XXX | passwd --stdin root",
                    "echo -n XXX | sudo passwd --stdin root",
                    "echo XXX | docker login --password-stdin",
                    "echo XXX | chpasswd",
                    "passwd <<< XXX",
                    "echo hello | grep h; cat /etc/passwd",
                    "PGPASSWORD=XXX psql -h db",
                    "export MYSQL_PWD='XXX' && DB_PASS=XXX run",
                    "$env:DB_PASSWORD='XXX'",
                    "sshpass -p XXX ssh -p 22 host",
                    "sshpass -pXXX ssh host",
                    "redis-cli -h cache -a XXX ping",
                    "net user lena XXX /add",
                    "ConvertTo-SecureString XXX -AsPlainText -Force",
                    "p\u0430ssword=XXX",
                    "CREATE LOGIN lena WITH PASSWORD = N'XXX', CHECK_POLICY = ON",
                    "ALTER LOGIN lena WITH PASSWORD='XXX' OLD_PASSWORD='XXX'",
                    "CREATE USER lena PASSWORD 'XXX'",
                    "SET PASSWORD FOR 'lena'@'%' = 'XXX'",
                    "SET PASSWORD FOR lena = PASSWORD('XXX')",
                    "CREATE USER lena IDENTIFIED BY \"XXX\"",
                    "CREATE USER lena IDENTIFIED BY 'XXX' REQUIRE SSL",
                    "CREATE USER lena IDENTIFIED WITH mysql_native_password BY 'XXX'",
                    "ALTER USER lena IDENTIFIED BY XXX ACCOUNT UNLOCK",
                    "ALTER ROLE lena PASSWORD $$XXX$$",
                    "the key identified by arn:aws:kms:eu-west-1:111122223333:key/k",
                    "GET https://example.com/a?key=XXX&api_key=XXX&apikey=XXX&x=1",
                    "https://example.com/a?token=XXX&access_token=XXX&sig=XXX&signature=XXX",
                    "(https://example.com/a?x=1&code=XXX&password=XXX&secret=XXX&auth=XXX).",
                    "https://example.com/a?u=https%3A%2F%2Fexample.org%3Fcode%3DXXX",
                    "https://example.com/a?keyword=k&codec=c&author=a&nextToken=n&decode=1",
                    "exit code=1 key=value sig_type=none",
                    "https://lena:XXX@example.com/x",
                    "CI/1.0 PASS=XXX",
                    "First pass: 3 of 4 items",
                    "da39a3ee5e6b4b0d3255bfef95601890afd80709",
                    "DA39A3EE5E6B4B0D3255BFEF95601890AFD80709",
                    "aws/Prod/Application1/Config/DatabaseSet",
                    "id " + PLAIN_KEY,
                    "s3://bucket/" + PLAIN_KEY,
                    "arn:aws:iam::111122223333:role/" + PLAIN_KEY,
                    wrapped("{\"colour\":\"blue\",\"size\":14}"));

    /// Texts that are masked whole or in part without naming the secret `XXX`.
    static final List<List<String>> SHAPES =
            List.of(
                    List.of("key " + ACCESS_KEY + ".", "key ***."),
                    List.of(ACCESS_KEY, "***"),
                    List.of("AWS credentials are " + PLAIN_KEY, "AWS credentials are ***"),
                    List.of(
                            "ALTER LOGIN a WITH PASSWORD = N'it''s'",
                            "ALTER LOGIN a WITH PASSWORD = N'***'"),
                    List.of("IDENTIFIED BY 'cut o", "IDENTIFIED BY '***"),
                    List.of("run " + wrapped("{\"password\":\"hunter2\"}"), "run ***"),
                    List.of(wrapped("[{\"name\":\"pin\",\"value\":\"1234\"}]"), "***"),
                    List.of(wrapped("{\"a\":\"" + wrapped("{\"pw\":\"x\"}") + "\"}"), "***"),
                    List.of(wrapped("{\"password\":\"hunter2\",\"rest\":\"cut"), "***"),
                    List.of("https://lena:p@ss@example.com/x", "https://lena:***@example.com/x"));

    private static String wrapped(String json) {
        return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String parameters(String json) throws Exception {
        return String.valueOf(
                Redaction.parameters("ssm.amazonaws.com", "SendCommand", MAPPER.readTree(json)));
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void aMemberNamedForASecretIsMasked(String name) throws Exception {
        assertThat(parameters("{\"" + name + "\":\"hunter2\"}"))
                .isEqualTo("{\"" + name + "\":\"***\"}");
    }

    @ParameterizedTest
    @FieldSource("HARMLESS_NAMES")
    void aMemberWithASimilarNameStays(String name) throws Exception {
        String json = "{\"" + name + "\":\"hunter2\"}";

        assertThat(parameters(json)).isEqualTo(json);
    }

    @ParameterizedTest
    @FieldSource("REQUESTS")
    void aRequestIsMaskedWhereTheSecretStands(String row) throws Exception {
        String json = row.replace('\'', '"');
        String masked = parameters(json.replace("XXX", "S3cr+t!"));

        assertThat(masked).isEqualTo(json.replace("XXX", "***"));
        assertThat(parameters(masked)).as("masked again").isEqualTo(masked);
    }

    @ParameterizedTest
    @FieldSource("TEXTS")
    void aTextIsMaskedWhereTheSecretStands(String row) {
        String masked = Redaction.text(row.replace("XXX", "S3cr+t!"));

        // The quotation marks of an argument go with it.
        assertThat(masked.replace("'***'", "***").replace("\"***\"", "***"))
                .isEqualTo(
                        row.replace("'XXX'", "***")
                                .replace("\"XXX\"", "***")
                                .replace("XXX", "***"));
        assertThat(Redaction.text(masked)).as("masked again").isEqualTo(masked);
    }

    @ParameterizedTest
    @FieldSource("SHAPES")
    void aSecretIsKnownByItsShape(List<String> row) throws Exception {
        assertThat(Redaction.text(row.getFirst())).isEqualTo(row.getLast());
        assertThat(parameters(MAPPER.writeValueAsString(List.of(row.getFirst()))))
                .isEqualTo(MAPPER.writeValueAsString(List.of(row.getLast())));
    }

    @Test
    void anAccessKeyWithoutSignsIsKnownByTheNameOfItsMember() throws Exception {
        assertThat(
                        parameters(
                                "{\"awsThing\":\""
                                        + PLAIN_KEY
                                        + "\",\"thing\":\""
                                        + PLAIN_KEY
                                        + "\"}"))
                .isEqualTo("{\"awsThing\":\"***\",\"thing\":\"" + PLAIN_KEY + "\"}");
    }

    @Test
    void maskingTwiceIsMaskingOnceWhateverTheMixture() {
        List<String> bricks = new ArrayList<>(TEXTS);
        SHAPES.forEach(row -> bricks.add(row.getFirst()));
        bricks.addAll(
                List.of(" ", "|", ";", "'", "\"", "\\", "***", "-p", "=", "?", "&", "\n", "N'"));
        Random random = new Random(20261110);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(6); j >= 0; j--) {
                text.append(bricks.get(random.nextInt(bricks.size())));
            }
            String once = Redaction.text(text.toString());
            assertThat(Redaction.text(once)).as("from <%s>", text).isEqualTo(once);
        }
    }

    @Test
    void longHostileTextsTakeLittleTime() {
        List<String> bricks =
                List.of(
                        "mysql ",
                        "mysql \"",
                        "echo a",
                        "echo 'a' ",
                        "password ''",
                        "password '\\'",
                        "https://a?",
                        "?key=",
                        "eyJh",
                        "aB3/",
                        "curl -u ",
                        "\\\n",
                        "set password for ",
                        "passwd <",
                        "net user a ",
                        "://a:b@",
                        "$env:",
                        "N'",
                        "\u0430",
                        "identified by ");
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(40),
                () -> {
                    for (String brick : bricks) {
                        assertThat(Redaction.text(brick.repeat(100_000 / brick.length())))
                                .isNotNull();
                    }
                });
    }
}
