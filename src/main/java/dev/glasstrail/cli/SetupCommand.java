package dev.glasstrail.cli;

import dev.glasstrail.run.ExitCode;
import dev.glasstrail.settings.Settings;
import dev.glasstrail.settings.SettingsException;
import dev.glasstrail.settings.Values;
import dev.glasstrail.setup.AlarmCoverage;
import dev.glasstrail.setup.AlarmStack;
import dev.glasstrail.setup.AthenaTable;
import dev.glasstrail.setup.Paper;
import dev.glasstrail.setup.ReadingPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Prints what has to be deployed in AWS.
@Command(
        name = "setup",
        customSynopsis = {
            "glasstrail setup athena-table [FLAGS]",
            "       glasstrail setup iam-policy [FLAGS]",
            "       glasstrail setup alarm [--terraform | --check] [FLAGS]"
        },
        header = "Prints what has to be deployed in AWS for the settings, ready to apply.",
        description = {
            "",
            "athena-table is the statement that makes the trail's table in Athena, with the columns that AWS's own lacks. iam-policy is the least that the identity which runs Glasstrail needs, as JSON. alarm is the CloudFormation template of an alarm that posts to Slack when somebody takes what the settings watch. Nothing is changed in AWS, and nothing is asked of it but with --check: then the deployed rules are read, and each way to open what is watched is held against them.",
            "",
            "Settings come from config/glasstrail.yaml in the working directory where there is one, or from --config. Flags win over it. What they leave open stands as a placeholder in angle brackets. The folders config/aws and config/terraform have the same as CloudFormation templates and as Terraform."
        },
        footer = {
            "",
            "Examples:",
            "  The table, for Athena's query editor:",
            "    glasstrail setup athena-table",
            "  A policy for reading the bucket itself:",
            "    glasstrail setup iam-policy --logs s3://your-trail-bucket > policy.json",
            "  The alarm for two roles, and its rules for config/terraform/alarm:",
            "    glasstrail setup alarm --role 'ops-*' --role '*-break-glass' > alarm.yaml",
            "    glasstrail setup alarm --terraform > rules.auto.tfvars.json",
            "  Whether the deployed alarm covers what is watched:",
            "    glasstrail setup alarm --check"
        })
final class SetupCommand implements Callable<Integer>, Traced {

    private static final String KMS_KEY =
            "arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+";

    private final Audits audits;
    private final Surroundings surroundings;

    @Parameters(arity = "0..1", hidden = true)
    private String what = "";

    @Mixin private GlassOptions glass = new GlassOptions();

    @Mixin private SourceOptions source = new SourceOptions();

    @Mixin private AwsOptions aws = new AwsOptions();

    @Option(
            names = "--in-account",
            paramLabel = "ID",
            description =
                    "For iam-policy: the account that Athena and its table are in. Default: that of aws.role.")
    private @Nullable String account;

    @Option(
            names = "--kms-key",
            paramLabel = "ARN",
            description = "For iam-policy: a KMS key that logs are encrypted with. Repeatable.")
    private List<String> keysOfLogs = new ArrayList<>();

    @Option(
            names = "--output-key",
            paramLabel = "ARN",
            description =
                    "For iam-policy: a KMS key that Athena's results are encrypted with. Repeatable.")
    private List<String> keysOfResults = new ArrayList<>();

    @Option(
            names = "--terraform",
            description =
                    "For alarm: the rules as variables of the Terraform in config/terraform/alarm.")
    private boolean terraform;

    @Option(
            names = "--check",
            description =
                    "For alarm: hold the deployed rules against what is watched. Exit code 5 if something rings nowhere.")
    private boolean check;

    @Mixin private ConfigOptions config = new ConfigOptions();

    @Mixin private CommonOptions common = new CommonOptions();

    SetupCommand(Audits audits, Surroundings surroundings) {
        this.audits = audits;
        this.surroundings = surroundings;
    }

    @Override
    public boolean stacktrace() {
        return common.stacktrace();
    }

    @Override
    public Integer call() throws SettingsException, InterruptedException {
        Settings file = config.read(surroundings);
        if (check && what.equals("alarm")) {
            return check(settings(file));
        }
        Paper paper;
        try {
            paper = paper(settings(file));
        } catch (IllegalArgumentException e) {
            throw new ArgumentException(String.valueOf(e.getMessage()));
        }
        print(paper);
        return ExitCode.MADE.number();
    }

    private int check(Settings settings) throws InterruptedException {
        AlarmCoverage coverage = audits.coverage(settings);
        print(coverage.table());
        return (coverage.isWhole() ? ExitCode.MADE : ExitCode.VERIFICATION_FAILED).number();
    }

    private void print(Paper paper) {
        paper.text().lines().map(Terminal::escape).forEach(surroundings.out()::println);
        paper.notes().forEach(note -> Complaint.of(note).printTo(surroundings.err()));
    }

    private Settings settings(Settings file) {
        return file.with(glass.over(file.glass()))
                .with(source.over(file.source(), surroundings.workingDirectory()))
                .with(aws.over(file.aws()));
    }

    private Paper paper(Settings settings) {
        return switch (what) {
            case "athena-table" -> AthenaTable.of(settings);
            case "iam-policy" -> ReadingPolicy.of(settings, asked());
            case "alarm" ->
                    terraform
                            ? AlarmStack.terraformVariables(settings.glass())
                            : AlarmStack.cloudFormation(settings.glass());
            default ->
                    throw new ArgumentException(
                            what.isEmpty()
                                    ? "setup prints athena-table, iam-policy, alarm or collect-alarm; say which"
                                    : "setup prints athena-table, iam-policy, alarm or collect-alarm, not \"%s\"; say which"
                                            .formatted(what));
        };
    }

    private ReadingPolicy.Asked asked() {
        return new ReadingPolicy.Asked(
                account == null ? "" : Values.account("--in-account", account),
                keys("--kms-key", keysOfLogs),
                keys("--output-key", keysOfResults));
    }

    private static List<String> keys(String option, List<String> keys) {
        for (String key : keys) {
            if (!key.matches(KMS_KEY)) {
                throw new ArgumentException(
                        "%s is \"%s\", which is no ARN of a key; give arn:aws:kms:REGION:ACCOUNT:key/ID"
                                .formatted(option, key));
            }
        }
        return keys;
    }
}
