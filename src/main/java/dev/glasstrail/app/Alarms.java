package dev.glasstrail.app;

import dev.glasstrail.alarm.Alarm;
import dev.glasstrail.alarm.Alarm.Witnesses;
import dev.glasstrail.alarm.AlarmCheck;
import dev.glasstrail.alarm.AlarmOptions;
import dev.glasstrail.alarm.AlertChannel;
import dev.glasstrail.alarm.AlertRules;
import dev.glasstrail.alarm.ChannelReading;
import dev.glasstrail.alarm.cloudwatch.CloudWatchMetrics;
import dev.glasstrail.alarm.eventbridge.EventBridgeRules;
import dev.glasstrail.alarm.files.AlarmFolder;
import dev.glasstrail.alarm.rule.RulerPatterns;
import dev.glasstrail.alarm.slack.AlertPosts;
import dev.glasstrail.alarm.slack.SlackChannel;
import dev.glasstrail.aws.AwsClients;
import dev.glasstrail.aws.Sleeper;
import dev.glasstrail.settings.AlarmSettings;
import dev.glasstrail.settings.Secret;
import dev.glasstrail.settings.Settings;
import dev.glasstrail.trail.Glob;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/// Makes the check of the alarm that the settings describe.
final class Alarms {

    private final AlarmSettings settings;
    private final List<String> accounts;
    private final List<String> regions;
    private final AwsClients aws;
    private final Clock clock;
    private final Sleeper sleeper;

    /// @param aws asked where the settings say so
    /// @param sleeper waits where Slack wants a pause
    Alarms(Settings settings, AwsClients aws, Clock clock, Sleeper sleeper) {
        this.settings = settings.alarm();
        this.accounts =
                orElse(
                        this.settings.partitions().accounts(),
                        settings.source().partitions().accounts());
        this.regions =
                orElse(
                        this.settings.partitions().regions(),
                        settings.source().partitions().regions());
        this.aws = aws;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    private static List<String> orElse(List<String> own, List<String> otherwise) {
        return own.isEmpty() ? otherwise : own;
    }

    AlarmCheck check() {
        return switch (settings.kind()) {
            case NONE -> AlarmCheck.withoutRules();
            case AWS -> alarm(new Witnesses(rules(), new CloudWatchMetrics(aws, clock), channel()));
            case FILES -> alarm(new Witnesses(rules(), folder().metrics(), channel()));
        };
    }

    /// The rules as they are now, or as a folder tells them; of AWS where the settings name
    /// neither.
    AlertRules rules() {
        return switch (settings.kind()) {
            case NONE, AWS -> new EventBridgeRules(aws, accounts, regions, names(), clock);
            case FILES -> folder().rules();
        };
    }

    private AlarmFolder folder() {
        return new AlarmFolder(
                Objects.requireNonNull(settings.folder(), "settings name it"), names());
    }

    private AlarmCheck alarm(Witnesses witnesses) {
        return new Alarm(
                witnesses,
                new RulerPatterns(),
                names(),
                new AlarmOptions(
                        settings.limits().lateAfter(),
                        settings.limits().deliveryDelay(),
                        drill(settings.drill())));
    }

    private static AlarmOptions.Drill drill(AlarmSettings.Drill drill) {
        return new AlarmOptions.Drill(
                drill.last().isEmpty()
                        ? Instant.MIN
                        : LocalDate.parse(drill.last()).atStartOfDay(ZoneOffset.UTC).toInstant(),
                drill.provenWithin());
    }

    private List<Glob> names() {
        return settings.rules().stream().map(Glob::of).toList();
    }

    private AlertChannel channel() {
        AlarmSettings.Channel channel = settings.channel();
        Path export = channel.export();
        if (export != null) {
            return SlackChannel.ofExport(new AlertPosts(channel.name(), channel.bot()), export);
        }
        Secret token = channel.token();
        return token == null
                ? (_, _) -> ChannelReading.NONE
                : SlackChannel.live(
                        new AlertPosts(channel.id(), channel.bot()),
                        token::value,
                        channel.endpoint(),
                        clock,
                        sleeper);
    }
}
