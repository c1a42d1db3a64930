package dev.glasstrail.alarm.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Reads a channel from a folder that Slack exported.
final class SlackExportTest {

    private static final String ALERT =
            "{\"type\":\"message\",\"ts\":\"%s\",\"bot_id\":\"B0001\",\"text\":\"alert\"}";

    @TempDir private Path folder;

    private String channel = "alerts";
    private String from = "2026-11-09T00:00:00Z";
    private String to = "2026-11-16T00:00:00Z";

    @Test
    void theMessagesOfTheDaysAreReadAndDaysBetweenThemAreWhole() throws Exception {
        day("alerts", "2026-11-07", ALERT.formatted("1794040000.000100"));
        day("alerts", "2026-11-10", ALERT.formatted("1794298500.000100"));
        day("alerts", "2026-11-18", ALERT.formatted("1795000000.000100"));
        day("alerts", "list_of_canvases", "broken");

        assertThat(read())
                .isEqualTo(
                        """
                        2026-11-09T00:00:00Z to 2026-11-16T00:00:00Z is whole
                        1794298500.000100 2026-11-10T08:15:00.000100Z bot B0001: alert
                        """);
    }

    @Test
    void theExportIsWholeFromItsFirstDayToItsLastIfItGoesOnElsewhere() throws Exception {
        day("alerts", "2026-11-10", ALERT.formatted("1794298500.000100"));
        day(
                "alerts",
                "2026-11-12",
                ALERT.formatted("1794470000.000100"),
                "{\"ts\":\"1794470001.000100\",\"user\":\"U1\",\"text\":\"thanks\"}");
        day("general", "2026-11-13");

        assertThat(read())
                .isEqualTo(
                        """
                        2026-11-10T00:00:00Z to 2026-11-13T00:00:00Z is whole
                        1794298500.000100 2026-11-10T08:15:00.000100Z bot B0001: alert
                        1794470000.000100 2026-11-12T07:53:20.000100Z bot B0001: alert
                        1794470001.000100 2026-11-12T07:53:21.000100Z person U1: thanks
                        """);
    }

    /// It may have been made at noon.
    @Test
    void theLastDayOfAnExportIsWholeToItsLastMessage() throws Exception {
        day("alerts", "2026-11-10", ALERT.formatted("1794298500.000100"));
        day("general", "2026-11-10");

        assertThat(read())
                .startsWith("2026-11-10T00:00:00Z to 2026-11-10T08:15:00.000100001Z is whole\n");
    }

    @Test
    void daysOfAnotherZoneAreWholeFromMessageToMessage() throws Exception {
        day("alerts", "2026-11-09", ALERT.formatted("1794298500.000100"));
        day("alerts", "2026-11-12", ALERT.formatted("1794470000.000100"));
        day("general", "2026-11-13");

        assertThat(read())
                .startsWith(
                        "2026-11-10T08:15:00.000100Z to 2026-11-12T07:53:20.000100001Z is whole\n")
                .hasLineCount(3);
    }

    @Test
    void anExportOfOtherDaysTellsNothing() throws Exception {
        day("alerts", "2026-11-01", ALERT.formatted("1793500000.000100"));
        assertThat(read()).isEqualTo("nothing is whole\n");

        from = "2026-10-01T00:00:00Z";
        to = "2026-10-08T00:00:00Z";
        assertThat(read()).isEqualTo("nothing is whole\n");
    }

    @Test
    void anEmptyDayIsAWholeOne() throws Exception {
        day("alerts", "2026-11-10");
        day("general", "2026-11-11");

        assertThat(read()).isEqualTo("2026-11-10T00:00:00Z to 2026-11-11T00:00:00Z is whole\n");
    }

    @Test
    void aChannelIsFoundByItsId() throws Exception {
        channel = "C0001";
        Files.writeString(
                folder.resolve("channels.json"),
                "[{\"id\":\"C0009\",\"name\":\"general\"},{\"id\":\"C0001\",\"name\":\"alerts\"}]");
        day("alerts", "2026-11-10", ALERT.formatted("1794298500.000100"));

        assertThat(read()).contains("1794298500.000100");
    }

    @Test
    void aPrivateChannelIsFoundByItsId() throws Exception {
        channel = "G0001";
        Files.writeString(folder.resolve("channels.json"), "[]");
        Files.writeString(
                folder.resolve("groups.json"), "[{\"id\":\"G0001\",\"name\":\"alerts\"}]");
        day("alerts", "2026-11-10", ALERT.formatted("1794298500.000100"));

        assertThat(read()).contains("1794298500.000100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nosuch", "..", "../other", "", "a/b", "C0666", "a\0b"})
    void aChannelThatIsNotThereIsNamed(String name) throws Exception {
        Files.createDirectories(folder.resolve("a/b"));
        Files.writeString(
                folder.resolve("channels.json"), "[{\"id\":\"C0666\",\"name\":\"../../etc\"}]");
        if (name.isEmpty()) {
            return;
        }
        channel = name;

        assertThat(read())
                .startsWith("nothing is whole\nunread: the export ")
                .endsWith(
                        " has no channel "
                                + name
                                + "; name it as its folder there is called, or give its id\n");
    }

    @Test
    void aChannelWithoutADayIsNamed() throws Exception {
        Files.createDirectories(folder.resolve("alerts"));

        assertThat(read())
                .startsWith(
                        "nothing is whole\nunread: the channel alerts has no message in the export ")
                .endsWith("; check the dates of the export\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[",
                "[{\"ts\":\"1794470000.000100\"}",
                "[{\"ts\":\"1794470000.000100\"},",
                "[] []",
                "[7]",
                "[{\"ts\":1794470000.0001}]",
                "[{\"text\":\"alert\"}]",
                "\u0000",
            })
    void aDamagedDayIsNamedAndNothingIsWhole(String damaged) throws Exception {
        day("alerts", "2026-11-08", ALERT.formatted("1794120000.000100"));
        day("alerts", "2026-11-10", ALERT.formatted("1794298500.000100"));
        Files.writeString(folder.resolve("alerts/2026-11-12.json"), damaged);
        day("alerts", "2026-11-13", ALERT.formatted("1794550000.000100"));
        day("alerts", "2026-11-18");

        List<String> lines = read().lines().toList();

        assertThat(lines.getFirst()).isEqualTo("nothing is whole");
        assertThat(lines).anyMatch(line -> line.startsWith("1794298500.000100"));
        assertThat(lines).anyMatch(line -> line.startsWith("1794550000.000100"));
        assertThat(lines.getLast())
                .startsWith("unread: the export's file alerts/2026-11-12.json is damaged (it ")
                .endsWith("); export the channel again");
    }

    @Test
    void aDamagedDayThatIsNotReadDoesNoHarm() throws Exception {
        Files.createDirectories(folder.resolve("alerts"));
        Files.writeString(folder.resolve("alerts/2026-10-01.json"), "[");
        day("alerts", "2026-11-10", ALERT.formatted("1794298500.000100"));
        day("alerts", "2026-11-18");

        assertThat(read()).startsWith("2026-11-09T00:00:00Z to 2026-11-16T00:00:00Z is whole\n");
    }

    @Test
    void aDamagedListOfChannelsIsNamed() throws Exception {
        channel = "C0001";
        Files.writeString(folder.resolve("channels.json"), "[{");

        assertThat(read())
                .isEqualTo(
                        """
                        nothing is whole
                        unread: the export's file channels.json is damaged (it is no JSON from line 1 on); export the channel again
                        """);
    }

    private void day(String name, String day, String... messages) throws IOException {
        Files.createDirectories(folder.resolve(name));
        Files.writeString(
                folder.resolve(name).resolve(day + ".json"),
                "[" + String.join(",\n", messages) + "]");
    }

    private String read() throws InterruptedException {
        return Told.of(
                SlackChannel.ofExport(new AlertPosts(channel, ""), folder)
                        .read(Instant.parse(from), Instant.parse(to)));
    }
}
