package dev.glasstrail.trail.files;

import dev.glasstrail.trail.ParsedRecord;
import dev.glasstrail.trail.PlaceCounts;
import dev.glasstrail.trail.Reading.FileKind;
import dev.glasstrail.trail.Reading.InputFile;
import dev.glasstrail.trail.Reading.Unreadable;
import dev.glasstrail.trail.RecordParser;
import dev.glasstrail.trail.TrailEvent;
import dev.glasstrail.trail.files.Candidate.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Gathers what one file holds, and decides at its end what the file is.
final class FileContents implements RecordScanner.Handler {

    private static final int MOST_NAMED = 20;
    private static final Pattern JSON_NAME = Pattern.compile(".*\\.(json|jsonl|ndjson)(\\.gz)?");

    private final String name;
    private final LogPath path;
    private final Consumer<TrailEvent> events;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> strays = new ArrayList<>();
    private Content.Start start = Content.Start.NOTHING;
    private boolean failed;
    private long records;
    private long insights;
    private long digests;
    private long envelopes;
    private long foreign;
    private long unnamed;

    /// @param name the file's, relative to its store
    /// @param events told of every record
    FileContents(String name, LogPath path, Consumer<TrailEvent> events) {
        this.name = name;
        this.path = path;
        this.events = events;
    }

    /// What is wrong with the file or, from `position` 1 on, with one thing in it.
    private record Problem(int position, String clause, long recordsRead) {}

    /// How the content begins; to be told before anything in it.
    void begins(Content.Start how) {
        start = how;
        if (how == Content.Start.NOTHING && claimsJson()) {
            broken("is empty");
        }
        if (how == Content.Start.OTHER && claimsJson()) {
            broken("is not JSON");
        }
    }

    /// The bytes could not be had.
    void failed(String clause) {
        failed = true;
        broken(clause);
    }

    @Override
    public void candidate(Candidate candidate) {
        ParsedRecord parsed = RecordParser.parse(candidate.members());
        if (candidate.tooLarge() && !(parsed instanceof ParsedRecord.Unrecognised)) {
            problem(candidate.position(), "is larger than the limit for one record", 0);
            return;
        }
        switch (parsed) {
            case ParsedRecord.Recognised(TrailEvent event) -> record(candidate, event);
            case ParsedRecord.Doubtful(TrailEvent event, String reason) -> {
                record(candidate, event);
                problem(candidate.position(), reason, 1);
            }
            case ParsedRecord.Damaged(String reason) -> problem(candidate.position(), reason, 0);
            case ParsedRecord.Unrecognised(String reason) ->
                    stray(candidate.position(), candidate.form(), reason);
            case ParsedRecord.Insight _ -> insights++;
            case ParsedRecord.Foreign _ -> foreign++;
        }
    }

    @Override
    public void digest() {
        digests++;
    }

    @Override
    public void envelope() {
        envelopes++;
    }

    @Override
    public void stray(int position, Form form, String clause) {
        switch (form) {
            case RECORDS, EVENT_VIA_CLOUDTRAIL -> problem(position, clause, 0);
            // Named only if the file turns out to be a log.
            case BARE -> {
                if (strays.size() < MOST_NAMED) {
                    strays.add(new Problem(position, clause, 0));
                }
            }
            case EVENT_OF_ANOTHER_KIND -> {
                // EventBridge carries much that is no record.
            }
        }
    }

    @Override
    public void broken(String clause) {
        problems.add(new Problem(0, clause, 0));
    }

    @Override
    public void brokenLine(int position, String clause) {
        problem(position, clause, 0);
    }

    /// @param input what the file was; empty where it could not be read to its end
    /// @param bytes read, as stored
    FileResult result(List<InputFile> input, long bytes, PlaceCounts places) {
        if (records > 0) {
            strays.forEach(stray -> problem(stray.position(), stray.clause(), 0));
        }
        FileKind kind = kind();
        if (kind == FileKind.UNREADABLE && problems.isEmpty()) {
            broken("holds no CloudTrail record");
        }
        if (unnamed > 0) {
            broken(unnamed + " more of its records could not be read");
        }
        if (kind == FileKind.LOG || (kind == FileKind.UNREADABLE && path.kind() == FileKind.LOG)) {
            places.countFile(path.place());
        }
        List<Unreadable> unreadable =
                kind == FileKind.FOREIGN
                        ? List.of()
                        : problems.stream().map(this::unreadable).toList();
        return new FileResult(kind, records, input, bytes, unreadable, places);
    }

    private FileKind kind() {
        if (records > 0) {
            return FileKind.LOG;
        }
        if (insights > 0) {
            return FileKind.INSIGHT;
        }
        if (digests > 0) {
            return FileKind.DIGEST;
        }
        if (!problems.isEmpty()) {
            // An .ini file begins with a bracket too.
            boolean isOther = start == Content.Start.ARRAY && !claimsJson() && !failed;
            return isOther ? FileKind.FOREIGN : FileKind.UNREADABLE;
        }
        if (envelopes > 0 && foreign == 0) {
            return FileKind.LOG;
        }
        return path.kind() == FileKind.LOG && claimsJson() ? FileKind.UNREADABLE : FileKind.FOREIGN;
    }

    private void record(Candidate candidate, TrailEvent event) {
        records++;
        events.accept(event);
        for (String member : candidate.repeated()) {
            problem(
                    candidate.position(),
                    "has the member " + Reason.plain(member) + " twice; the last one was read",
                    1);
        }
    }

    private void problem(int position, String clause, long recordsRead) {
        if (problems.size() < MOST_NAMED) {
            problems.add(new Problem(position, clause, recordsRead));
        } else {
            unnamed++;
        }
    }

    private Unreadable unreadable(Problem problem) {
        boolean isWhole = problem.position() == 0;
        return new Unreadable(
                isWhole ? name : name + "#" + problem.position(),
                problem.clause(),
                isWhole ? records : problem.recordsRead(),
                path.place(),
                path.delivered());
    }

    private boolean claimsJson() {
        return JSON_NAME.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }
}
