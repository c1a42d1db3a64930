package dev.glasstrail.trail.files;

import dev.glasstrail.trail.TrailException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// A folder on this machine.
///
/// A symbolic link that leads out of the folder is followed, each target once; one that leads to
/// another place inside is not, because that place is read anyway; one that leads back to a folder
/// that holds it is a loop.
final class FolderStore implements LogStore {

    private final Path root;

    FolderStore(Path root) {
        this.root = root;
    }

    @Override
    public void walk(DeliveryDays days, Visitor visitor)
            throws TrailException, InterruptedException {
        new Walk(visitor, realRoot()).folder(root, "", realRoot());
    }

    @Override
    public InputStream open(StoredFile file) throws IOException {
        return Files.newInputStream(root.resolve(file.name()));
    }

    @Override
    public String toString() {
        return root.toString();
    }

    private Path realRoot() throws TrailException {
        try {
            Path real = root.toRealPath();
            if (Files.isDirectory(real)) {
                try (DirectoryStream<Path> _ = Files.newDirectoryStream(real)) {
                    return real;
                }
            }
            throw new TrailException(
                    "the trail " + root + " is not a folder; give the folder that holds AWSLogs");
        } catch (NoSuchFileException missing) {
            throw new TrailException(
                    "the trail folder "
                            + root
                            + " does not exist; give the folder that holds AWSLogs",
                    missing);
        } catch (IOException failure) {
            throw new TrailException(
                    "the trail folder "
                            + root
                            + " "
                            + Reason.of(failure)
                            + "; give a folder that this user may list",
                    failure);
        }
    }

    /// One walk over the folder.
    private static final class Walk {

        private final Visitor visitor;
        private final Path realRoot;
        private final Set<Path> followed = new HashSet<>();

        Walk(Visitor visitor, Path realRoot) {
            this.visitor = visitor;
            this.realRoot = realRoot;
        }

        /// @param prefix the folder's own name with a `/` behind it; `""` for the root
        /// @param real the folder's place without links
        void folder(Path folder, String prefix, Path real)
                throws TrailException, InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            for (String child : children(folder, prefix)) {
                entry(folder.resolve(child), prefix + child, real);
            }
        }

        private List<String> children(Path folder, String prefix) {
            List<String> names = new ArrayList<>();
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                for (Path entry : entries) {
                    names.add(String.valueOf(entry.getFileName()));
                }
            } catch (DirectoryIteratorException failure) {
                unlisted(prefix, Objects.requireNonNull(failure.getCause()));
            } catch (IOException failure) {
                unlisted(prefix, failure);
            }
            names.sort(null);
            return names;
        }

        private void unlisted(String prefix, IOException failure) {
            visitor.unreachable(prefix.isEmpty() ? "." : prefix, Reason.of(failure));
        }

        private void entry(Path path, String name, Path real)
                throws TrailException, InterruptedException {
            BasicFileAttributes attributes;
            try {
                attributes =
                        Files.readAttributes(
                                path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            } catch (IOException failure) {
                visitor.unreachable(name, Reason.of(failure));
                return;
            }
            if (attributes.isSymbolicLink()) {
                link(path, name, real);
            } else if (attributes.isDirectory()) {
                folder(path, name + "/", real.resolve(String.valueOf(path.getFileName())));
            } else if (attributes.isRegularFile()) {
                visitor.file(new StoredFile(name, attributes.size()));
            } else {
                visitor.other(name);
            }
        }

        private void link(Path path, String name, Path real)
                throws TrailException, InterruptedException {
            Path target;
            BasicFileAttributes attributes;
            try {
                target = path.toRealPath();
                attributes = Files.readAttributes(target, BasicFileAttributes.class);
            } catch (NoSuchFileException _) {
                visitor.unreachable(name, "is a symbolic link to nothing");
                return;
            } catch (IOException failure) {
                visitor.unreachable(name, "is a symbolic link that " + Reason.of(failure));
                return;
            }
            if (real.startsWith(target)) {
                visitor.unreachable(
                        name, "is a symbolic link loop: it leads back to a folder that holds it");
            } else if (target.startsWith(realRoot) || !followed.add(target)) {
                visitor.other(name);
            } else if (attributes.isDirectory()) {
                folder(path, name + "/", target);
            } else if (attributes.isRegularFile()) {
                visitor.file(new StoredFile(name, attributes.size()));
            } else {
                visitor.other(name);
            }
        }
    }
}
