package dev.glasstrail.delivery;

import dev.glasstrail.render.Artifact;
import java.nio.file.Path;
import java.util.List;

/// What became of a delivery.
public sealed interface Receipt {

    /// Where the report lies, complete; absolute.
    Path folder();

    /// It was put there now.
    ///
    /// @param files of the report, ascending by name
    record Delivered(Path folder, List<Artifact> files) implements Receipt {

        public Delivered {
            files = List.copyOf(files);
        }
    }

    /// The same bytes were there before; nothing was written.
    record AlreadyThere(Path folder) implements Receipt {}
}
