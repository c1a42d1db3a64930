package dev.glasstrail.settings;

import dev.glasstrail.settings.SourceSettings.Partitions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The alarm, and who can tell whether it rang.
///
/// @param kind where its rules and their metrics are read from
/// @param folder of what the AWS CLI printed of them, for files; null for none
/// @param rules names of the rules that make the alarm, with `*` and `?`
/// @param partitions accounts and regions whose rules are looked at; none means those of the source
/// @param limits what is late
/// @param channel that the alarm posts to
/// @param drill when it was last proven end to end
public record AlarmSettings(
        Kind kind,
        @Nullable Path folder,
        List<String> rules,
        Partitions partitions,
        Limits limits,
        Channel channel,
        Drill drill) {

    /// An alarm that nobody looks at.
    public static final AlarmSettings DEFAULTS =
            new AlarmSettings(
                    Kind.NONE,
                    null,
                    List.of("glasstrail-*", "*break-glass*"),
                    new Partitions(List.of(), List.of()),
                    new Limits(Duration.ofMinutes(5), Duration.ofMinutes(15)),
                    new Channel(null, "", null, "", "", ""),
                    new Drill("", Duration.ofDays(90)));

    public AlarmSettings {
        rules = List.copyOf(rules);
        rules.forEach(rule -> Check.pattern("alarm.rules", rule));
        if (kind == Kind.FILES && folder == null) {
            throw new IllegalArgumentException(
                    "alarm.kind is \"files\", and alarm.folder names none; give the folder");
        }
    }

    /// Where rules and metrics are read from.
    public enum Kind {
        /// The alarm is not looked at.
        NONE,
        /// EventBridge and CloudWatch.
        AWS,
        /// A folder of what the AWS CLI printed.
        FILES
    }

    /// What is late.
    ///
    /// @param lateAfter a message later than this after its opening is late
    /// @param deliveryDelay longest time in which an event may reach EventBridge, and its message
    ///   the channel; not shorter
    public record Limits(Duration lateAfter, Duration deliveryDelay) {

        public Limits {
            if (lateAfter.isNegative() || deliveryDelay.compareTo(lateAfter) < 0) {
                throw new IllegalArgumentException(
                        "alarm.delivery-delay is %s and alarm.late-after is %s; give a delay that is not shorter"
                                .formatted(deliveryDelay, lateAfter));
            }
            if (deliveryDelay.compareTo(Duration.ofHours(24)) > 0) {
                throw new IllegalArgumentException(
                        "alarm.delivery-delay is %s; give 24h or less".formatted(deliveryDelay));
            }
        }
    }

    /// A Slack channel: an export of it, or the channel itself.
    ///
    /// @param export folder of an export; null for none
    /// @param name of the channel in the export
    /// @param token of a bot that may read the channel; null for none
    /// @param id of the channel
    /// @param bot id of the bot that posts the alarm; `""` for any bot
    /// @param endpoint another address of Slack's API; `""` for Slack's own
    public record Channel(
            @Nullable Path export,
            String name,
            @Nullable Secret token,
            String id,
            String bot,
            String endpoint) {

        public Channel {
            if (!endpoint.isEmpty()) {
                Check.url("alarm.channel.endpoint", endpoint);
            }
            if (export != null && name.isEmpty()) {
                throw new IllegalArgumentException(
                        "alarm.channel.export names a folder, and alarm.channel.name no channel in it; give its name");
            }
            if (token != null && id.isEmpty()) {
                throw new IllegalArgumentException(
                        "alarm.channel.token is given, and alarm.channel.id names no channel; give its id, such as C0123456789");
            }
        }
    }

    /// When the alarm was last proven from end to end.
    ///
    /// @param last the day, ISO-8601; `""` if it never was
    /// @param provenWithin how long such a proof holds
    public record Drill(String last, Duration provenWithin) {

        public Drill {
            if (!last.isEmpty()) {
                Check.date("alarm.drill.last", last);
            }
        }
    }

    /// The same with another folder, which is read.
    public AlarmSettings ofFolder(Path other) {
        return new AlarmSettings(Kind.FILES, other, rules, partitions, limits, channel, drill);
    }

    /// The same with an export of the channel.
    public AlarmSettings withExport(Path export, String name) {
        return new AlarmSettings(
                kind,
                folder,
                rules,
                partitions,
                limits,
                new Channel(export, name, channel.token, channel.id, channel.bot, channel.endpoint),
                drill);
    }
}
