package dev.glasstrail.setup;

import dev.glasstrail.aws.BucketFolder;
import dev.glasstrail.settings.AthenaSettings;
import dev.glasstrail.settings.Settings;
import dev.glasstrail.settings.SourceSettings;
import java.util.ArrayList;
import java.util.List;

/// The rights in AWS that the settings need and no more, as a policy for an identity of its own.
///
/// Everything in it reads, but for the results that Athena writes. What only `glasstrail doctor`
/// asks stands in statements of its own, so that it can be left out.
public final class ReadingPolicy {

    /// Of a managed policy, as IAM's quotas have it.
    private static final int MOST_CHARACTERS = 6_144;

    private static final BucketFolder UNKNOWN_RESULTS = new BucketFolder("<results-bucket>", "");

    private final Settings settings;
    private final Asked asked;
    private final Arns arns;
    private final Grants grants;
    private final List<Statement> statements = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private ReadingPolicy(Settings settings, Asked asked) {
        this.settings = settings;
        this.asked = asked;
        this.arns = Arns.of(settings.aws(), asked.account());
        this.grants = new Grants(arns);
    }

    /// What a person adds to the settings.
    ///
    /// @param account that Athena and its table are in; `""` where the settings' role tells it
    /// @param keysOfLogs ARNs of the KMS keys that logs are encrypted with
    /// @param keysOfResults ARNs of the KMS keys that Athena's results are encrypted with
    public record Asked(String account, List<String> keysOfLogs, List<String> keysOfResults) {

        public Asked {
            keysOfLogs = List.copyOf(keysOfLogs);
            keysOfResults = List.copyOf(keysOfResults);
        }
    }

    /// The policy; no text and a note where none is needed.
    public static Paper of(Settings settings, Asked asked) {
        return switch (settings.source().kind()) {
            case FILES -> nothing("the logs are read from a folder");
            case TRINO -> nothing("Trino reads the logs with rights of its own");
            case S3, ATHENA, LOOKUP -> new ReadingPolicy(settings, asked).paper();
        };
    }

    private static Paper nothing(String why) {
        return new Paper("", List.of("Nothing in AWS is needed: " + why + "."));
    }

    private Paper paper() {
        SourceSettings source = settings.source();
        switch (source.kind()) {
            case FILES, TRINO -> throw new IllegalStateException("no policy is needed");
            case S3 -> bucket(source.files().bucket());
            case ATHENA -> athena(source);
            case LOOKUP -> statements.addAll(grants.eventHistory());
        }
        keys(source.kind());
        readers();
        role();
        String json = new PolicyDocument(statements).json();
        size(json);
        return new Paper(json, notes);
    }

    /// IAM does not count white space.
    private void size(String json) {
        int characters = json.replaceAll("\\s", "").length();
        if (characters > MOST_CHARACTERS) {
            notes.add(
                    "The policy has %,d characters, and a managed policy holds %,d: name the readers in one line, as arn:%s:iam::*:role/%s under the condition aws:ResourceOrgID, or split it."
                            .formatted(
                                    characters,
                                    MOST_CHARACTERS,
                                    arns.partition(),
                                    settings.aws().reader()));
        }
    }

    private void bucket(String url) {
        if (url.isEmpty()) {
            noteUnknownBucket();
        }
        statements.addAll(
                grants.logs(
                        url.isEmpty()
                                ? new BucketFolder(TrailPlace.UNKNOWN_BUCKET, "")
                                : BucketFolder.of(url)));
        statements.addAll(grants.trailsForTheDoctor());
    }

    private void athena(SourceSettings source) {
        AthenaSettings athena = source.athena();
        TrailPlace logs = TrailPlace.of(source.files().bucket());
        if (arns.account().equals(Arns.UNKNOWN_ACCOUNT)) {
            notes.add("Fill in <account>, where Athena is asked, or give --in-account.");
        }
        if (arns.region().equals(Arns.UNKNOWN_REGION)) {
            notes.add("Fill in <region>, where Athena is asked, or set aws.region.");
        }
        statements.addAll(grants.queries(athena.workgroup()));
        statements.addAll(grants.table(athena));
        if (!Grants.isOfGlue(athena)) {
            notes.add("Allow by hand what the catalog asks for; it is not AwsDataCatalog.");
        }
        if (athena.output().isEmpty()) {
            notes.add(
                    "Fill in <results-bucket>, where the workgroup puts results, or set"
                            + " source.athena.output; take both statements out if it manages them.");
        }
        statements.addAll(
                grants.results(
                        athena.output().isEmpty()
                                ? UNKNOWN_RESULTS
                                : BucketFolder.of(athena.output())));
        if (!logs.isKnown()) {
            noteUnknownBucket();
        }
        statements.addAll(grants.logs(logs.folder()));
        statements.addAll(grants.trailsForTheDoctor());
    }

    private void noteUnknownBucket() {
        notes.add("Fill in <bucket>, where the trail puts its logs, or set source.bucket.");
    }

    private void keys(SourceSettings.Kind kind) {
        if (!asked.keysOfLogs().isEmpty()) {
            statements.addAll(grants.keysOfLogs(asked.keysOfLogs()));
        } else if (kind != SourceSettings.Kind.LOOKUP) {
            notes.add("If a KMS key encrypts the logs, give --kms-key with its ARN.");
        }
        if (!asked.keysOfResults().isEmpty()) {
            statements.addAll(grants.keysOfResults(asked.keysOfResults()));
        } else if (kind == SourceSettings.Kind.ATHENA) {
            notes.add("If a KMS key encrypts the results, give --output-key with its ARN.");
        }
        if (kind != SourceSettings.Kind.LOOKUP) {
            notes.add(
                    "Where the bucket or a key is another account's, its bucket policy and its key policy must admit this identity too"
                            + (kind == SourceSettings.Kind.ATHENA
                                    ? "; where Lake Formation governs the table, grant SELECT there, and lakeformation:GetDataAccess here."
                                    : "."));
        }
    }

    private void readers() {
        String reader = settings.aws().reader();
        if (reader.isEmpty()) {
            return;
        }
        List<String> accounts = settings.source().partitions().accounts();
        if (accounts.isEmpty()) {
            notes.add(
                    "Fill in <account> in TakeTheReaderRoles for each account with a reader, or set"
                            + " source.accounts.");
            accounts = List.of(Arns.UNKNOWN_ACCOUNT);
        }
        // The account at hand is asked without a role of its own.
        List<String> others =
                accounts.stream()
                        .filter(account ->
                                account.equals(Arns.UNKNOWN_ACCOUNT)
                                        || !account.equals(arns.account()))
                        .toList();
        if (others.isEmpty()) {
            return;
        }
        statements.addAll(grants.readers(others, reader));
        notes.add(
                "The role %s itself is in config/aws/audited-account.yaml, for each of these accounts."
                        .formatted(reader));
    }

    private void role() {
        String role = settings.aws().role();
        if (!role.isEmpty()) {
            notes.add(
                    "The policy is for %s; the identity that starts needs sts:AssumeRole on it."
                            .formatted(role));
        }
    }
}
