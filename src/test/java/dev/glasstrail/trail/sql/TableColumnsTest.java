package dev.glasstrail.trail.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glasstrail.trail.Reading;
import dev.glasstrail.trail.TrailException;
import io.trino.sql.parser.SqlParser;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableColumnsTest {

    @Test
    void aWholeTableLacksNothing() throws Exception {
        assertThat(new TableColumns(Tables.whole()).shortfalls()).isEmpty();
    }

    @Test
    void theTableOfAwssOwnGuideLacksWhatTheReportThenSays() throws Exception {
        TrailTable table =
                Tables.with(
                        "useridentity",
                        "struct<type:string,principalid:string,arn:string,accountid:string,"
                                + "invokedby:string,accesskeyid:string,username:string,"
                                + "onbehalfof:struct<userid:string,identitystorearn:string>,"
                                + "sessioncontext:struct<attributes:struct<mfaauthenticated:string,"
                                + "creationdate:string>,sessionissuer:struct<type:string,"
                                + "principalid:string,arn:string,accountid:string,"
                                + "username:string>>>");

        assertThat(new TableColumns(table).shortfalls())
                .extracting(Reading.Shortfall::text)
                .containsExactly(
                        "The table has no useridentity.sessioncontext.sourceidentity, without which"
                                + " the person behind a chain of roles is known by the chain alone.",
                        "The table has no useridentity.sessioncontext.signinsessionarn, without"
                                + " which the sessions of one console sign-in are not tied.",
                        "The table has no useridentity.sessioncontext.assumedroot, without which"
                                + " sessions of AssumeRoot look like the root user's own.",
                        "The table has no useridentity.identityprovider, without which a federated"
                                + " person's provider is not named.",
                        "The table has no useridentity.credentialid, without which Identity"
                                + " Center's portal session is not named.");
    }

    @Test
    void aTableWithoutARequiredColumnIsRefusedWithWhatMendsIt() {
        assertThatThrownBy(() -> new TableColumns(Tables.without("eventid", "recipientaccountid")))
                .isInstanceOf(TrailException.class)
                .hasMessage(
                        "the table \"lake\".\"trails\" lacks eventid, recipientaccountid, without"
                                + " which no report can be right; run ALTER TABLE `lake`.`trails`"
                                + " ADD COLUMNS (eventid string, recipientaccountid string)");
    }

    @Test
    void trinoIsToldInItsOwnWords() throws Exception {
        Map<String, String> columns = new HashMap<>();
        columns.put("eventid", "varchar");
        TrailTable table = new TrailTable("\"hive\".\"a\".\"b\"", columns, Projection.UNKNOWN);

        assertThatThrownBy(() -> new TableColumns(table))
                .hasMessageStartingWith(
                        "the table \"hive\".\"a\".\"b\" lacks useridentity, without which nobody can"
                                + " be named; run ALTER TABLE \"hive\".\"a\".\"b\" ADD COLUMN"
                                + " useridentity row(type varchar, principalid varchar,")
                .satisfies(failure ->
                        assertThat(
                                        new SqlParser()
                                                .createStatement(
                                                        String.valueOf(failure.getMessage())
                                                                .split("run ", 2)[1]))
                                .isNotNull());
    }

    @Test
    void anIdentityWithoutWhatTiesSessionsIsRefused() {
        assertThatThrownBy(() ->
                        new TableColumns(
                                Tables.with(
                                        "useridentity",
                                        "struct<type:string,principalid:string,arn:string,"
                                                + "accountid:string,accesskeyid:string>")))
                .hasMessageStartingWith(
                        "the column useridentity of the table \"lake\".\"trails\" lacks"
                                + " sessioncontext.attributes.creationdate,"
                                + " sessioncontext.sessionissuer.principalid,"
                                + " sessioncontext.sessionissuer.arn and is struct<type:string,"
                                + "principalid:string,arn:string,accountid:s…; make the table"
                                + " anew as `glasstrail setup athena-table` prints it, with"
                                + " useridentity struct<");
    }

    @Test
    void anIdentityThatIsTextIsRefused() {
        assertThatThrownBy(() -> new TableColumns(Tables.with("useridentity", "string")))
                .hasMessageContaining("lacks type, principalid, arn,")
                .hasMessageContaining("and is string; make the table anew");
    }

    @Test
    void aRequiredColumnOfAnotherTypeIsRefused() {
        assertThatThrownBy(() ->
                        new TableColumns(Tables.with("requestparameters", "map<string,string>")))
                .hasMessage(
                        "the column requestparameters of the table \"lake\".\"trails\" is"
                                + " map<string,string>, and must be text; make the table anew as"
                                + " `glasstrail setup athena-table` prints it");
    }

    @Test
    void optionalColumnsAreTurnedIntoText() throws Exception {
        Values values = new Values();
        new TableColumns(Tables.with("readonly", "boolean")).into(values);

        assertThat(values.text("readonly")).isEqualTo("CAST(readonly AS varchar)");
        assertThat(values.text("resources")).isEqualTo("json_format(CAST(resources AS JSON))");
        assertThat(values.text("useragent")).isEqualTo("useragent");
    }
}
