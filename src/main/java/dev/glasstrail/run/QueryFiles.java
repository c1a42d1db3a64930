package dev.glasstrail.run;

import dev.glasstrail.render.Artifact;
import dev.glasstrail.trail.Reading.QueryRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// The SQL that a report rests on, one file for each statement, ready to be run again by hand.
final class QueryFiles {

    private static final String FOLDER = "queries";

    private QueryFiles() {}

    /// Writes them as `queries/1-<name>.sql` and so on; nothing where no SQL was run.
    static List<Artifact> write(List<QueryRun> queries, Path folder) throws IOException {
        List<Artifact> files = new ArrayList<>();
        for (QueryRun query : queries) {
            if (query.sql().isEmpty()) {
                continue;
            }
            String name = FOLDER + "/" + (files.size() + 1) + "-" + query.name() + ".sql";
            Files.createDirectories(folder.resolve(FOLDER));
            Files.writeString(folder.resolve(name), query.sql(), StandardOpenOption.CREATE_NEW);
            files.add(Artifact.of(folder, name));
        }
        return files;
    }
}
