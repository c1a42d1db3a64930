package dev.glasstrail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

final class MainTest {

    @Test
    void argumentsThatNameNoCommandEndWithCodeTwo() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(bytes, true, UTF_8);

        int code = Main.run(new String[] {"no-such-command"}, stream, stream);

        assertThat(code).isEqualTo(2);
    }
}
