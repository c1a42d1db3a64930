package dev.glasstrail.trail.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.trino.sql.parser.SqlParser;
import io.trino.sql.tree.StringLiteral;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "it's",
                "''",
                "' OR 1=1 --",
                "\\",
                "\\'",
                "a\\nb",
                "/* */ ; --",
                "${table}",
                "$1",
                "line\nbreak\r\ttab",
                "\u0000\u0001\u007f\u0085",
                "\u202etxt.exe\u200b\u2028",
                "Grüße",
                "日本語",
                "\ud83d\ude00",
                "\udbff\udfff",
                "\\0041",
                "\\+000041\n",
                "?"
            })
    void anEngineReadsBackWhatWasPutIn(String value) {
        assertThat(read(Sql.literal(value))).isEqualTo(value);
    }

    @Test
    void whatIsNotSeenIsWrittenByItsNumber() {
        assertThat(Sql.literal("a\nb\\c'd\u202e")).isEqualTo("U&'a\\+00000Ab\\\\c''d\\+00202E'");
        assertThat(Sql.literal("a\\c'dé")).isEqualTo("'a\\c''dé'");
    }

    @Test
    void halfACharacterBecomesTheSignForOne() {
        assertThat(read(Sql.literal("a\ud83d"))).isEqualTo("a\ufffd");
    }

    @Test
    void aListIsInOrderAndHasEachOnce() {
        assertThat(Sql.list(List.of("b", "a'", "b"))).isEqualTo("'a''', 'b'");
    }

    @Test
    void anEmptyListIsOneThatNothingIsIn() {
        assertThat(Sql.list(List.of())).isEqualTo("CAST(NULL AS varchar)");
    }

    @Test
    void patternsAreJoinedByOr() {
        assertThat(Sql.likeAny("x", List.of())).isEqualTo("FALSE");
        assertThat(Sql.likeAny("x", List.of("%a%"))).isEqualTo("x LIKE '%a%'");
        assertThat(Sql.likeAny("x", List.of("b\\_%", "%a%")))
                .isEqualTo("(x LIKE '%a%' OR x LIKE 'b\\_%' ESCAPE '\\')");
    }

    private static String read(String literal) {
        return ((StringLiteral) new SqlParser().createExpression(literal)).getValue();
    }
}
