package dev.glasstrail.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Reads the level `alarm` of a settings file.
final class AlarmGroup {

    private AlarmGroup() {}

    static AlarmSettings read(Group group) {
        AlarmSettings otherwise = AlarmSettings.DEFAULTS;
        return new AlarmSettings(
                group.value("kind", otherwise.kind(), Values.choice(AlarmSettings.Kind.class)),
                group.<@Nullable Path>value("folder", otherwise.folder(), Values::path),
                group.some("rules", otherwise.rules(), Values::pattern),
                new SourceSettings.Partitions(
                        group.list("accounts", otherwise.partitions().accounts(), Values::account),
                        group.list("regions", otherwise.partitions().regions(), Values::region)),
                new AlarmSettings.Limits(
                        group.value("late-after", otherwise.limits().lateAfter(), Values::duration),
                        group.value(
                                "delivery-delay",
                                otherwise.limits().deliveryDelay(),
                                Values::duration)),
                group.group("channel", AlarmGroup::channel),
                group.group("drill", AlarmGroup::drill));
    }

    private static AlarmSettings.Channel channel(Group group) {
        AlarmSettings.Channel otherwise = AlarmSettings.DEFAULTS.channel();
        return new AlarmSettings.Channel(
                group.<@Nullable Path>value("export", otherwise.export(), Values::path),
                group.value("name", otherwise.name(), Values::filled),
                group.<@Nullable Secret>value("token", otherwise.token(), Values::secret),
                group.value("id", otherwise.id(), Values::filled),
                group.value("bot", otherwise.bot(), Values::filled),
                group.value("endpoint", otherwise.endpoint(), Values::url));
    }

    private static AlarmSettings.Drill drill(Group group) {
        AlarmSettings.Drill otherwise = AlarmSettings.DEFAULTS.drill();
        return new AlarmSettings.Drill(
                group.value("last", otherwise.last(), Values::date),
                group.value("proven-within", otherwise.provenWithin(), Values::duration));
    }
}
