package dev.glasstrail.cli;

import dev.glasstrail.run.ExitCode;
import dev.glasstrail.settings.Settings;
import dev.glasstrail.settings.SettingsException;
import dev.glasstrail.settings.Values;
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
            "       glasstrail setup iam-policy [FLAGS]"
        },
        header = "Prints what has to be deployed in AWS for the settings, ready to apply.",
        description = {
            "",
            "athena-table is the statement that makes the trail's table in Athena, with the columns that AWS's own lacks. iam-policy is the least that the identity which runs Glasstrail needs, as JSON. Nothing is asked of AWS and nothing is changed there.",
            "",
            "Settings come from config/glasstrail.yaml in the working directory where there is one, or from --config. Flags win over it. What they leave open stands as a placeholder in angle brackets. The folder config/aws has the same as CloudFormation templates."
        },
        footer = {
            "",
            "Examples:",
            "  The table, for Athena's query editor:",
            "    glasstrail setup athena-table",
            "  A policy for reading the bucket itself:",
            "    glasstrail setup iam-policy --logs s3://your-trail-bucket > policy.json"
        })
final class SetupCommand implements Callable<Integer>, Traced {

    private static final String KMS_KEY =
            "arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+";

    private final Surroundings surroundings;

    @Parameters(arity = "0..1", hidden = true)
    private String what = "";

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

    @Mixin private ConfigOptions config = new ConfigOptions();

    @Mixin private CommonOptions common = new CommonOptions();

    SetupCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public boolean stacktrace() {
        return common.stacktrace();
    }

    @Override
    public Integer call() throws SettingsException {
        Settings file = config.read(surroundings);
        Paper paper;
        try {
            paper = paper(settings(file));
        } catch (IllegalArgumentException e) {
            throw new ArgumentException(String.valueOf(e.getMessage()));
        }
        paper.text().lines().map(Terminal::escape).forEach(surroundings.out()::println);
        paper.notes().forEach(note -> Complaint.of(note).printTo(surroundings.err()));
        return ExitCode.MADE.number();
    }

    private Settings settings(Settings file) {
        return file.with(source.over(file.source(), surroundings.workingDirectory()))
                .with(aws.over(file.aws()));
    }

    private Paper paper(Settings settings) {
        return switch (what) {
            case "athena-table" -> AthenaTable.of(settings);
            case "iam-policy" -> ReadingPolicy.of(settings, asked());
            default ->
                    throw new ArgumentException(
                            what.isEmpty()
                                    ? "setup prints athena-table or iam-policy; say which"
                                    : "setup prints athena-table or iam-policy, not \"%s\"; say which"
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
