package dev.glasstrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.alarm.AlertRule;
import dev.glasstrail.alarm.MetricReading;
import dev.glasstrail.alarm.RuleBook;
import dev.glasstrail.alarm.files.AlarmFolder;
import dev.glasstrail.cli.Launch.Outcome;
import dev.glasstrail.trail.Glob;
import dev.glasstrail.trail.Reading.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The script that collects an alarm: whole, and run with a command line that answers by itself.
final class CollectAlarmTest {

    private static final String ASKED =
            "setup collect-alarm --account 111122223333 --region eu-central-1 --region us-east-1"
                    + " --rule break-glass-* --rule it's? --from 2026-11-09 --to 2026-11-16";

    /// What AWS would answer: one alert rule in Frankfurt, another rule beside it, none in
    /// Virginia.
    private static final String AWS =
            """
            #!/bin/sh
            rule='{"Arn": "arn:aws:events:eu-central-1:111122223333:rule/break-glass-x",
              "Name": "break-glass-x", "State": "ENABLED", "EventPattern": "{}"}'
            case "$*" in
                'sts get-caller-identity'*) echo "$ACCOUNT" ;;
                *us-east-1*list-rules*--output\\ text | *list-rules*us-east-1*--output\\ text) ;;
                *list-rules*us-east-1*) echo '{"Rules": []}' ;;
                *list-rules*--output\\ text) printf '%s\\n' nightly "${NAME-break-glass-x}" ;;
                *list-rules*) echo "{\\"Rules\\": [$rule]}" ;;
                *describe-rule*) echo "$rule" ;;
                *list-targets*) echo '{"Targets": []}' ;;
                *get-metric-data*)
                    file=${*#*file://}
                    echo '{"MetricDataResults": ['
                    sed -n 's/.*"Id": "\\(.*\\)".*/{"Id": "\\1", "StatusCode": "Complete"},/p' "$file" |
                        sed '$s/,$//'
                    echo ']}' ;;
                *) echo "unknown: $*" >&2; exit 9 ;;
            esac
            """;

    private static final String SCRIPT =
            """
            #!/bin/sh
            # Collects the alert rules of one AWS account and their metrics with the AWS CLI, for an audit by
            # Glasstrail. Nothing in AWS is changed. The credentials have to be of that account and need
            # events:ListRules, events:DescribeRule, events:ListTargetsByRule and cloudwatch:GetMetricData.
            set -euf
            export LC_ALL=C AWS_PAGER=

            account='111122223333'
            out='alarm'
            start='2026-11-08T23:00:00Z'
            end='2026-11-16T01:00:00Z'
            period=60

            fail() {
                printf 'collect-alarm: %s\\n' "$*" >&2
                exit 1
            }

            # Whether a rule is an alert rule, by its name.
            wanted() {
                case $1 in
                    'break-glass-'* | 'it'\\''s'?) return 0 ;;
                esac
                return 1
            }

            # Asks CloudWatch: the folder for question and answer, the dimension, the metrics.
            metrics() {
                folder=$1
                dimension=$2
                shift 2
                queries=
                for metric; do
                    queries="$queries${queries:+,}
                {
                  \\"Id\\": \\"m$metric\\",
                  \\"MetricStat\\": {
                    \\"Metric\\": {
                      \\"Namespace\\": \\"AWS/Events\\",
                      \\"MetricName\\": \\"$metric\\",
                      \\"Dimensions\\": [$dimension]
                    },
                    \\"Period\\": $period,
                    \\"Stat\\": \\"Sum\\"
                  }
                }"
                done
                cat > "$folder/get-metric-data-input.json" <<END
            {
              "MetricDataQueries": [$queries
              ],
              "StartTime": "$start",
              "EndTime": "$end",
              "ScanBy": "TimestampAscending"
            }
            END
                aws cloudwatch get-metric-data --region "$region" --output json \\
                    --cli-input-json "file://$folder/get-metric-data-input.json" \\
                    > "$folder/get-metric-data.json"
            }

            # From 2026-11-23T23:00:00Z on CloudWatch has no points of this period left, and would say nothing of it.
            [ "$(date -u +%s)" -lt 1795474800 ] ||
                fail "this script is too old for points of $period s; let Glasstrail print it again"
            caller=$(aws sts get-caller-identity --query Account --output text)
            [ "$caller" = "$account" ] ||
                fail "the credentials are of account $caller; take those of $account"
            mkdir -p -- "$out"
            CDPATH= cd -- "$out"

            for region in 'eu-central-1' 'us-east-1'; do
                place=$account/$region
                [ ! -e "$place" ] || fail "$out/$place is there already; move it away, or give another --out"
                mkdir -p -- "$place"
                date -u +%Y-%m-%dT%H:%M:%SZ > "$place/collected-at"
                aws events list-rules --region "$region" --output json > "$place/list-rules.json"
                metrics "$place" '' MatchedEvents
                names=$(aws events list-rules --region "$region" --query 'Rules[].[Name]' --output text)
                for rule in $names; do
                    wanted "$rule" || continue
                    case $rule in
                        . | .. | *[!A-Za-z0-9._-]*) fail "no rule can be called $rule; look at $place" ;;
                    esac
                    mkdir -- "$place/$rule"
                    aws events describe-rule --region "$region" --name="$rule" --output json \\
                        > "$place/$rule/describe-rule.json"
                    aws events list-targets-by-rule --region "$region" --rule="$rule" --output json \\
                        > "$place/$rule/list-targets-by-rule.json"
                    metrics "$place/$rule" "{\\"Name\\": \\"RuleName\\", \\"Value\\": \\"$rule\\"}" \\
                        MatchedEvents \\
                        TriggeredRules \\
                        Invocations \\
                        FailedInvocations \\
                        ThrottledRules \\
                        RetryInvocationAttempts \\
                        InvocationsSentToDlq \\
                        InvocationsFailedToBeSentToDlq \\
                        DeadLetterInvocations
                    printf '%s\\n' "$out/$place/$rule"
                done
            done
            """;

    /// The clock of the machine that the script runs on.
    private static final String DATE =
            """
            #!/bin/sh
            case "$*" in
                *%s) echo "${NOW-1794904920}" ;;
                *) echo 2026-11-17T08:42:00Z ;;
            esac
            """;

    @TempDir private Path folder;
    private Launch launch = new Launch(Path.of(""));

    @BeforeEach
    void prepare() throws IOException {
        launch = new Launch(folder);
        program("aws", AWS);
        program("date", DATE);
    }

    @Test
    void theScriptIsThis() {
        Outcome outcome = launch.run(ASKED);

        assertThat(outcome.out()).isEqualTo(SCRIPT);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
    }

    @Test
    void aShellUnderstandsIt() throws Exception {
        Path script = printed(ASKED + " --out $(x)'`y`\"\\\\");

        assertThat(sh("-n", script.toString())).isEqualTo(new Ran(0, ""));
    }

    @Test
    void whatItFillsCanBeRead() throws Exception {
        Path script = printed(ASKED + " --out $HOME'`y`");

        assertThat(sh(script.toString()))
                .isEqualTo(new Ran(0, "$HOME'`y`/111122223333/eu-central-1/break-glass-x\n"));
        AlarmFolder alarm =
                new AlarmFolder(folder.resolve("$HOME'`y`"), List.of(Glob.of("break-glass-*")));
        RuleBook book = alarm.rules().read();
        assertThat(book.unread()).isEmpty();
        assertThat(book.rules())
                .extracting(rule -> rule.id().name())
                .containsExactly("break-glass-x");
        assertThat(book.looked())
                .containsOnlyKeys(
                        new Place("111122223333", "eu-central-1"),
                        new Place("111122223333", "us-east-1"));
        Instant from = Instant.parse("2026-11-08T23:00:00Z");
        Instant to = Instant.parse("2026-11-16T01:00:00Z");
        MetricReading reading =
                alarm.metrics().read(book.rules().stream().map(AlertRule::id).toList(), from, to);
        assertThat(reading.unread()).isEmpty();
        assertThat(reading.series()).hasSize(10);
        assertThat(reading.from()).isEqualTo(from);
        assertThat(reading.to()).isEqualTo(to);
    }

    @Test
    void credentialsOfAnotherAccountAreRefused() throws Exception {
        assertThat(sh(printed(ASKED).toString(), "ACCOUNT=999988887777"))
                .isEqualTo(
                        new Ran(
                                1,
                                "collect-alarm: the credentials are of account 999988887777; take those"
                                        + " of 111122223333\n"));
        assertThat(folder.resolve("alarm")).doesNotExist();
    }

    @Test
    void whatIsThereAlreadyIsNotMixedWithWhatComes() throws Exception {
        Files.createDirectories(folder.resolve("alarm/111122223333/eu-central-1"));

        assertThat(sh(printed(ASKED).toString()))
                .isEqualTo(
                        new Ran(
                                1,
                                "collect-alarm: alarm/111122223333/eu-central-1 is there already; move"
                                        + " it away, or give another --out\n"));
    }

    @Test
    void aNameThatIsNoneIsRefused() throws Exception {
        assertThat(sh(printed(ASKED).toString(), "NAME=break-glass-../x"))
                .isEqualTo(
                        new Ran(
                                1,
                                "collect-alarm: no rule can be called break-glass-../x; look at"
                                        + " 111122223333/eu-central-1\n"));
    }

    @Test
    void aScriptThatIsTooOldSaysSo() throws Exception {
        assertThat(sh(printed(ASKED).toString(), "NOW=1795474800"))
                .isEqualTo(
                        new Ran(
                                1,
                                "collect-alarm: this script is too old for points of 60 s; let"
                                        + " Glasstrail print it again\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-02T10:00Z, 60",
        "2026-11-02T09:00Z, 300",
        "2026-09-15T10:00Z, 300",
        "2026-09-15T09:00Z, 3600",
        "2025-08-19T10:00Z, 3600"
    })
    void thePeriodIsTheFinestThatIsLeft(String from, int period) {
        Outcome outcome = launch.run(ASKED.replace("--from 2026-11-09", "--from " + from));

        assertThat(outcome.out()).contains("\nperiod=" + period + "\n");
    }

    @Test
    void aWindowThatIsNotOverIsToBeWaitedFor() {
        Outcome outcome = launch.run(ASKED.replace("--to 2026-11-16", "--to 2026-11-17T08:30Z"));

        assertThat(outcome.code()).isZero();
        assertThat(outcome.err())
                .isEqualTo(
                        "glasstrail: Run the script after 2026-11-17T10:00:00Z, when all of it has been"
                                + " counted.\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--account 111122223333|--account 1|--account has \"1\", which is no account id; give its 12 digits",
                "--region eu-central-1 --region us-east-1||--region is missing; give each region to look in",
                "--region us-east-1|--region EU|--region has \"EU\", which is no region; give one such as eu-central-1",
                "--rule break-glass-* --rule it's?||--rule is missing; give the alert rule's name, or a pattern such as break-glass-*",
                "--from 2026-11-09||--from is missing; see glasstrail setup collect-alarm --help",
                "--from 2026-11-09|--from 2025-08-19|CloudWatch keeps metrics for 455 days, and 2025-08-19T00:00:00Z is longer ago; give a later start",
                "--rule it's?|--rule a\u202eb|\"a?b\" holds a character that cannot be printed; give a name without",
            })
    void whatIsMissingOrWrongIsTold(String part, String other, String message) {
        Outcome outcome =
                launch.run(ASKED.replace(part, other == null ? "" : other).replaceAll(" +", " "));

        assertThat(outcome.err())
                .isEqualTo(
                        "glasstrail: %s\nTry: glasstrail setup collect-alarm --help\n"
                                .formatted(message));
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
    }

    private void program(String name, String text) throws IOException {
        Path file = Files.createDirectories(folder.resolve("bin")).resolve(name);
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Path printed(String line) throws IOException {
        return Files.writeString(folder.resolve("collect.sh"), launch.run(line).out());
    }

    /// What a program left behind, both streams in one.
    private record Ran(int code, String text) {}

    /// Runs a shell; words with an equals sign in capitals are variables.
    private Ran sh(String... words) throws IOException, InterruptedException {
        List<String> all = List.of(words);
        List<String> command =
                new ArrayList<>(all.stream().filter(word -> !isVariable(word)).toList());
        command.addFirst("sh");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.redirectErrorStream(true);
        builder.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().put("ACCOUNT", "111122223333");
        all.stream()
                .filter(CollectAlarmTest::isVariable)
                .forEach(word -> {
                    String[] parts = word.split("=", 2);
                    builder.environment().put(parts[0], parts[1]);
                });
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), text);
    }

    private static boolean isVariable(String word) {
        return word.matches("[A-Z]+=.*");
    }
}
