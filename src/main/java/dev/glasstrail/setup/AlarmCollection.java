package dev.glasstrail.setup;

import dev.glasstrail.alarm.Metric;
import dev.glasstrail.alarm.MetricGrain;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The script that collects an alarm with the AWS CLI, for an audit without access to AWS.
///
/// A rule of another bus than the default one is not collected: CloudTrail's events do not come
/// there.
public final class AlarmCollection {

    /// Counts come minutes after the events, and the window's edge is no edge for them.
    private static final Duration MARGIN = Duration.ofHours(1);

    private final AlarmToCollect asked;
    private final Instant start;
    private final Instant end;
    private final MetricGrain grain;

    private AlarmCollection(AlarmToCollect asked, Instant now) {
        this.asked = asked;
        this.start = asked.window().from().minus(MARGIN).truncatedTo(ChronoUnit.HOURS);
        this.end =
                asked.window()
                        .to()
                        .plus(MARGIN)
                        .plus(Duration.ofHours(1).minusNanos(1))
                        .truncatedTo(ChronoUnit.HOURS);
        this.grain =
                Arrays.stream(MetricGrain.values())
                        .filter(finest -> now.isBefore(finest.keptUntil(start)))
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "CloudWatch keeps metrics for 455 days, and %s is longer ago; give a later start"
                                                .formatted(asked.window().from())));
    }

    /// The script, and what to mind in running it.
    ///
    /// @param now decides which period CloudWatch can be asked by
    /// @throws IllegalArgumentException if CloudWatch has nothing of the window any more, or a name
    ///   cannot be printed
    public static Paper of(AlarmToCollect asked, Instant now) {
        AlarmCollection collection = new AlarmCollection(asked, now);
        return new Paper(collection.script(), collection.notes(now));
    }

    private List<String> notes(Instant now) {
        return end.isAfter(now)
                ? List.of(
                        "Run the script after %s, when all of it has been counted.".formatted(end))
                : List.of();
    }

    private String script() {
        return head() + functions() + places();
    }

    private String head() {
        return """
        #!/bin/sh
        # Collects the alert rules of one AWS account and their metrics with the AWS CLI, for an audit by
        # Glasstrail. Nothing in AWS is changed. The credentials have to be of that account and need
        # events:ListRules, events:DescribeRule, events:ListTargetsByRule and cloudwatch:GetMetricData.
        set -euf
        export LC_ALL=C AWS_PAGER=

        account=%s
        out=%s
        start=%s
        end=%s
        period=%d

        """
                .formatted(
                        Shell.word(asked.account()),
                        Shell.word(asked.out()),
                        Shell.word(start.toString()),
                        Shell.word(end.toString()),
                        grain.period().toSeconds());
    }

    private String functions() {
        return """
        fail() {
            printf 'collect-alarm: %%s\\n' "$*" >&2
            exit 1
        }

        # Whether a rule is an alert rule, by its name.
        wanted() {
            case $1 in
                %s) return 0 ;;
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

        """
                .formatted(
                        asked.rules().stream()
                                .map(Shell::pattern)
                                .collect(Collectors.joining(" | ")));
    }

    private String places() {
        return """
        # From %s on CloudWatch has no points of this period left, and would say nothing of it.
        [ "$(date -u +%%s)" -lt %d ] ||
            fail "this script is too old for points of $period s; let Glasstrail print it again"
        caller=$(aws sts get-caller-identity --query Account --output text)
        [ "$caller" = "$account" ] ||
            fail "the credentials are of account $caller; take those of $account"
        mkdir -p -- "$out"
        CDPATH= cd -- "$out"

        for region in %s; do
            place=$account/$region
            [ ! -e "$place" ] || fail "$out/$place is there already; move it away, or give another --out"
            mkdir -p -- "$place"
            date -u +%%Y-%%m-%%dT%%H:%%M:%%SZ > "$place/collected-at"
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
                    %s
                printf '%%s\\n' "$out/$place/$rule"
            done
        done
        """
                .formatted(
                        grain.keptUntil(start),
                        grain.keptUntil(start).getEpochSecond(),
                        Shell.words(asked.regions()),
                        Arrays.stream(Metric.values())
                                .map(Metric::awsName)
                                .collect(Collectors.joining(" \\\n            ")));
    }
}
