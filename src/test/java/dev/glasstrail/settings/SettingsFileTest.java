package dev.glasstrail.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsFileTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing yet\n", "---\n", "glass:\nsource:\nwindow:\nreport:\n"})
    void aFileThatSaysNothingGivesTheDefaults(String yaml) throws SettingsException {
        assertThat(Yaml.settings(yaml)).isEqualTo(Settings.DEFAULTS);
    }

    @Test
    void aFileIsReadWithItsByteOrderMark(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("g.yaml"), "\uFEFFglass: {root: true}\n");

        assertThat(SettingsFile.read(file, "g.yaml", Map.of()).glass().root()).isTrue();
    }

    @Test
    void unknownKeysAreRefusedWithTheNearestKnownOne() {
        assertThat(
                        Yaml.problems(
                                """
                                glas:
                                  roles: [a]
                                glass:
                                  role: [a]
                                  Root: true
                                  colour: red
                                logs: here
                                report:
                                  window:
                                """))
                .isEqualTo(
                        """
                        g.yaml:1: unknown key glas; did you mean glass?
                        g.yaml:4: unknown key glass.role; did you mean glass.roles?
                        g.yaml:5: unknown key glass.Root; did you mean glass.root?
                        g.yaml:6: unknown key glass.colour; known there: roles, users, root, accounts
                        g.yaml:7: unknown key logs; did you mean source.logs?
                        g.yaml:9: unknown key report.window; did you mean window?
                        """);
    }

    @Test
    void keysOfEarlierVersionsAreToldWhatBecameOfThem() {
        FormerKeys formerKeys =
                new FormerKeys(
                        Map.of("report.folder", "report.out"),
                        Map.of("source.cache", "files are read once; take the line out"));

        assertThat(
                        Yaml.problems(
                                """
                                report: {folder: here}
                                source: {cache: there}
                                """,
                                formerKeys))
                .isEqualTo(
                        """
                        g.yaml:1: report.folder is now called report.out; rename it
                        g.yaml:2: source.cache is gone; files are read once; take the line out
                        """);
    }

    @Test
    void aKeyGivenTwiceIsRefusedOnEveryLevel() {
        assertThat(
                        Yaml.problems(
                                """
                                glass:
                                  root: true
                                  root: false
                                window: {}
                                glass: {}
                                """))
                .isEqualTo(
                        """
                        g.yaml:3: glass.root was given in line 2 already; keep one of them
                        g.yaml:5: glass was given in line 1 already; keep one of them
                        """);
    }

    @Test
    void aLevelThatIsNoGroupAndAKeyThatIsNoWordAreRefused() {
        assertThat(Yaml.problems("- glass\n"))
                .isEqualTo("g.yaml:1: the file is no group of keys; write key: value below it\n");
        assertThat(Yaml.problems("glass: [a]\n? [b]\n: c\n"))
                .isEqualTo(
                        """
                        g.yaml:1: glass is no group of keys; write key: value below it
                        g.yaml:2: a key is no single word; write key: value
                        """);
    }

    @Test
    void anchorsAreRefusedSoThatNoFileCanGrow() {
        assertThat(
                        Yaml.problems(
                                """
                                glass: &g
                                  roles: &r [a]
                                  users: *r
                                  accounts: [&a "111122223333"]
                                """))
                .isEqualTo(
                        """
                        g.yaml:1: glass uses the anchor &g; anchors are not followed, write the value out
                        g.yaml:2: glass.roles uses the anchor &r; anchors are not followed, write the value out
                        g.yaml:2: glass.users uses the anchor &r; anchors are not followed, write the value out
                        g.yaml:4: glass.accounts uses the anchor &a; anchors are not followed, write the value out
                        """);
    }

    @Test
    void referencesTakeTheirValueFromTheEnvironmentThatWasHandedIn() throws SettingsException {
        Settings settings =
                Yaml.settings(
                        """
                        source: {logs: "${ENV:TRAIL}/AWSLogs"}
                        glass: {roles: ["${ENV:TEAM}-${ENV:TEAM}"]}
                        """,
                        Map.of("TRAIL", "/mnt/$1", "TEAM", "a: ${ENV:TRAIL}"));

        assertThat(settings.source().files().logs()).isEqualTo(Path.of("/mnt/$1/AWSLogs"));
        assertThat(settings.glass().roles()).isEqualTo(List.of("a: ${ENV:TRAIL}-a: ${ENV:TRAIL}"));
    }

    @Test
    void referencesThatLeadNowhereAreRefused() {
        assertThat(
                        Yaml.problems(
                                """
                                source:
                                  logs: ${ENV:TRAIL}/AWSLogs
                                glass:
                                  roles: ["${HOME}", "${ENV:}", "${ENV:OPEN"]
                                """))
                .isEqualTo(
                        """
                        g.yaml:2: source.logs needs the environment variable TRAIL, which is not set; set it or write the value into the file
                        g.yaml:4: glass.roles has "${ENV:OPEN", which is no reference; write ${ENV:NAME} with the name of an environment variable
                        g.yaml:4: glass.roles has "${ENV:}", which is no reference; write ${ENV:NAME} with the name of an environment variable
                        g.yaml:4: glass.roles has "${HOME}", which is no reference; write ${ENV:NAME} with the name of an environment variable
                        """);
    }

    @Test
    void whatIsNoYamlIsRefusedWithItsLine() {
        assertThat(Yaml.problems("glass:\n\troot: true\n"))
                .isEqualTo(
                        """
                        g.yaml:2: this is not YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation); compare it with config/glasstrail.example.yaml
                        """);
        assertThat(Yaml.problems("glass: {}\n---\nglass: {}\n"))
                .isEqualTo(
                        """
                        g.yaml:2: this is not YAML: but found another document; compare it with config/glasstrail.example.yaml
                        """);
        assertThat(Yaml.problems("glass: \u0007\n"))
                .isEqualTo(
                        """
                        g.yaml:1: this is not YAML: special characters are not allowed; compare it with config/glasstrail.example.yaml
                        """);
    }

    @Test
    void aFileThatCannotBeReadIsOneProblem(@TempDir Path folder) throws IOException {
        Path latin = Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', (byte) 0xE9});

        assertThatThrownBy(() -> SettingsFile.read(latin, "latin.yaml", Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessage("latin.yaml:1: the file is not UTF-8; save it as UTF-8");
        assertThatThrownBy(() -> SettingsFile.read(folder.resolve("no"), "no", Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessage("no:1: there is no such settings file; name one that exists");
        assertThatThrownBy(() -> SettingsFile.read(folder, "folder", Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("folder:1: the file cannot be read (");
    }

    @Test
    void aSecretNeverPrintsItsValue() {
        Secret secret = Values.secret("slack.token", "xoxb-1");

        assertThat(secret).hasToString("***");
        assertThat(secret.value()).isEqualTo("xoxb-1");
        assertThatThrownBy(() -> Values.secret("slack.token", " "))
                .hasMessage("slack.token is \" \"; give its value, best as ${ENV:NAME}");
        assertThatThrownBy(() -> new Secret("")).hasMessage("a secret is blank; give its value");
    }

    @Test
    void theNearestWordIsAThirdOfTheLettersAwayAtMost() {
        List<String> words = List.of("roles", "users", "root", "accounts");

        assertThat(Nearest.to("acounts", words)).contains("accounts");
        assertThat(Nearest.to("root", words)).contains("root");
        assertThat(Nearest.to("ro", words)).isEmpty();
        assertThat(Nearest.to("", words)).isEmpty();
        assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
    }
}
