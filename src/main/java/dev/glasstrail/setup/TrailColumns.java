package dev.glasstrail.setup;

import dev.glasstrail.setup.ColumnType.ArrayOf;
import dev.glasstrail.setup.ColumnType.Field;
import dev.glasstrail.setup.ColumnType.Struct;
import dev.glasstrail.setup.ColumnType.TextByText;
import java.util.ArrayList;
import java.util.List;

/// The columns of the trail's table: those of AWS's own statement, and those that an audit needs
/// besides. A member of a struct that was not declared is lost for good, because `useridentity` is
/// not kept as text.
final class TrailColumns {

    /// Where a record lies; the names of AWS's own statement.
    static final List<Field> PARTITIONS = Field.texts("account", "region", "timestamp");

    /// What a record says, in the order of AWS's own statement.
    static final List<Field> RECORD = record();

    private TrailColumns() {}

    private static List<Field> record() {
        List<Field> columns = new ArrayList<>();
        columns.addAll(Field.texts("eventversion"));
        columns.add(new Field("useridentity", userIdentity()));
        columns.addAll(
                Field.texts(
                        "eventtime",
                        "eventsource",
                        "eventname",
                        "awsregion",
                        "sourceipaddress",
                        "useragent",
                        "errorcode",
                        "errormessage",
                        "requestparameters",
                        "responseelements",
                        "additionaleventdata",
                        "requestid",
                        "eventid",
                        "readonly"));
        columns.add(new Field("resources", new ArrayOf(Struct.of("arn", "accountid", "type"))));
        columns.addAll(
                Field.texts(
                        "eventtype",
                        "apiversion",
                        "recipientaccountid",
                        "serviceeventdetails",
                        "sharedeventid",
                        "vpcendpointid",
                        "vpcendpointaccountid",
                        "eventcategory"));
        columns.add(
                new Field(
                        "addendum",
                        Struct.of(
                                "reason",
                                "updatedfields",
                                "originalrequestid",
                                "originaleventid")));
        columns.addAll(Field.texts("sessioncredentialfromconsole", "edgedevicedetails"));
        columns.add(
                new Field(
                        "tlsdetails",
                        Struct.of("tlsversion", "ciphersuite", "clientprovidedhostheader")));
        columns.addAll(Field.texts("managementevent"));
        return List.copyOf(columns);
    }

    private static Struct userIdentity() {
        return new Struct(
                joined(
                        Field.texts(
                                "type",
                                "principalid",
                                "arn",
                                "accountid",
                                "invokedby",
                                "accesskeyid",
                                "username"),
                        List.of(
                                new Field("onbehalfof", Struct.of("userid", "identitystorearn")),
                                new Field("sessioncontext", sessionContext())),
                        Field.texts("identityprovider", "credentialid"),
                        List.of(
                                new Field(
                                        "inscopeof",
                                        Struct.of(
                                                "issuertype",
                                                "credentialsissuedto",
                                                "sourcearn",
                                                "sourceaccount")),
                                new Field("invokedbydelegate", Struct.of("accountid")))));
    }

    private static Struct sessionContext() {
        return new Struct(
                joined(
                        List.of(
                                new Field(
                                        "attributes",
                                        Struct.of("mfaauthenticated", "creationdate")),
                                new Field(
                                        "sessionissuer",
                                        Struct.of(
                                                "type",
                                                "principalid",
                                                "arn",
                                                "accountid",
                                                "username"))),
                        Field.texts("ec2roledelivery"),
                        List.of(
                                new Field(
                                        "webidfederationdata",
                                        new Struct(
                                                joined(
                                                        Field.texts("federatedprovider"),
                                                        List.of(
                                                                new Field(
                                                                        "attributes",
                                                                        new TextByText())))))),
                        Field.texts("sourceidentity", "assumedroot", "signinsessionarn")));
    }

    @SafeVarargs
    private static List<Field> joined(List<Field>... groups) {
        List<Field> all = new ArrayList<>();
        for (List<Field> group : groups) {
            all.addAll(group);
        }
        return List.copyOf(all);
    }
}
