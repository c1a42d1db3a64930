package dev.glasstrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.cli.Launch.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HelpTest {

    @TempDir Path folder;

    @Test
    void theVersionIsOneLine() {
        Outcome outcome = new Launch(folder).run("--version");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).matches("glasstrail \\d+\\.\\d+\\.\\d+\\S*\n");
    }

    @Test
    void theTopSaysWhatThereIs() {
        assertHelp(
                "--help",
                """
                Tells, with evidence, every time someone broke the glass in AWS.
                Usage: glasstrail COMMAND [FLAGS]

                Breaking the glass is using an emergency role, permission set, IAM user or root whose
                powers nobody has day to day. Glasstrail reads CloudTrail's logs and writes the report
                that is owed afterwards: who, when, what they did, what could not be proven.

                Flags:
                  -V, --version   Print the version and exit.
                  -h, --help      Print this and exit.

                Commands:
                  report  Audits every use of emergency access in a window of time.
                  demo    Audits a week of a made-up organisation, to show what a report looks like.
                  doctor  Checks each thing that the settings name, and says how to put it right.
                  setup   Prints what has to be deployed in AWS for the settings, ready to apply.

                Exit codes:
                  0     the report was made and delivered, whatever it says
                  1     made and delivered; it has findings, and --fail-on findings was given
                  2     the command line is wrong
                  3     the settings file is wrong
                  4     the logs could not be read; no report was made
                  5     a report, its logs or the alarm failed verification
                  10    records may still arrive, and --settled-only was given; try again later
                  11    made and delivered; evidence is missing, and --fail-on incomplete was given
                  12    the report could not be delivered or entered in the ledger
                  70    a bug in Glasstrail
                  130   interrupted from the keyboard; nothing half-made is left
                  143   told to stop; nothing half-made is left

                Start here:
                  glasstrail demo              a report on a made-up week, without AWS
                  glasstrail report --help     a report on your own logs, with examples
                """);
    }

    @Test
    void reportExplainsEveryFlag() {
        assertHelp(
                "report --help",
                """
                Audits every use of emergency access in a window of time.
                Usage: glasstrail report --week WEEK [FLAGS]
                       glasstrail report --last LENGTH [FLAGS]
                       glasstrail report --from TIME --to TIME [FLAGS]

                Reads CloudTrail's logs, finds each time someone used a watched role, user or root,
                follows role chains into other accounts, and writes a report that names the evidence for
                each statement. What could not be read or proven is in the report too.

                Settings come from config/glasstrail.yaml in the working directory where there is one, or
                from --config. Flags win over it.

                The window of time, in one of three ways:
                      --week=WEEK        An ISO week, Monday to Sunday, such as 2026-W46.
                      --last=LENGTH      The last whole hours, days or weeks before this one: 24h, 7d,
                                           4w. Today is not in 7d.
                      --from=TIME        The start: a date, which means midnight UTC, or a time with its
                                           zone, such as 2026-11-01T09:30Z.
                      --to=TIME          The end, likewise, itself no longer part of the window.

                Whose use is audited (any --role, --user or --root sets those of the file aside):
                      --role=PATTERN     A role by name, ARN or permission set. The pattern stands for
                                           the whole text and minds case: * is any run of characters, ?
                                           is one. Repeatable.
                      --user=PATTERN     An IAM user by name or ARN, likewise. Repeatable.
                      --root             Any use of a root user.
                      --account=ID       Only glass held by this account; without it, by any account in
                                           the logs. Repeatable.

                Where the logs are:
                      --logs=DIR         The folder with CloudTrail's log files, in the bucket's layout
                                           or any other; or the trail's bucket itself: s3://bucket/prefix.
                      --source=KIND      What reads the logs: files, s3, athena, trino or lookup.
                                           Default: files, or s3 for a bucket.
                      --table=NAME       The trail's table in Athena or Trino, by name or as database.
                                           name. Default: cloudtrail_logs in the database default.
                      --workgroup=NAME   Athena's workgroup. Default: primary.
                      --trino=URL        The Trino cluster, as jdbc:trino://host:port.
                      --max-lookups=N    Most calls to CloudTrail's event history in this run. Default:
                                           2000.

                How AWS is reached:
                      --region=REGION    The region of Athena and of the event history's owner. Default:
                                           what the profile or AWS_REGION says.
                      --profile=NAME     A profile of the AWS configuration files.

                What is made:
                      --format=FORMATS   Any of pdf, xlsx and json, such as pdf,json. Default: all.
                      --out=DIR          The folder that reports are put below. Default: reports/out.
                      --force            Make the next revision where the window already has a report
                                           that says something else.
                      --settled-only     Make nothing while records of the window may still arrive; exit
                                           10 instead.
                      --fail-on=WHAT     findings: exit 1 if the report has any of severity low or worse.
                                           incomplete: exit 11 if it is provisional or names anything
                                           that it cannot prove.

                Other flags:
                      --config=FILE      A settings file, instead of config/glasstrail.yaml.
                      --as-of=TIME       The time of making, a date or a time with its zone. Every age in
                                           the report counts from it. Default: now.
                      --dry-run          Print what would be read, the SQL and what it would cost, and
                                           read nothing.
                      --stacktrace       Print where an error comes from; GLASSTRAIL_STACKTRACE=1 does
                                           the same.
                  -h, --help             Print this and exit.

                Exit codes:
                  0     the report was made and delivered, whatever it says
                  1     made and delivered; it has findings, and --fail-on findings was given
                  2     the command line is wrong
                  3     the settings file is wrong
                  4     the logs could not be read; no report was made
                  5     a report, its logs or the alarm failed verification
                  10    records may still arrive, and --settled-only was given; try again later
                  11    made and delivered; evidence is missing, and --fail-on incomplete was given
                  12    the report could not be delivered or entered in the ledger
                  70    a bug in Glasstrail
                  130   interrupted from the keyboard; nothing half-made is left
                  143   told to stop; nothing half-made is left

                Examples:
                  Last week, with everything from config/glasstrail.yaml:
                    glasstrail report --last 1w
                  One week without any file, from a copy of the trail's bucket:
                    aws s3 sync s3://your-trail-bucket logs
                    glasstrail report --week 2026-W46 --logs logs --role '*-break-glass' --root
                  The same week by Amazon Athena; first what that would read and cost:
                    glasstrail setup athena-table
                    glasstrail report --week 2026-W46 --source athena --role '*-break-glass' --dry-run
                  A first look at an account without a trail:
                    glasstrail report --last 7d --source lookup --role '*-break-glass' --root
                  One night, as a PDF alone, as it would have looked the next morning:
                    glasstrail report --from 2026-11-12T20:00Z --to 2026-11-13T06:00Z \\
                        --as-of 2026-11-13T08:00Z --format pdf
                  In a scheduler: nothing before the logs are complete, and fail on findings:
                    glasstrail report --last 1w --settled-only --fail-on findings
                """);
    }

    @Test
    void demoExplainsItself() {
        assertHelp(
                "demo -h",
                """
                Audits a week of a made-up organisation, to show what a report looks like.
                Usage: glasstrail demo [FLAGS]

                Needs no AWS account, no settings and no network. It writes the organisation's CloudTrail
                logs, reads them as a real audit would, and makes every format. The time of making is
                fixed, so everybody gets the same report.

                Flags:
                      --out=DIR      The folder that the report is put below. Default: reports/out.
                      --stacktrace   Print where an error comes from; GLASSTRAIL_STACKTRACE=1 does the
                                       same.
                  -h, --help         Print this and exit.

                Example:
                  glasstrail demo --out /tmp/glasstrail
                """);
    }

    @Test
    void setupExplainsItself() {
        assertHelp(
                "setup --help",
                """
                Prints what has to be deployed in AWS for the settings, ready to apply.
                Usage: glasstrail setup athena-table [FLAGS]
                       glasstrail setup iam-policy [FLAGS]
                       glasstrail setup alarm [--terraform | --check] [FLAGS]

                athena-table is the statement that makes the trail's table in Athena, with the columns
                that AWS's own lacks. iam-policy is the least that the identity which runs Glasstrail
                needs, as JSON. alarm is the CloudFormation template of an alarm that posts to Slack when
                somebody takes what the settings watch. Nothing is changed in AWS, and nothing is asked
                of it but with --check: then the deployed rules are read, and each way to open what is
                watched is held against them.

                Settings come from config/glasstrail.yaml in the working directory where there is one, or
                from --config. Flags win over it. What they leave open stands as a placeholder in angle
                brackets. The folders config/aws and config/terraform have the same as CloudFormation
                templates and as Terraform.

                Whose use is audited (any --role, --user or --root sets those of the file aside):
                      --role=PATTERN     A role by name, ARN or permission set. The pattern stands for
                                           the whole text and minds case: * is any run of characters, ?
                                           is one. Repeatable.
                      --user=PATTERN     An IAM user by name or ARN, likewise. Repeatable.
                      --root             Any use of a root user.
                      --account=ID       Only glass held by this account; without it, by any account in
                                           the logs. Repeatable.

                Where the logs are:
                      --logs=DIR         The folder with CloudTrail's log files, in the bucket's layout
                                           or any other; or the trail's bucket itself: s3://bucket/prefix.
                      --source=KIND      What reads the logs: files, s3, athena, trino or lookup.
                                           Default: files, or s3 for a bucket.
                      --table=NAME       The trail's table in Athena or Trino, by name or as database.
                                           name. Default: cloudtrail_logs in the database default.
                      --workgroup=NAME   Athena's workgroup. Default: primary.
                      --trino=URL        The Trino cluster, as jdbc:trino://host:port.
                      --max-lookups=N    Most calls to CloudTrail's event history in this run. Default:
                                           2000.

                How AWS is reached:
                      --region=REGION    The region of Athena and of the event history's owner. Default:
                                           what the profile or AWS_REGION says.
                      --profile=NAME     A profile of the AWS configuration files.

                Other flags:
                      --in-account=ID    For iam-policy: the account that Athena and its table are in.
                                           Default: that of aws.role.
                      --kms-key=ARN      For iam-policy: a KMS key that logs are encrypted with.
                                           Repeatable.
                      --output-key=ARN   For iam-policy: a KMS key that Athena's results are encrypted
                                           with. Repeatable.
                      --terraform        For alarm: the rules as variables of the Terraform in
                                           config/terraform/alarm.
                      --check            For alarm: hold the deployed rules against what is watched. Exit
                                           code 5 if something rings nowhere.
                      --config=FILE      A settings file, instead of config/glasstrail.yaml.
                      --stacktrace       Print where an error comes from; GLASSTRAIL_STACKTRACE=1 does
                                           the same.
                  -h, --help             Print this and exit.

                Commands:
                  collect-alarm  Prints a script that collects the alarm's rules and metrics with the AWS
                                   CLI.

                Examples:
                  The table, for Athena's query editor:
                    glasstrail setup athena-table
                  A policy for reading the bucket itself:
                    glasstrail setup iam-policy --logs s3://your-trail-bucket > policy.json
                  The alarm for two roles, and its rules for config/terraform/alarm:
                    glasstrail setup alarm --role 'ops-*' --role '*-break-glass' > alarm.yaml
                    glasstrail setup alarm --terraform > rules.auto.tfvars.json
                  Whether the deployed alarm covers what is watched:
                    glasstrail setup alarm --check
                """);
    }

    @Test
    void collectAlarmExplainsItself() {
        assertHelp(
                "setup collect-alarm --help",
                """
                Prints a script that collects the alarm's rules and metrics with the AWS CLI.
                Usage: glasstrail setup collect-alarm FLAGS

                The script fills a folder with what `aws events` and `aws cloudwatch` print, so that an
                audit can say whether the alarm rang without access to AWS. It changes nothing there. Run
                it once for each account, with credentials of that account; several accounts may share
                one folder. CloudWatch keeps minutes for 15 days, five minutes for 63 and hours for 455:
                the script asks for the finest that is left.

                Flags:
                      --account=ID      The account whose rules are collected.
                      --region=REGION   A region to look in, whether it has an alert rule or not.
                                          Sign-ins and the global STS endpoint are recorded in us-east-1.
                                          Repeatable.
                      --rule=NAME       An alert rule by its name, or a pattern such as break-glass-*.
                                          Repeatable.
                      --from=TIME       The start of the window that will be audited: a date, which means
                                          midnight UTC, or a time with its zone.
                      --to=TIME         Its end, likewise.
                      --out=DIR         The folder that the script fills. Default: alarm.
                      --stacktrace      Print where an error comes from; GLASSTRAIL_STACKTRACE=1 does the
                                          same.
                  -h, --help            Print this and exit.

                Example:
                  glasstrail setup collect-alarm --account 111122223333 \\
                    --region eu-central-1 --region us-east-1 --rule 'break-glass-*' \\
                    --from 2026-11-09 --to 2026-11-16 > collect.sh
                  sh collect.sh
                """);
    }

    @Test
    void doctorExplainsItself() {
        assertHelp(
                "doctor --help",
                """
                Checks each thing that the settings name, and says how to put it right.
                Usage: glasstrail doctor [FLAGS]

                One line each: who asks AWS, the clock, the workgroup, the table with its columns and
                partitions, the logs, the trails and what they leave out, the people, the folder of
                reports. It asks with calls that read, costs nothing and changes nothing.

                Settings come from config/glasstrail.yaml in the working directory where there is one, or
                from --config. Flags win over it. What the source does not use is checked where the
                settings name it, and is a warning at the most.

                The exit code is 0 if nothing failed, and 4 if something did: a report cannot be made, or
                not be relied on.

                Where the logs are:
                      --logs=DIR         The folder with CloudTrail's log files, in the bucket's layout
                                           or any other; or the trail's bucket itself: s3://bucket/prefix.
                      --source=KIND      What reads the logs: files, s3, athena, trino or lookup.
                                           Default: files, or s3 for a bucket.
                      --table=NAME       The trail's table in Athena or Trino, by name or as database.
                                           name. Default: cloudtrail_logs in the database default.
                      --workgroup=NAME   Athena's workgroup. Default: primary.
                      --trino=URL        The Trino cluster, as jdbc:trino://host:port.
                      --max-lookups=N    Most calls to CloudTrail's event history in this run. Default:
                                           2000.

                How AWS is reached:
                      --region=REGION    The region of Athena and of the event history's owner. Default:
                                           what the profile or AWS_REGION says.
                      --profile=NAME     A profile of the AWS configuration files.

                Other flags:
                      --config=FILE      A settings file, instead of config/glasstrail.yaml.
                      --json             Print one JSON document instead of lines.
                      --stacktrace       Print where an error comes from; GLASSTRAIL_STACKTRACE=1 does
                                           the same.
                  -h, --help             Print this and exit.

                Examples:
                  Everything that config/glasstrail.yaml names:
                    glasstrail doctor
                  Whether this machine could ask Athena, for a program to read:
                    glasstrail doctor --source athena --workgroup audit --json
                """);
    }

    private void assertHelp(String line, String expected) {
        Outcome outcome = new Launch(folder).run(line);

        assertThat(outcome).isEqualTo(new Outcome(0, expected, ""));
    }
}
