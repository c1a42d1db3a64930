package dev.glasstrail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.cli.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MainTest {

    @Test
    void argumentsThatNameNoCommandEndWithCodeTwo() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(bytes, true, UTF_8);

        int code =
                Main.run(
                        new String[] {"no-such-command"},
                        new Surroundings(
                                stream, stream, Map.of(), Path.of(""), Clock.systemUTC(), false));

        assertThat(code).isEqualTo(2);
    }
}
