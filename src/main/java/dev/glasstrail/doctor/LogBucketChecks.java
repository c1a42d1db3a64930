package dev.glasstrail.doctor;

import dev.glasstrail.aws.AwsClients;
import dev.glasstrail.aws.BucketFolder;
import dev.glasstrail.settings.SourceSettings.Partitions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/// The trail's logs in their bucket: that they can be found and read, and whose there are.
///
/// One log file is looked for on the way that CloudTrail lays out, the newest where there is a
/// choice, with one listing for each folder on it; nothing else is listed.
///
/// @param clients with the identity that will read
/// @param wanted accounts and regions that are expected
record LogBucketChecks(AwsClients clients, Partitions wanted) {

    /// Nine lead down the longest layout; the rest is for folders that turn out empty.
    private static final int MOST_LISTINGS = 40;

    private static final Pattern LOG_NAME =
            Pattern.compile("(?:.*/)?[0-9]{12}_CloudTrail_[^/]*\\.json(?:\\.gz)?");

    private static final Subject LOG = new Subject("log-file", "a log file");

    /// Looks into a place.
    ///
    /// @return what was found; empty where nothing could be listed
    Optional<FoundLogs> check(Chart chart, BucketFolder place) throws InterruptedException {
        Search search = new Search(place);
        Optional<Search> found =
                chart.ask(
                        new Subject("log-bucket", "logs in " + place.url()),
                        new Means("s3:ListBucket", "name the bucket of the trail"),
                        search::run,
                        Search::found);
        S3Object log = found.map(done -> done.log).orElse(null);
        if (log == null) {
            chart.judge(LOG, null, "none was found", _ -> new State.Ok(""));
        } else {
            read(chart, place, log);
        }
        if (!wanted.accounts().isEmpty()) {
            chart.judge(
                    new Subject("log-accounts", "accounts in the bucket"),
                    found.filter(done -> !done.accounts.isEmpty()).orElse(null),
                    "no folder of an account was found",
                    Search::accounts);
        }
        return found.map(done ->
                new FoundLogs(place, log == null ? "" : log.key(), done.accounts, done.cut));
    }

    private void read(Chart chart, BucketFolder place, S3Object log) throws InterruptedException {
        chart.ask(
                LOG,
                new Means(
                        "s3:GetObject, and kms:Decrypt if a key encrypts it,",
                        "see whether it has been archived, which makes it unreadable"),
                () ->
                        clients.s3()
                                .getObject(request ->
                                        request.bucket(place.bucket())
                                                .key(log.key())
                                                .range("bytes=0-1"))
                                .response(),
                response -> readable(log, response));
    }

    private static State readable(S3Object log, GetObjectResponse response) {
        String encryption = Objects.toString(response.serverSideEncryptionAsString(), "");
        return new State.Ok(
                "%s can be read%s"
                        .formatted(
                                log.key().substring(log.key().lastIndexOf('/') + 1),
                                encryption.equals("aws:kms") ? ", with its KMS key" : ""));
    }

    /// The way down to one log file.
    private final class Search {

        private final BucketFolder place;
        private final List<String> accounts = new ArrayList<>();
        private boolean cut;
        private int listings;
        private String end = "";
        private @Nullable S3Object log;

        Search(BucketFolder place) {
            this.place = place;
        }

        Search run() {
            down(place.prefix());
            return this;
        }

        /// @return whether a log file was found
        private boolean down(String prefix) {
            ListObjectsV2Response page = list(prefix);
            log =
                    page.contents().stream()
                            .filter(object -> LOG_NAME.matcher(object.key()).matches())
                            .reduce((_, later) -> later)
                            .orElse(null);
            if (log != null) {
                return true;
            }
            List<Step> steps = page.commonPrefixes().stream().map(Step::of).toList();
            List<String> here = steps.stream().filter(Step::isAccount).map(Step::name).toList();
            accounts.addAll(here);
            cut |= !here.isEmpty() && Boolean.TRUE.equals(page.isTruncated());
            return steps.stream()
                    .filter(Step::leadsOn)
                    .sorted(Comparator.comparingInt(this::rank))
                    .anyMatch(step -> listings < MOST_LISTINGS && down(step.prefix()));
        }

        private ListObjectsV2Response list(String prefix) {
            listings++;
            end = prefix;
            return clients.s3()
                    .listObjectsV2(request ->
                            request.bucket(place.bucket())
                                    .prefix(prefix)
                                    .delimiter("/")
                                    .encodingType(EncodingType.URL));
        }

        /// What the settings name comes first.
        private int rank(Step step) {
            boolean named =
                    wanted.accounts().contains(step.name())
                            || wanted.regions().contains(step.name());
            return named ? -1 : step.rank();
        }

        State found() {
            return log == null
                    ? new State.Failed(
                            "no log file was found; the last folder looked into is \"%s\""
                                    .formatted(end),
                            "name the folder that holds AWSLogs, or wait a quarter of an hour if"
                                    + " the trail is new")
                    : new State.Ok("can be listed");
        }

        State accounts() {
            TreeSet<String> missing = new TreeSet<>(wanted.accounts());
            accounts.forEach(missing::remove);
            if (missing.isEmpty()) {
                return new State.Ok("all %d that are named".formatted(wanted.accounts().size()));
            }
            return cut
                    ? new State.Skipped("the bucket has more than one listing holds")
                    : new State.Warning(
                            "nothing of " + String.join(", ", missing),
                            "see whether the trail is an organization's, and correct"
                                    + " source.accounts");
        }
    }
}
