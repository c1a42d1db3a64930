package dev.glasstrail.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class GlassSettingsTest {

    @Test
    void nothingIsWatchedByDefault() throws SettingsException {
        GlassSettings glass = Yaml.settings("glass:\n").glass();

        assertThat(glass).isEqualTo(new GlassSettings(List.of(), List.of(), false, List.of()));
        assertThat(glass.watchesNothing()).isTrue();
    }

    @Test
    void everyKeyIsRead() throws SettingsException {
        GlassSettings glass =
                Yaml.settings(
                                """
                                glass:
                                  roles: ["*-break-glass", arn:aws:iam::111122223333:role/ops/*]
                                  users: [break-glass-1]
                                  root: true
                                  accounts: [012345678901, "111122223333"]
                                """)
                        .glass();

        assertThat(glass)
                .isEqualTo(
                        new GlassSettings(
                                List.of("*-break-glass", "arn:aws:iam::111122223333:role/ops/*"),
                                List.of("break-glass-1"),
                                true,
                                List.of("012345678901", "111122223333")));
        assertThat(glass.watchesNothing()).isFalse();
    }

    @Test
    void wrongValuesAreAllToldAtOnceWithTheirLines() {
        assertThat(
                        Yaml.problems(
                                """
                                glass:
                                  roles:
                                    - good
                                    - " "
                                    - [one, two]
                                  users: break-glass
                                  root: yes
                                  accounts:
                                    - "1111"
                                    -
                                """))
                .isEqualTo(
                        """
                        g.yaml:4: glass.roles has a blank entry; give a name, an ARN or a glob such as *-break-glass
                        g.yaml:5: glass.roles has more than one value in one place; give one
                        g.yaml:6: glass.users is no list; write users: [one, two]
                        g.yaml:7: glass.root is "yes"; give true or false
                        g.yaml:9: glass.accounts has "1111", which is no account id; give its 12 digits
                        g.yaml:10: glass.accounts has no value; give one or take the line out
                        """);
    }
}
