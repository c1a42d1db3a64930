package dev.glasstrail.demo.alarm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.glasstrail.demo.cloudtrail.Ids;
import dev.glasstrail.demo.cloudtrail.Json;
import dev.glasstrail.demo.story.Script;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The channel that the alarm posts to, as an owner of the workspace exports it.
public final class SlackExport {

    /// The name of the channel, without `#`.
    public static final String CHANNEL = "break-glass-alerts";

    private static final String CHANNEL_ID = "C0EXAMPLE46";
    private static final String BOT = "B0EXAMPLE01";
    private static final String BOT_USER = "U0EXAMPLEBOT";
    private static final String TEAM = "T0EXAMPLE01";

    /// The people who write something, by name.
    private static final Map<String, String> PEOPLE =
            new TreeMap<>(
                    Map.of(
                            "owen.clarke", "U0EXAMPLE05",
                            "salma.haddad", "U0EXAMPLE06",
                            "aiko.tanaka", "U0EXAMPLE03"));

    private final Ids ids;
    private final SortedMap<String, ObjectNode> messages = new TreeMap<>();

    private SlackExport(long seed) {
        this.ids = new Ids(seed, "slack");
    }

    /// The files by their names, with `/` between folders.
    ///
    /// @param seed of the organisation
    public static SortedMap<String, byte[]> of(long seed) {
        SlackExport export = new SlackExport(seed);
        Rings.of(seed).stream()
                .filter(ring -> ring.hitch() != Hitch.NOT_DELIVERED)
                .forEach(export::alert);
        export.people(seed);
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("channels.json", PrettyJson.of(channels()));
        files.put("users.json", PrettyJson.of(users()));
        SortedMap<String, ArrayNode> days = new TreeMap<>();
        export.messages.forEach((ts, message) -> {
            long seconds = Long.parseLong(ts.substring(0, ts.indexOf('.')));
            String day = Instant.ofEpochSecond(seconds).toString().substring(0, 10);
            days.computeIfAbsent(day, _ -> Json.list()).add(message);
        });
        days.forEach(
                (day, written) -> files.put(CHANNEL + "/" + day + ".json", PrettyJson.of(written)));
        return files;
    }

    private void alert(Ring ring) {
        Instant posted = ring.called().plusSeconds(1 + ids.number("slack/" + ring.eventId(), 3));
        String text =
                """
                :rotating_light: *Break glass* in account %s, %s
                %s by `%s` at %s
                Event %s\
                """
                        .formatted(
                                ring.alert().account().id(),
                                ring.alert().region().id(),
                                ring.call(),
                                escaped(ring.session()),
                                ring.at(),
                                ring.eventId());
        ObjectNode message = message(posted, ring.eventId(), BOT_USER, text);
        Json.put(
                message,
                "bot_id",
                BOT,
                "app_id",
                "A0EXAMPLE01",
                "bot_profile",
                Json.object("id", BOT, "name", "Break-glass alert", "team_id", TEAM));
    }

    /// What people write beside the alarm. A person who quotes an event proves nothing.
    private void people(long seed) {
        person(
                "owen.clarke",
                "2026-11-13T17:34:12Z",
                "Heads-up, that was me in production just now: event "
                        + Script.eventId(seed, "left-behind", "AssumeRoleWithSAML"));
        person(
                "salma.haddad",
                "2026-11-14T20:06:30Z",
                "The alert rule of production in Frankfurt was switched off. It is on again. Whoever"
                        + " broke the glass since Thursday evening: please answer here.");
        person(
                "salma.haddad",
                "2026-11-16T08:12:05Z",
                "Still nobody has answered. I take it to the weekly audit.");
        person("aiko.tanaka", "2026-11-17T05:31:40Z", "The audit of last week runs at six.");
    }

    private void person(String name, String at, String text) {
        String user = PEOPLE.getOrDefault(name, "");
        message(Instant.parse(at), name + at, user, text);
    }

    private ObjectNode message(Instant at, String label, String user, String text) {
        String ts =
                String.format(
                        Locale.ROOT,
                        "%d.%06d",
                        at.getEpochSecond(),
                        100 + ids.number(label, 900_000));
        ObjectNode message =
                Json.object("type", "message", "user", user, "text", text, "ts", ts, "team", TEAM);
        messages.put(ts, message);
        return message;
    }

    /// Slack's three special characters.
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static ArrayNode channels() {
        List<Object> members = List.copyOf(PEOPLE.values());
        return Json.list(
                Json.object(
                        "id",
                        CHANNEL_ID,
                        "name",
                        CHANNEL,
                        "created",
                        1_767_225_600,
                        "creator",
                        "U0EXAMPLE06",
                        "is_archived",
                        false,
                        "is_general",
                        false,
                        "members",
                        Json.list(members.toArray())));
    }

    private static ArrayNode users() {
        ArrayNode users = Json.list();
        PEOPLE.forEach((name, id) ->
                users.add(
                        Json.object(
                                "id",
                                id,
                                "team_id",
                                TEAM,
                                "name",
                                name,
                                "deleted",
                                false,
                                "is_bot",
                                false,
                                "profile",
                                Json.object("email", name + "@example.com"))));
        users.add(
                Json.object(
                        "id",
                        BOT_USER,
                        "team_id",
                        TEAM,
                        "name",
                        "break-glass-alert",
                        "deleted",
                        false,
                        "is_bot",
                        true,
                        "profile",
                        Json.object("bot_id", BOT)));
        return users;
    }
}
