package dev.glasstrail.render;

import dev.glasstrail.report.AuditReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Lays a report out in one format.
///
/// The same report gives the same bytes, whatever the machine's locale, time zone or clock. A
/// renderer writes only below the folder it is given and streams what can be large.
public interface Renderer {

    /// Writes this format's files into `folder`, which exists and is empty of them.
    ///
    /// @return the files written, in a fixed order
    /// @throws IOException if the folder cannot be written to
    List<Artifact> render(AuditReport report, Path folder) throws IOException;
}
