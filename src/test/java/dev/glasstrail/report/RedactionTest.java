package dev.glasstrail.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// The tables name a call, its request as logged and the request as reported.
class RedactionTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    /// One request: `'` stands for the quotation mark of JSON.
    record Case(String source, String name, String before, String after) {

        Case(String source, String name, String before, String after) {
            this.source = source + ".amazonaws.com";
            this.name = name;
            this.before = before.replace('\'', '"');
            this.after = after.replace('\'', '"');
        }
    }

    static final List<Case> SECRETS =
            List.of(
                    new Case(
                            "iam",
                            "CreateLoginProfile",
                            "{'userName':'lena','password':'Winter#1','passwordResetRequired':true}",
                            "{'userName':'lena','password':'***','passwordResetRequired':true}"),
                    new Case(
                            "iam",
                            "ChangePassword",
                            "{'oldPassword':'a','newPassword':'b'}",
                            "{'oldPassword':'***','newPassword':'***'}"),
                    new Case(
                            "rds",
                            "ModifyDBInstance",
                            "{'masterUserPassword':'hunter2','applyImmediately':true,'tdeCredentialPassword':7}",
                            "{'masterUserPassword':'***','applyImmediately':true,'tdeCredentialPassword':'***'}"),
                    new Case(
                            "secretsmanager",
                            "PutSecretValue",
                            "{'secretId':'app/db','secretString':'s3cret','secretBinary':'AAEC'}",
                            "{'secretId':'app/db','secretString':'***','secretBinary':'***'}"),
                    new Case(
                            "sts",
                            "X",
                            "{'token':'a','sessionToken':'b','authToken':'c','webIdentityToken':'d','tokenCode':'123456'}",
                            "{'token':'***','sessionToken':'***','authToken':'***','webIdentityToken':'***','tokenCode':'***'}"),
                    new Case(
                            "sts",
                            "AssumeRoleWithSAML",
                            "{'sAMLAssertionID':'_abc','sAMLAssertion':'PHNhbWw+'}",
                            "{'sAMLAssertionID':'_abc','sAMLAssertion':'***'}"),
                    new Case(
                            "events",
                            "CreateConnection",
                            """
                            {'name':'slack','authParameters':{'apiKeyAuthParameters':{'apiKeyName':'Authorization',\
                            'apiKeyValue':'k1'},'basicAuthParameters':{'username':'u','password':'p'},\
                            'oAuthParameters':{'clientParameters':{'clientID':'id','clientSecret':'cs'}},\
                            'invocationHttpParameters':{'headerParameters':[{'key':'X-Team','value':'ops',\
                            'isValueSecret':false},{'key':'X-Thing','value':'v','isValueSecret':true},\
                            {'key':'X-Api-Key','value':'k2'}]}}}\
                            """,
                            """
                            {'name':'slack','authParameters':{'apiKeyAuthParameters':{'apiKeyName':'Authorization',\
                            'apiKeyValue':'***'},'basicAuthParameters':{'username':'u','password':'***'},\
                            'oAuthParameters':{'clientParameters':{'clientID':'id','clientSecret':'***'}},\
                            'invocationHttpParameters':{'headerParameters':[{'key':'X-Team','value':'ops',\
                            'isValueSecret':false},{'key':'X-Thing','value':'***','isValueSecret':true},\
                            {'key':'X-Api-Key','value':'***'}]}}}\
                            """),
                    new Case(
                            "acm",
                            "ImportCertificate",
                            "{'certificate':'public','privateKey':{'hb':[45,46],'offset':0}}",
                            "{'certificate':'public','privateKey':{'hb':['***','***'],'offset':'***'}}"),
                    new Case(
                            "ec2",
                            "RunInstances",
                            "{'instanceType':'t3.micro','userData':'IyEvYmluL3No','minCount':1}",
                            "{'instanceType':'t3.micro','userData':'***','minCount':1}"),
                    new Case(
                            "ec2",
                            "ModifyInstanceAttribute",
                            "{'attribute':'userData','value':'IyEv','userData':{'value':'IyEv'}}",
                            "{'attribute':'userData','value':'***','userData':{'value':'***'}}"),
                    new Case(
                            "ec2",
                            "CreateLaunchTemplate",
                            "{'LaunchTemplateData':{'UserData':'IyEv','ImageId':'ami-1'}}",
                            "{'LaunchTemplateData':{'UserData':'***','ImageId':'ami-1'}}"),
                    new Case(
                            "ssm",
                            "PutParameter",
                            "{'name':'/app/colour','value':'blue','type':'String','tags':[{'key':'team','value':'ops'}]}",
                            "{'name':'/app/colour','value':'***','type':'String','tags':[{'key':'team','value':'ops'}]}"),
                    new Case(
                            "lambda",
                            "UpdateFunctionConfiguration20150331v2",
                            "{'functionName':'f','environment':{'variables':{'MODE':'fast','N':1}}}",
                            "{'functionName':'f','environment':{'variables':{'MODE':'***','N':'***'}}}"),
                    new Case(
                            "ecs",
                            "RegisterTaskDefinition",
                            """
                            {'containerDefinitions':[{'name':'app','environment':[{'name':'MODE','value':'x'}],\
                            'secrets':[{'name':'DB','valueFrom':'arn:aws:ssm:eu-west-1:111122223333:parameter/db'}],\
                            'command':['run','--db-password','hunter2','--port','80']}]}\
                            """,
                            """
                            {'containerDefinitions':[{'name':'app','environment':[{'name':'MODE','value':'***'}],\
                            'secrets':[{'name':'DB','valueFrom':'arn:aws:ssm:eu-west-1:111122223333:parameter/db'}],\
                            'command':['run','--db-password','***','--port','80']}]}\
                            """),
                    new Case(
                            "codebuild",
                            "UpdateProject",
                            """
                            {'environment':{'type':'LINUX','environmentVariables':[{'name':'A','value':'1','type':'PLAINTEXT'},\
                            {'name':'B','value':'/app/b','type':'PARAMETER_STORE'}]}}\
                            """,
                            """
                            {'environment':{'type':'LINUX','environmentVariables':[{'name':'A','value':'***','type':'PLAINTEXT'},\
                            {'name':'B','value':'/app/b','type':'PARAMETER_STORE'}]}}\
                            """),
                    new Case(
                            "sagemaker",
                            "CreateModel",
                            "{'primaryContainer':{'image':'i','environment':{'HF':'x'}}}",
                            "{'primaryContainer':{'image':'i','environment':{'HF':'***'}}}"),
                    new Case(
                            "elasticbeanstalk",
                            "UpdateEnvironment",
                            "{'optionSettings':[{'namespace':'aws:elasticbeanstalk:application:environment','optionName':'A','value':'b'}]}",
                            "{'optionSettings':[{'namespace':'aws:elasticbeanstalk:application:environment','optionName':'A','value':'***'}]}"),
                    new Case(
                            "kms",
                            "Encrypt",
                            "{'keyId':'k','plaintext':'aGk=','encryptionContext':{'a':'b'}}",
                            "{'keyId':'k','plaintext':'***','encryptionContext':{'a':'b'}}"),
                    new Case(
                            "cognito-idp",
                            "AdminInitiateAuth",
                            "{'clientId':'c','authParameters':{'USERNAME':'u','PASSWORD':'p','SECRET_HASH':'h','REFRESH_TOKEN':'r'}}",
                            "{'clientId':'c','authParameters':{'USERNAME':'u','PASSWORD':'***','SECRET_HASH':'***','REFRESH_TOKEN':'***'}}"),
                    new Case(
                            "cognito-idp",
                            "RespondToAuthChallenge",
                            "{'challengeResponses':{'SMS_MFA_CODE':'1','NEW_PASSWORD':'p'},'userCode':'123'}",
                            "{'challengeResponses':{'SMS_MFA_CODE':'***','NEW_PASSWORD':'***'},'userCode':'***'}"),
                    new Case(
                            "cloudformation",
                            "CreateStack",
                            "{'parameters':[{'parameterKey':'DbPassword','parameterValue':'p'},{'parameterKey':'Size','parameterValue':'4'}]}",
                            "{'parameters':[{'parameterKey':'DbPassword','parameterValue':'***'},{'parameterKey':'Size','parameterValue':'4'}]}"),
                    new Case(
                            "apigateway",
                            "CreateApiKey",
                            "{'createApiKeyInput':{'name':'k','value':'abc','tags':{'a':'b'}}}",
                            "{'createApiKeyInput':{'name':'k','value':'***','tags':{'a':'b'}}}"),
                    new Case(
                            "apigateway",
                            "UpdateApiKey",
                            "{'apiKey':'id1','updateApiKeyInput':{'patchOperations':[{'op':'replace','path':'/value','value':'v'},{'op':'replace','path':'/name','value':'n'}]}}",
                            "{'apiKey':'id1','updateApiKeyInput':{'patchOperations':[{'op':'replace','path':'/value','value':'***'},{'op':'replace','path':'/name','value':'n'}]}}"),
                    new Case(
                            "appsync",
                            "DeleteApiKey",
                            "{'apiId':'a','id':'da2-abcdefghijklmnopqrstuvwxyz'}",
                            "{'apiId':'a','id':'da2-***'}"),
                    new Case(
                            "firehose",
                            "CreateDeliveryStream",
                            "{'endpointConfiguration':{'url':'https://example.com','accessKey':'k'}}",
                            "{'endpointConfiguration':{'url':'https://example.com','accessKey':'***'}}"),
                    new Case(
                            "elasticache",
                            "CreateUser",
                            "{'userId':'u','passwords':['a','b'],'noPasswordRequired':false}",
                            "{'userId':'u','passwords':['***','***'],'noPasswordRequired':false}"),
                    new Case(
                            "dms",
                            "CreateEndpoint",
                            "{'username':'u','password':'p','mongoDbSettings':{'Password':'q'}}",
                            "{'username':'u','password':'***','mongoDbSettings':{'Password':'***'}}"),
                    new Case(
                            "glue",
                            "CreateConnection",
                            "{'connectionProperties':{'PASSWORD':'p','JDBC_CONNECTION_URL':'jdbc:x://h/db?user=a&password=b'}}",
                            "{'connectionProperties':{'PASSWORD':'***','JDBC_CONNECTION_URL':'jdbc:x://h/db?user=a&password=***'}}"),
                    new Case(
                            "s3",
                            "GetObject",
                            "{'bucketName':'b','X-Amz-Signature':'0f','X-Amz-Security-Token':'IQoJ','X-Amz-Expires':'60'}",
                            "{'bucketName':'b','X-Amz-Signature':'***','X-Amz-Security-Token':'***','X-Amz-Expires':'60'}"),
                    new Case(
                            "sns",
                            "Subscribe",
                            "{'endpoint':'https://u:pw@example.com/x'}",
                            "{'endpoint':'https://u:***@example.com/x'}"),
                    new Case(
                            "redshift-data",
                            "ExecuteStatement",
                            "{'sql':'create user bob','parameters':[{'name':'new_password','value':{'stringValue':'x'}}]}",
                            "{'sql':'create user bob','parameters':[{'name':'new_password','value':{'stringValue':'***'}}]}"),
                    new Case(
                            "sts",
                            "X",
                            "{'credentials':{'accessKeyId':'AKIAIOSFODNN7EXAMPLE','secretAccessKey':'x','expiration':'e'}}",
                            "{'credentials':{'accessKeyId':'AKIAIOSFODNN7EXAMPLE','secretAccessKey':'***','expiration':'e'}}"),
                    new Case(
                            "amplify",
                            "CreateApp",
                            "{'oauthToken':'t','basicAuthCredentials':'dTpw','environmentVariables':{'A':'b'}}",
                            "{'oauthToken':'***','basicAuthCredentials':'***','environmentVariables':{'A':'***'}}"));

    static final List<Case> DOCUMENTS =
            List.of(
                    new Case(
                            "states",
                            "StartExecution",
                            "{'input':'{\\'user\\':\\'u\\', \\'password\\':\\'p\\'}'}",
                            "{'input':'{\\'user\\':\\'u\\',\\'password\\':\\'***\\'}'}"),
                    new Case(
                            "events",
                            "PutTargets",
                            "{'input':'[{\\'deep\\':\\'{\\\\\\'token\\\\\\':\\\\\\'t\\\\\\'}\\'}]'}",
                            "{'input':'[{\\'deep\\':\\'{\\\\\\'token\\\\\\':\\\\\\'***\\\\\\'}\\'}]'}"),
                    new Case(
                            "iam",
                            "PutRolePolicy",
                            "{'policyDocument':'{ \\'Version\\': \\'2012-10-17\\',\\n \\'n\\': 1.50 }'}",
                            "{'policyDocument':'{ \\'Version\\': \\'2012-10-17\\',\\n \\'n\\': 1.50 }'}"),
                    new Case(
                            "events",
                            "PutRule",
                            "{'cutOff':'{\\'password\\':\\'hunter2\\',\\'x\\':'}",
                            "{'cutOff':'{\\'password\\':\\'***\\',\\'x\\':'}"));

    static final List<Case> HARMLESS =
            List.of(
                    same("iam", "{'passwordResetRequired':true,'passwordLastUsed':'2026-11-09'}"),
                    same(
                            "iam",
                            "{'minimumPasswordLength':14,'allowUsersToChangePassword':true,'passwordLength':8,'passwordReusePrevention':5}"),
                    same("secretsmanager", "{'secretId':'prod/db','secretArn':'x','tokenId':'t'}"),
                    same(
                            "ec2",
                            "{'nextToken':'AAEAAfqe','paginationToken':'p','clientToken':'c','maxResults':5}"),
                    same(
                            "cloudformation",
                            "{'clientRequestToken':'Console-CreateStack-1','ClientToken':'c'}"),
                    same("elasticfilesystem", "{'creationToken':'quickCreated-1'}"),
                    same("wafv2", "{'lockToken':'0d1','idempotencyToken':'i'}"),
                    same("cognito-idp", "{'generateSecret':true,'clientName':'c'}"),
                    same("sts", "{'subjectFromWebIdentityToken':'system:serviceaccount:a:b'}"),
                    same("sts", "{'externalId':'x','roleSessionName':'s','accessKeyId':'ASIA1'}"),
                    same("rds", "{'masterUserPassword':'****','manageMasterUserPassword':true}"),
                    same("lambda", "{'environment':{'variables':{}},'password':'','token':null}"),
                    same("ec2", "{'userData':'<sensitiveDataRemoved>'}"),
                    same("signin", "{'password':'HIDDEN_DUE_TO_SECURITY_REASONS'}"),
                    same("x", "{'tokenValue':'Value hidden due to security reasons.'}"),
                    same("x", "{'nextToken':'[redacted]','sessionToken':'[redacted]'}"),
                    same(
                            "kms",
                            "{'encryptionContext':{'SecretARN':'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf','SecretVersionId':'v'}}"),
                    same(
                            "apigateway",
                            "{'apiKey':'a1b2c3','credentials':'arn:aws:iam::111122223333:role/r'}"),
                    same("ec2", "{'publicKeyMaterial':'c3NoLXJzYQ=='}"),
                    same("ec2", "{'tagSet':{'items':[{'key':'Name','value':'web 1'}]}}"),
                    same("ec2", "{'filterSet':{'items':[{'name':'tag:env','value':'prod'}]}}"),
                    same("codebuild", "{'environment':{'image':'aws/codebuild/standard:7.0'}}"),
                    same(
                            "rds",
                            "{'masterUserPassword':'{{resolve:secretsmanager:db:SecretString:password}}'}"),
                    same("x", "[1,2.5,true,null,'a']"),
                    same("x", "'text'"),
                    same("x", "{}"));

    private static Case same(String source, String json) {
        return new Case(source, "Anything", json, json);
    }

    @ParameterizedTest
    @FieldSource({"SECRETS", "DOCUMENTS", "HARMLESS"})
    void aRequestIsMaskedWhereItHoldsASecretAndNowhereElse(Case row) throws Exception {
        String masked =
                Redaction.parameters(row.source(), row.name(), MAPPER.readTree(row.before()));

        assertThat(masked).isEqualTo(row.after());
        assertThat(Redaction.parameters(row.source(), row.name(), MAPPER.readTree(masked)))
                .as("masked again")
                .isEqualTo(masked);
    }

    @Test
    void anAbsentRequestStaysAbsent() {
        assertThat(Redaction.parameters("s", "n", null)).isNull();
        assertThat(Redaction.parameters("s", "n", JsonNodeFactory.instance.nullNode())).isNull();
        assertThat(Redaction.parameters("s", "n", JsonNodeFactory.instance.missingNode())).isNull();
    }

    @Test
    void theRequestItselfIsLeftUntouched() throws Exception {
        JsonNode request =
                MAPPER.readTree("{\"a\":{\"password\":\"p\"},\"b\":[\"xoxb-123456789012\"]}");
        JsonNode copy = request.deepCopy();

        Redaction.parameters("s", "n", request);

        assertThat(request).isEqualTo(copy);
    }

    @Test
    void aSecretDeeperThanAnyRealRequestIsMaskedWithEverythingAroundIt() {
        ObjectNode top = JsonNodeFactory.instance.objectNode();
        ObjectNode inner = top;
        for (int i = 0; i < 20_000; i++) {
            inner = inner.putObject("a");
        }
        inner.put("password", "hunter2");

        assertThat(Redaction.parameters("s", "n", top))
                .hasSizeLessThan(2_000)
                .contains("\"***\"")
                .doesNotContain("hunter2");
    }

    @Test
    void documentsWithinDocumentsEndSomewhere() throws Exception {
        String text = "{\"password\":\"hunter2\"}";
        for (int i = 0; i < 12; i++) {
            text = MAPPER.writeValueAsString(JsonNodeFactory.instance.objectNode().put("a", text));
        }

        assertThat(Redaction.parameters("s", "n", MAPPER.readTree(text)))
                .doesNotContain("hunter2")
                .contains("***");
    }

    @Test
    void longHostileTextsTakeLittleTime() {
        List<String> bricks =
                List.of(
                        "a",
                        "\\",
                        "\"",
                        "eyJ",
                        "-----BEGIN ",
                        "://",
                        "password=",
                        "--a",
                        " ",
                        "{\"a\":");
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> {
                    for (String brick : bricks) {
                        String text = brick.repeat(100_000 / brick.length());
                        assertThat(Redaction.text(text)).isNotNull();
                        assertThat(
                                        Redaction.parameters(
                                                "s", "n", JsonNodeFactory.instance.textNode(text)))
                                .isNotNull();
                    }
                });
    }

    @Test
    void maskingTwiceIsMaskingOnceWhateverTheText() {
        List<String> bricks = new ArrayList<>(RedactionTextTest.TEXTS.keySet());
        bricks.addAll(
                List.of("password", "=", ":", " ", "\"", "'", "\\", "***", "-", "&", "{", "}"));
        bricks.addAll(List.of("://", "u:p@", "Bearer ", "eyJ", "secret", "\ud800", "\n", "é", ","));
        Random random = new Random(20261109);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(8); j >= 0; j--) {
                text.append(bricks.get(random.nextInt(bricks.size())));
            }
            String once = Redaction.text(text.toString());
            assertThat(Redaction.text(once)).as("from <%s>", text).isEqualTo(once);
        }
    }
}
