package dev.glasstrail.trail.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.glasstrail.trail.TrailException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderStoreTest {

    @TempDir private Path folder;
    private Path root;
    private Path elsewhere;

    @BeforeEach
    void makeFolders() throws IOException {
        root = Files.createDirectory(folder.resolve("trail"));
        elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createDirectories(root.resolve("b/deep"));
        Files.writeString(root.resolve("b/deep/log.json"), "12345");
        Files.writeString(root.resolve("a.json"), "1");
        Files.writeString(elsewhere.resolve("far.json"), "123");
    }

    @Test
    void filesAreNamedInOrderWithTheirSize() throws Exception {
        assertThat(walked())
                .isEqualTo(
                        """
                        file a.json 1
                        file b/deep/log.json 5
                        """);
    }

    @Test
    void aLinkBackToAFolderThatHoldsItIsALoop() throws Exception {
        Files.createSymbolicLink(root.resolve("b/deep/loop"), root);
        Files.createSymbolicLink(root.resolve("b/self"), Path.of("."));

        assertThat(walked())
                .isEqualTo(
                        """
                        file a.json 1
                        file b/deep/log.json 5
                        unreachable b/deep/loop is a symbolic link loop: it leads back to a folder \
                        that holds it
                        unreachable b/self is a symbolic link loop: it leads back to a folder that \
                        holds it
                        """);
    }

    @Test
    void linksThatLeadToEachOtherOrToNothingAreNamed() throws Exception {
        Files.createSymbolicLink(root.resolve("x"), Path.of("y"));
        Files.createSymbolicLink(root.resolve("y"), Path.of("x"));
        Files.createSymbolicLink(root.resolve("z"), Path.of("nowhere"));

        assertThat(walked())
                .startsWith(
                        """
                        file a.json 1
                        file b/deep/log.json 5
                        unreachable x is a symbolic link that cannot be read: Too many levels of \
                        symbolic links\
                        """)
                .endsWith("unreachable z is a symbolic link to nothing\n");
    }

    @Test
    void aLinkToAnotherPlaceInsideIsCountedAndNotReadTwice() throws Exception {
        Files.createSymbolicLink(root.resolve("c"), root.resolve("b"));
        Files.createSymbolicLink(root.resolve("d.json"), root.resolve("a.json"));

        assertThat(walked())
                .isEqualTo(
                        """
                        file a.json 1
                        file b/deep/log.json 5
                        other c
                        other d.json
                        """);
    }

    @Test
    void aLinkOutOfTheFolderIsFollowedOnce() throws Exception {
        Files.createSymbolicLink(root.resolve("out1"), elsewhere);
        Files.createSymbolicLink(root.resolve("out2"), elsewhere);
        Files.createSymbolicLink(root.resolve("out3.json"), elsewhere.resolve("far.json"));
        Files.createSymbolicLink(elsewhere.resolve("back"), root);

        assertThat(walked())
                .isEqualTo(
                        """
                        file a.json 1
                        file b/deep/log.json 5
                        other out1/back
                        file out1/far.json 3
                        other out2
                        file out3.json 3
                        """);
    }

    @Test
    void theFolderMayItselfBeALink() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), root);

        assertThat(walked(link)).isEqualTo(walked());
    }

    @Test
    void aFolderThatMayNotBeListedIsNamed() throws Exception {
        Path closed = root.resolve("b/deep");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        try {
            assumeFalse(Files.isReadable(closed), "this user reads what nobody may read");

            assertThat(walked())
                    .isEqualTo(
                            """
                            file a.json 1
                            unreachable b/deep/ cannot be read: permission denied
                            """);
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void aFolderThatDoesNotExistIsAnErrorThatSaysWhatToGive() {
        Path missing = folder.resolve("missing");

        assertThatThrownBy(() -> walked(missing))
                .isInstanceOf(TrailException.class)
                .hasMessage(
                        "the trail folder "
                                + missing
                                + " does not exist; give the folder that holds AWSLogs");
    }

    @Test
    void aFileInsteadOfAFolderIsAnErrorThatSaysWhatToGive() {
        Path file = root.resolve("a.json");

        assertThatThrownBy(() -> walked(file))
                .isInstanceOf(TrailException.class)
                .hasMessage(
                        "the trail "
                                + file
                                + " is not a folder; give the folder that holds AWSLogs");
    }

    private String walked() throws Exception {
        return walked(root);
    }

    private static String walked(Path root) throws Exception {
        return Walked.of(new FolderStore(root));
    }
}
