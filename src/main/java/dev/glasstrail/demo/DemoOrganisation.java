package dev.glasstrail.demo;

import dev.glasstrail.demo.alarm.CliFiles;
import dev.glasstrail.demo.alarm.SlackExport;
import dev.glasstrail.demo.story.Alert;
import dev.glasstrail.demo.story.Cast;
import dev.glasstrail.demo.story.Script;
import dev.glasstrail.demo.story.Stories;
import dev.glasstrail.demo.story.Week;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// A parcel company that does not exist, in ISO week 2026-W46.
///
/// @param seed decides every id and every chance
/// @param noiseRecords records of everyday machines; people's records come on top
public record DemoOrganisation(long seed, long noiseRecords) {

    private static final long STANDARD_SEED = 46;
    private static final long STANDARD_NOISE = 47_600;

    /// The organisation as `glasstrail demo` shows it, with some 50,000 records.
    public static DemoOrganisation standard() {
        return new DemoOrganisation(STANDARD_SEED, STANDARD_NOISE);
    }

    /// The same stories among another amount of noise.
    public static DemoOrganisation withNoise(long noiseRecords) {
        return new DemoOrganisation(STANDARD_SEED, noiseRecords);
    }

    /// Writes the logs as CloudTrail lays them out, below `AWSLogs` in the folder.
    ///
    /// @return the folder that was given
    public Path writeLogs(Path folder) throws IOException {
        new DemoLogs(seed, noiseRecords).writeTo(new FolderStore(folder));
        return folder;
    }

    /// Writes what the AWS CLI told of the alert rules and their metrics on the morning of the
    /// audit, as `glasstrail setup collect-alarm` lays it out.
    ///
    /// @return the folder that was given
    public Path writeAlarm(Path folder) throws IOException {
        return write(CliFiles.of(seed), folder);
    }

    /// Writes an export of the Slack workspace, with the channel that the alarm posts to.
    ///
    /// @return the folder that was given
    public Path writeSlackExport(Path folder) throws IOException {
        return write(SlackExport.of(seed), folder);
    }

    /// The name of the alert rules.
    public String alertRule() {
        return Alert.RULE;
    }

    /// The name of the channel that the alarm posts to, without `#`.
    public String alertChannel() {
        return SlackExport.CHANNEL;
    }

    /// Monday at midnight, UTC: where the audited week begins.
    public Instant from() {
        return Week.FROM;
    }

    /// The next Monday at midnight, UTC: the first moment after the week.
    public Instant to() {
        return Week.TO;
    }

    /// The fixed moment of the audit, when the last session of the week has run out.
    public Instant asOf() {
        return Instant.parse("2026-11-17T06:00:00Z");
    }

    /// The watched roles: a permission set, in whatever account, and a plain role by its name.
    public List<String> watchedRoles() {
        return List.of(Cast.BREAK_GLASS_SET, Cast.BREAK_GLASS_ADMIN.name());
    }

    /// The watched IAM users by name. Root is watched too.
    public List<String> watchedUsers() {
        return List.of(Cast.BREAK_GLASS_USER.name());
    }

    /// The `eventID` of a labelled event of a story.
    ///
    /// @param story such as `database-restore`
    /// @param label the name of the call, with `#2` … where it comes again in the story, or the
    ///   name that the story gave it
    public String eventId(String story, String label) {
        if (Stories.all().stream().noneMatch(known -> known.name().equals(story))) {
            throw new IllegalArgumentException("no story is called " + story);
        }
        return Script.eventId(seed, story, label);
    }

    private static Path write(SortedMap<String, byte[]> files, Path folder) throws IOException {
        FolderStore store = new FolderStore(folder);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            store.put(file.getKey(), file.getValue());
        }
        return folder;
    }
}
