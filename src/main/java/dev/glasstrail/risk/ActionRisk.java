package dev.glasstrail.risk;

import dev.glasstrail.trail.Call;
import dev.glasstrail.trail.GuardCalls;
import dev.glasstrail.trail.TrailEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What an action means, by service and name.
///
/// CloudTrail's read-only mark decides where nothing better is known. An action that has neither a
/// name known here nor a mark stays unknown.
public enum ActionRisk {
    GUARDS("guards"),
    CREDENTIALS("credentials"),
    DESTRUCTIVE("destructive"),
    SENSITIVE_READ("sensitive read"),
    WRITE("write"),
    READ("read"),
    UNKNOWN("unknown");

    private static final Set<String> IAM_CREDENTIAL_CALLS =
            Set.of(
                    "ChangePassword",
                    "ResetServiceSpecificCredential",
                    "UpdateServiceSpecificCredential",
                    "PutUserPermissionsBoundary",
                    "PutRolePermissionsBoundary",
                    "DeleteUserPermissionsBoundary",
                    "DeleteRolePermissionsBoundary",
                    "CreateUser",
                    "CreateAccessKey",
                    "UpdateAccessKey",
                    "CreateLoginProfile",
                    "UpdateLoginProfile",
                    "CreateRole",
                    "UpdateAssumeRolePolicy",
                    "AttachRolePolicy",
                    "AttachUserPolicy",
                    "AttachGroupPolicy",
                    "PutRolePolicy",
                    "PutUserPolicy",
                    "PutGroupPolicy",
                    "CreatePolicyVersion",
                    "SetDefaultPolicyVersion",
                    "AddUserToGroup",
                    "CreateVirtualMFADevice",
                    "EnableMFADevice",
                    "DeactivateMFADevice",
                    "DeleteVirtualMFADevice",
                    "CreateServiceSpecificCredential",
                    "UploadSSHPublicKey",
                    "UploadSigningCertificate",
                    "CreateSAMLProvider",
                    "UpdateSAMLProvider",
                    "CreateOpenIDConnectProvider",
                    "CreateInstanceProfile",
                    "AddRoleToInstanceProfile");

    private static final Map<String, Set<String>> CREDENTIAL_CALLS =
            Map.of(
                    "iam.amazonaws.com",
                    IAM_CREDENTIAL_CALLS,
                    "sso.amazonaws.com",
                    Set.of(
                            "CreateAccountAssignment",
                            "CreatePermissionSet",
                            "PutInlinePolicyToPermissionSet",
                            "AttachManagedPolicyToPermissionSet",
                            "AttachCustomerManagedPolicyReferenceToPermissionSet",
                            "DeletePermissionsBoundaryFromPermissionSet"),
                    "identitystore.amazonaws.com",
                    Set.of("CreateUser", "CreateGroupMembership"));

    private static final Map<String, Set<String>> SENSITIVE_READS =
            Map.of(
                    "secretsmanager.amazonaws.com", Set.of("GetSecretValue", "BatchGetSecretValue"),
                    "ssm.amazonaws.com",
                            Set.of("GetParameter", "GetParameters", "GetParametersByPath"),
                    "ec2.amazonaws.com", Set.of("GetPasswordData", "GetConsoleScreenshot"),
                    "s3.amazonaws.com", Set.of("GetObject"),
                    "dynamodb.amazonaws.com", Set.of("GetItem", "BatchGetItem", "Query", "Scan"),
                    "rds.amazonaws.com", Set.of("DownloadDBLogFilePortion"),
                    "redshift.amazonaws.com", Set.of("GetClusterCredentials"),
                    "kms.amazonaws.com", Set.of("Decrypt", "GenerateDataKey"));

    private static final List<String> DESTRUCTIVE_VERBS =
            List.of("Delete", "Terminate", "Purge", "Destroy", "ScheduleKeyDeletion");

    private final String word;

    ActionRisk(String word) {
        this.word = word;
    }

    /// The class of an action.
    public static ActionRisk of(TrailEvent event) {
        Call call = event.call();
        if (GuardCalls.touches(event)) {
            return GUARDS;
        }
        if (CREDENTIAL_CALLS.getOrDefault(call.source(), Set.of()).contains(call.name())) {
            return CREDENTIALS;
        }
        if (DESTRUCTIVE_VERBS.stream().anyMatch(call.name()::startsWith) && !endsShell(call)) {
            return DESTRUCTIVE;
        }
        if (SENSITIVE_READS.getOrDefault(call.source(), Set.of()).contains(call.name())
                && event.principal().invokedBy().isEmpty()) {
            return SENSITIVE_READ;
        }
        return switch (call.access()) {
            case READ -> READ;
            case WRITE -> WRITE;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /// The end of a Session Manager shell destroys nothing.
    private static boolean endsShell(Call call) {
        return call.is("ssm.amazonaws.com", "TerminateSession");
    }

    /// The word for people and for `actions.jsonl`.
    @Override
    public String toString() {
        return word;
    }
}
