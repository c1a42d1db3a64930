package dev.glasstrail.trail.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnTypeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "struct<type:string,sessioncontext:struct<attributes:map<string,string>,"
                        + "sessionissuer:struct<arn:string>>,at:timestamp,n:decimal(10,2),last:string>",
                "row(type varchar, sessioncontext row(attributes map(varchar, varchar),"
                        + " sessionissuer row(\"arn\" varchar(20))), at timestamp(3) with time zone,"
                        + " n decimal(10, 2), last varchar)",
                "STRUCT<`type`: STRING, sessionContext: STRUCT<attributes: MAP<STRING, STRING>,"
                        + " sessionIssuer: STRUCT<ARN: STRING>>, at: TIMESTAMP, n: DECIMAL(10, 2),"
                        + " last: STRING>"
            })
    void bothSpellingsOfAStructAreRead(String text) {
        ColumnType type = ColumnType.parse(text);

        assertThat(type.isStruct()).isTrue();
        assertThat(type.has("type")).isTrue();
        assertThat(type.has("sessioncontext", "sessionissuer", "arn")).isTrue();
        assertThat(type.has("sessioncontext", "attributes")).isTrue();
        assertThat(type.has("last")).isTrue();
        assertThat(type.has("sessioncontext", "sourceidentity")).isFalse();
        assertThat(type.has("type", "arn")).isFalse();
    }

    @Test
    void textsAndNestedTypesAreTold() {
        assertThat(ColumnType.parse("string").isText()).isTrue();
        assertThat(ColumnType.parse("varchar(20)").isText()).isTrue();
        assertThat(ColumnType.parse("boolean").isText()).isFalse();
        assertThat(ColumnType.parse("array(row(arn varchar))").isNested()).isTrue();
        assertThat(ColumnType.parse("array<struct<arn:string>>").has("arn")).isTrue();
        assertThat(ColumnType.parse("map<string,string>").isNested()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "struct<",
                "struct<a:string",
                "row(a",
                "row(a varchar, ",
                "<>",
                ">"
            })
    void whatCannotBeReadIsATypeWithoutMembers(String text) {
        ColumnType type = ColumnType.parse(text);

        assertThat(type.isText()).isFalse();
        assertThat(type.has("a")).isFalse();
    }
}
