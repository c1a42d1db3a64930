package dev.glasstrail.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Sends signals to a process of its own.
@DisabledOnOs(OS.WINDOWS)
final class StopTest {

    @TempDir Path folder;

    @Test
    void aRunThatIsToldToEndCleansUpFirst() throws Exception {
        Path halfMade = folder.resolve("half-made");
        Process process = start(halfMade);
        try (BufferedReader out = process.inputReader(UTF_8)) {
            assertThat(out.readLine()).isEqualTo("working");
            assertThat(halfMade).exists();

            // Process.destroy() would close the stream that is still to be read.
            process.toHandle().destroy();

            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(out.readLine()).isEqualTo("cleaned up");
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).isEqualTo(143);
        assertThat(halfMade).doesNotExist();
    }

    private static Process start(Path halfMade) throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(
                        List.of(
                                java.toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Worker.class.getName(),
                                halfMade.toString()))
                .redirectErrorStream(true)
                .start();
    }

    /// Works for a minute on something that it takes away again when interrupted.
    static final class Worker {

        private Worker() {}

        public static void main(String[] args) throws Exception {
            Stop stop = Stop.watching(Thread.currentThread());
            Path halfMade = Files.writeString(Path.of(args[0]), "half");
            System.out.println("working");
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException _) {
                Files.delete(halfMade);
                System.out.println("cleaned up");
            }
            stop.finished();
        }
    }
}
