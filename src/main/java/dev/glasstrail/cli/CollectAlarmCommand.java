package dev.glasstrail.cli;

import dev.glasstrail.run.ExitCode;
import dev.glasstrail.settings.Values;
import dev.glasstrail.setup.AlarmCollection;
import dev.glasstrail.setup.AlarmToCollect;
import dev.glasstrail.setup.Paper;
import dev.glasstrail.window.AuditWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Prints the script that collects an alarm with the AWS CLI.
@Command(
        name = "collect-alarm",
        customSynopsis = "glasstrail setup collect-alarm FLAGS",
        header = "Prints a script that collects the alarm's rules and metrics with the AWS CLI.",
        description = {
            "",
            "The script fills a folder with what `aws events` and `aws cloudwatch` print, so that an audit can say whether the alarm rang without access to AWS. It changes nothing there. Run it once for each account, with credentials of that account; several accounts may share one folder. CloudWatch keeps minutes for 15 days, five minutes for 63 and hours for 455: the script asks for the finest that is left."
        },
        footer = {
            "",
            "Example:",
            "  glasstrail setup collect-alarm --account 111122223333 \\",
            "    --region eu-central-1 --region us-east-1 --rule 'break-glass-*' \\",
            "    --from 2026-11-09 --to 2026-11-16 > collect.sh",
            "  sh collect.sh"
        })
final class CollectAlarmCommand implements Callable<Integer>, Traced {

    private final Surroundings surroundings;

    @Option(
            names = "--account",
            paramLabel = "ID",
            description = "The account whose rules are collected.")
    private @Nullable String account;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description =
                    "A region to look in, whether it has an alert rule or not. Sign-ins and the global STS endpoint are recorded in us-east-1. Repeatable.")
    private List<String> regions = new ArrayList<>();

    @Option(
            names = "--rule",
            paramLabel = "NAME",
            description =
                    "An alert rule by its name, or a pattern such as break-glass-*. Repeatable.")
    private List<String> rules = new ArrayList<>();

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description =
                    "The start of the window that will be audited: a date, which means midnight UTC, or a time with its zone.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Its end, likewise.")
    private @Nullable String to;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The folder that the script fills. Default: alarm.")
    private String out = "alarm";

    @Mixin private CommonOptions common = new CommonOptions();

    CollectAlarmCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public boolean stacktrace() {
        return common.stacktrace();
    }

    @Override
    public Integer call() {
        Paper paper;
        try {
            paper = AlarmCollection.of(asked(), surroundings.clock().instant());
        } catch (IllegalArgumentException e) {
            throw new ArgumentException(String.valueOf(e.getMessage()));
        }
        paper.text().lines().forEach(surroundings.out()::println);
        paper.notes().forEach(note -> Complaint.of(note).printTo(surroundings.err()));
        return ExitCode.MADE.number();
    }

    private AlarmToCollect asked() {
        if (regions.isEmpty()) {
            throw new ArgumentException("--region is missing; give each region to look in");
        }
        if (rules.isEmpty()) {
            throw new ArgumentException(
                    "--rule is missing; give the alert rule's name, or a pattern such as break-glass-*");
        }
        return new AlarmToCollect(
                Values.account("--account", given("--account", account)),
                regions.stream().map(region -> Values.region("--region", region)).toList(),
                rules.stream().map(rule -> Values.pattern("--rule", rule)).toList(),
                AuditWindow.between(given("--from", from), given("--to", to)),
                Values.filled("--out", out));
    }

    private static String given(String flag, @Nullable String value) {
        if (value == null) {
            throw new ArgumentException(
                    flag + " is missing; see glasstrail setup collect-alarm --help");
        }
        return value;
    }
}
