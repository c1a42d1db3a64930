package dev.glasstrail.trail.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.trail.Glob;
import dev.glasstrail.trail.Watch;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikePatternTest {

    @ParameterizedTest
    @CsvSource({
        "*-break-glass, %-break-glass%",
        "devops_glass, %devops\\_glass%",
        "arn:aws:iam::*:role/ops/*glass, %glass%",
        "arn:aws:iam::111122223333:role/glass, %glass%",
        "arn:aws:iam::1:role*glass, %arn:aws:iam::1:role%glass%",
        "glass-?, %glass-%",
        "*, %",
        "a%b\\c'd\"e, %a%b%c%d%e%",
        "Notfallzugriff-für-alle, %Notfallzugriff-f%r-alle%"
    })
    void aRoleIsLookedForByTheLastPartOfItsGlob(String glob, String pattern) {
        assertThat(LikePattern.role(Glob.of(glob))).isEqualTo(pattern);
    }

    @Test
    void aUsersGlobIsTakenWhole() {
        assertThat(LikePattern.whole(Glob.of("bg_?*/x"))).isEqualTo("bg\\_%x");
    }

    @Test
    void aNameInJsonStandsInQuotesAndMayBeSpelledInOtherWays() {
        assertThat(LikePattern.quoted("arn:aws:s3:::b/k&y=\"1\""))
                .isEqualTo("%\"arn:aws:s3:::b%k%y%1%\"%");
    }

    @Test
    void aBeginningIsTakenAsItIs() {
        assertThat(LikePattern.beginning("role/a_b%c\\")).isEqualTo("role/a\\_b\\%c\\\\%");
    }

    /// Whatever glob watches a role, under whichever of its spellings, finds its arn in a text.
    @Test
    void noRoleIsWatchedThatThePatternDoesNotFind() {
        Random random = new Random(46);
        int watched = 0;
        for (int i = 0; i < 200_000; i++) {
            String arn =
                    "arn:aws:iam::1:role/"
                            + List.of("", "p/", "a/b/").get(random.nextInt(3))
                            + List.of(
                                            "AWSReservedSSO_ab_0123456789abcdef",
                                            "ab",
                                            "a_b",
                                            "a?b",
                                            "ba",
                                            "ü\"\\/")
                                    .get(random.nextInt(6));
            Glob glob = Glob.of(some(random));
            if (new Watch(List.of(glob), List.of(), false, Set.of()).watchesRole(arn)) {
                watched++;
                assertThat("{\"x\":\"" + arn + "\"}")
                        .as(glob.text())
                        .matches(asRegex(LikePattern.role(glob)));
            }
        }
        assertThat(watched).isGreaterThan(10_000);
    }

    private static String some(Random random) {
        StringBuilder glob =
                new StringBuilder(List.of("", "arn:aws:iam::1:role", "*").get(random.nextInt(3)));
        for (int i = random.nextInt(6); i >= 0; i--) {
            glob.append("ab*?/_üp".charAt(random.nextInt(8)));
        }
        return glob.toString();
    }

    private static Pattern asRegex(String like) {
        StringBuilder regex = new StringBuilder();
        for (int at = 0; at < like.length(); at++) {
            char c = like.charAt(at);
            if (c == '\\') {
                regex.append(Pattern.quote(String.valueOf(like.charAt(++at))));
            } else {
                regex.append(
                        switch (c) {
                            case '%' -> ".*";
                            case '_' -> ".";
                            default -> Pattern.quote(String.valueOf(c));
                        });
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
