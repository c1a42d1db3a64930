package dev.glasstrail.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PeopleFileTest {

    @TempDir private Path folder;

    @Test
    void whatListUsersPrintsIsRead() throws Exception {
        String printed =
                """
                {"Users": [
                  {"UserName": "lena", "UserId": "97674b9c-1", "DisplayName": "Lena",
                   "Emails": [{"Value": "old@example.com"},
                              {"Value": "lena@example.com", "Primary": true}]},
                  {"UserName": "tomas", "UserId": "97674b9c-2",
                   "Emails": [{"Value": "tomas@example.com"}]},
                  {"UserName": "ghost", "UserId": "97674b9c-3"}
                ]}
                """;

        assertThat(read(printed))
                .containsExactly(
                        new PeopleFile.Person("97674b9c-1", "lena", "lena@example.com"),
                        new PeopleFile.Person("97674b9c-2", "tomas", "tomas@example.com"),
                        new PeopleFile.Person("97674b9c-3", "ghost", ""));
    }

    @Test
    void aTableOfThreeColumnsIsRead() throws Exception {
        String table =
                """
                userId, userName, email
                97674b9c-1,lena,"lena@example.com"

                ,tomas,tomas@example.com
                """;

        assertThat(read("\uFEFF" + table))
                .containsExactly(
                        new PeopleFile.Person("97674b9c-1", "lena", "lena@example.com"),
                        new PeopleFile.Person("", "tomas", "tomas@example.com"));
    }

    @Test
    void everyProblemIsToldWithItsLine() {
        assertThatThrownBy(() -> read("userId,userName,email\na,b\n,,c@example.com\n"))
                .isInstanceOf(SettingsException.class)
                .hasMessage(
                        """
                        people:2: a person has 2 values; give three, none with a comma in it
                        people:3: a person has neither a userId nor a userName; give one of them\
                        """);
        assertThatThrownBy(() -> read("{\"Users\": [{\"UserId\": \"a\"}, {}]}"))
                .hasMessage(
                        "people:1: user 2 has no UserId; save what list-users printed once more");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | people:1: the first line is \"\"; give userId,userName,email, or what list-users printed",
                "name,mail | people:1: the first line is \"name,mail\"; give userId,userName,email, or what list-users printed",
                "{} | people:1: there is no array Users; save what identitystore list-users printed",
                "{\"Users\": [ | people:1: this is broken JSON; save what list-users printed once more",
            })
    void aFileOfAnotherKindIsRefused(String text, String message) {
        assertThatThrownBy(() -> read(text)).hasMessage(message);
    }

    @Test
    void aFileThatIsMissingOrNotUtf8IsRefused() throws IOException {
        Path odd = Files.write(folder.resolve("odd"), new byte[] {(byte) 0xC3, 0x28});

        assertThatThrownBy(() -> PeopleFile.read(folder.resolve("none"), "people"))
                .hasMessage("people:1: there is no such file of people; name one in people.file");
        assertThatThrownBy(() -> PeopleFile.read(odd, "people"))
                .hasMessage("people:1: the file of people is not UTF-8; save it as UTF-8");
    }

    private List<PeopleFile.Person> read(String text) throws IOException, SettingsException {
        return PeopleFile.read(Files.writeString(folder.resolve("people"), text), "people");
    }
}
