package dev.glasstrail.trail.files;

import dev.glasstrail.trail.Reading.FileKind;
import dev.glasstrail.trail.Reading.Place;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the path of a file says about it. A path may be wrong about its records: it serves to leave
/// files unopened and to say where a damaged one belongs, never to say what a record is.
///
/// @param kind LOG, DIGEST or INSIGHT by CloudTrail's own naming; FOREIGN for any other name
/// @param place both parts `""` where the path names none
/// @param delivered when CloudTrail wrote the file; the epoch where the path names no time
/// @param dates the dates of delivery that the folders and the file name give; mostly equal
record LogPath(FileKind kind, Place place, Instant delivered, List<LocalDate> dates) {

    private static final Place NOWHERE = new Place("", "");

    /// `…/<account>/CloudTrail/<region>/yyyy/MM/dd/<file>`, from any folder on.
    private static final Pattern FOLDERS =
            Pattern.compile(
                    "(?:.*?/)??(?:([0-9]{12})/)?(CloudTrail(?:-[A-Za-z]+)?)/([a-z0-9-]+)"
                            + "/([0-9]{4})/([0-9]{2})/([0-9]{2})/[^/]+",
                    Pattern.DOTALL);

    /// `<account>_CloudTrail_<region>_yyyyMMddTHHmmZ_<unique>.json.gz`; a digest's name has the
    /// trail and its home before the time, and seconds in it.
    private static final Pattern FILE =
            Pattern.compile(
                    "(?:.*/)?([0-9]{12})_(CloudTrail(?:-[A-Za-z]+)?)_([a-z0-9-]+)_(?:[^/]*_)?"
                            + "([0-9]{4})([0-9]{2})([0-9]{2})T([0-9]{2})([0-9]{2})([0-9]{2})?Z"
                            + "(?:_[^/]*)?\\.json(?:\\.gz)?",
                    Pattern.DOTALL);

    LogPath {
        dates = List.copyOf(dates);
    }

    /// Reads a path relative to the store.
    static LogPath parse(String name) {
        Matcher folders = FOLDERS.matcher(name);
        Matcher file = FILE.matcher(name);
        boolean inFolders = folders.matches();
        boolean named = file.matches();
        List<LocalDate> dates = new ArrayList<>();
        Instant delivered = Instant.EPOCH;
        try {
            if (inFolders) {
                LocalDate date = date(folders, 4);
                dates.add(date);
                delivered = date.atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            if (named) {
                LocalDate date = date(file, 4);
                LocalTime time = LocalTime.of(number(file, 7), number(file, 8));
                dates.add(date);
                delivered = LocalDateTime.of(date, time).toInstant(ZoneOffset.UTC);
            }
        } catch (DateTimeException _) {
            // Digits that are no date: the file is read, as any file without a date is.
            dates.clear();
        }
        if (named) {
            Place place = new Place(file.group(1), file.group(3));
            return new LogPath(kind(file.group(2)), place, delivered, dates);
        }
        if (inFolders) {
            String account = folders.group(1) == null ? "" : folders.group(1);
            Place place = new Place(account, folders.group(3));
            return new LogPath(kind(folders.group(2)), place, delivered, dates);
        }
        return new LogPath(FileKind.FOREIGN, NOWHERE, Instant.EPOCH, List.of());
    }

    /// Whether every date that the path gives lies outside both days, which belong to the range.
    boolean isOutside(LocalDate first, LocalDate last) {
        return !dates.isEmpty()
                && dates.stream().allMatch(date -> date.isBefore(first) || date.isAfter(last));
    }

    private static FileKind kind(String folder) {
        return switch (folder) {
            case "CloudTrail-Digest" -> FileKind.DIGEST;
            case "CloudTrail-Insight" -> FileKind.INSIGHT;
            default -> FileKind.LOG;
        };
    }

    private static LocalDate date(Matcher matcher, int group) {
        return LocalDate.of(
                number(matcher, group), number(matcher, group + 1), number(matcher, group + 2));
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
