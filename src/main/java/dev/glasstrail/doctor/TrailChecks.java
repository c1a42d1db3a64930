package dev.glasstrail.doctor;

import dev.glasstrail.aws.AwsClients;
import dev.glasstrail.aws.BucketFolder;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsResponse;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusResponse;
import software.amazon.awssdk.services.cloudtrail.model.Trail;

/// The trails that fill the bucket: whether they log, what they leave out, whether they deliver.
///
/// @param clients with the identity that will read
/// @param reader the role through which other accounts are asked too; `""` for none
/// @param accounts that have this role
/// @param wanted accounts whose records are expected, the one at hand among them
/// @param now by this machine's clock
record TrailChecks(
        AwsClients clients,
        String reader,
        List<String> accounts,
        List<String> wanted,
        Instant now) {

    /// A trail of an account in use delivers every few minutes.
    private static final Duration QUIET = Duration.ofHours(24);

    /// As far back as a report of a week or a month looks.
    private static final Duration RECENT = Duration.ofDays(35);

    private static final String UNKNOWN = "no trail is known";

    /// @param place that the trails deliver to; null where it is not known, which means any
    void check(Chart chart, Caller caller, @Nullable BucketFolder place)
            throws InterruptedException {
        Map<String, Seen> trails = new LinkedHashMap<>();
        find(chart, new Eyes("", caller.arn(), caller, clients), place, trails);
        for (String account : reader.isEmpty() ? List.<String>of() : accounts) {
            String arn = caller.role(account, reader);
            find(chart, new Eyes(account, arn, caller, clients), place, trails);
        }
        if (trails.isEmpty()) {
            chart.judge(new Subject("logging", "logging"), null, UNKNOWN, _ -> nothing());
            chart.judge(new Subject("selectors", "event selectors"), null, UNKNOWN, _ -> nothing());
        }
        lookAtAll(chart, List.copyOf(trails.values()));
    }

    /// One of several may be narrow or stopped, if another has everything.
    private void lookAtAll(Chart chart, List<Seen> trails) throws InterruptedException {
        boolean isNeeded = chart.isNeeded();
        chart.needs(isNeeded && trails.size() == 1);
        List<String> without = without(trails);
        boolean isAnyWhole = false;
        for (Seen seen : trails) {
            boolean isOnly =
                    trails.stream()
                                    .filter(other ->
                                            other.trail().name().equals(seen.trail().name()))
                                    .count()
                            == 1;
            isAnyWhole |=
                    look(
                            chart,
                            seen,
                            isOnly ? seen.trail().name() : seen.trail().trailARN(),
                            without);
        }
        chart.needs(isNeeded);
        if (trails.size() > 1 && !isAnyWhole) {
            chart.add(
                    new Subject("trails-together", "trails together"),
                    new State.Failed(
                            "none of them is known to log and deliver the management events of every kind",
                            "mend one of those above"));
        }
    }

    /// The accounts of which no trail has the records.
    private List<String> without(List<Seen> trails) {
        if (trails.stream().anyMatch(seen -> isOrganizations(seen.trail()))) {
            return List.of();
        }
        TreeSet<String> without = new TreeSet<>(wanted);
        trails.forEach(seen -> without.remove(account(seen.trail())));
        return List.copyOf(without);
    }

    private static boolean isOrganizations(Trail trail) {
        return Boolean.TRUE.equals(trail.isOrganizationTrail());
    }

    private static String account(Trail trail) {
        String[] parts = trail.trailARN().split(":", 6);
        return parts.length == 6 ? parts[4] : "";
    }

    private static State nothing() {
        return new State.Skipped(UNKNOWN);
    }

    /// A trail and who sees it.
    private record Seen(Trail trail, Eyes by) {}

    /// Somebody who can look at trails.
    ///
    /// @param account of a reader role; `""` for the identity of the settings
    /// @param arn whose rights are needed
    private record Eyes(String account, String arn, Caller caller, AwsClients clients) {

        CloudTrailClient in(String region) {
            return account.isEmpty()
                    ? clients.cloudTrail(region)
                    : clients.cloudTrail(caller.partition(), account, region);
        }
    }

    private static void find(
            Chart chart, Eyes by, @Nullable BucketFolder place, Map<String, Seen> trails)
            throws InterruptedException {
        boolean own = by.account().isEmpty();
        chart.asks(by.arn());
        Optional<List<Trail>> found =
                chart.ask(
                        own
                                ? new Subject("trails", "trails")
                                : new Subject(
                                        "trails/" + by.account(), "trails seen in " + by.account()),
                        new Means("cloudtrail:DescribeTrails", "check aws.endpoints.cloudtrail")
                                .unneeded(),
                        () ->
                                by
                                        .in(by.caller().region())
                                        .describeTrails(
                                                request -> request.includeShadowTrails(true))
                                        .trailList()
                                        .stream()
                                        .filter(trail -> delivers(trail, place))
                                        .toList(),
                        those -> trails(those, place == null ? "" : place.bucket()));
        found.orElse(List.of())
                .forEach(trail -> trails.putIfAbsent(trail.trailARN(), new Seen(trail, by)));
    }

    /// Whether the trail's folder lies in the place, or the place in the trail's folder.
    private static boolean delivers(Trail trail, @Nullable BucketFolder place) {
        if (place == null) {
            return true;
        }
        String prefix = Objects.toString(trail.s3KeyPrefix(), "");
        String folder = (prefix.isEmpty() ? "" : prefix + "/") + "AWSLogs/";
        return place.bucket().equals(trail.s3BucketName())
                && (folder.startsWith(place.prefix()) || place.prefix().startsWith(folder));
    }

    private static State trails(List<Trail> those, String bucket) {
        String where = bucket.isEmpty() ? "" : " into " + bucket;
        return those.isEmpty()
                ? new State.Warning(
                        "none that delivers%s is seen from here".formatted(where),
                        "see whether the bucket and the folder are the trail's, and set aws.reader if the trail is another account's")
                : new State.Ok(
                        String.join(", ", those.stream().map(Trail::name).toList())
                                + (where.isEmpty() ? "" : ", delivering" + where));
    }

    /// @param name that tells the trail from others
    /// @param without accounts of which no trail has the records
    /// @return whether it is known to log and deliver all management events
    private boolean look(Chart chart, Seen seen, String name, List<String> without)
            throws InterruptedException {
        Trail trail = seen.trail();
        chart.asks(seen.by().arn());
        CloudTrailClient home = seen.by().in(trail.homeRegion());
        chart.add(new Subject("reach/" + name, "reach of " + name), reach(trail, without));
        chart.add(new Subject("validation/" + name, "digests of " + name), validation(trail));
        Optional<GetTrailStatusResponse> status =
                chart.ask(
                        new Subject("logging/" + name, "logging of " + name),
                        means("cloudtrail:GetTrailStatus", trail),
                        () -> home.getTrailStatus(request -> request.name(trail.trailARN())),
                        found -> logging(trail, found));
        Optional<GetEventSelectorsResponse> selectors =
                chart.ask(
                        new Subject("selectors/" + name, "events of " + name),
                        means("cloudtrail:GetEventSelectors", trail),
                        () ->
                                home.getEventSelectors(
                                        request -> request.trailName(trail.trailARN())),
                        Selection::judge);
        return status.map(found -> !(logging(trail, found) instanceof State.Failed)).orElse(false)
                && selectors
                        .map(found -> !(Selection.judge(found) instanceof State.Failed))
                        .orElse(false);
    }

    /// Without it a report can be made, and what the trail leaves out is not known.
    private static Means means(String permission, Trail trail) {
        return new Means(permission, "ask in the account of " + trail.trailARN()).unneeded();
    }

    private static State reach(Trail trail, List<String> without) {
        String whose =
                isOrganizations(trail)
                        ? "all accounts of the organization"
                        : "the account " + account(trail);
        if (!Boolean.TRUE.equals(trail.isMultiRegionTrail())) {
            return new State.Warning(
                    "%s, %s alone".formatted(whose, trail.homeRegion()),
                    "make it multi-region: aws cloudtrail update-trail --is-multi-region-trail --name "
                            + trail.trailARN());
        }
        return without.isEmpty()
                ? new State.Ok(whose + ", every region")
                : new State.Warning(
                        "%s, every region; no trail that is seen has the records of %s"
                                .formatted(whose, String.join(", ", without)),
                        "make the trail the organization's, or let those accounts' trails be seen with aws.reader");
    }

    private static State validation(Trail trail) {
        return Boolean.TRUE.equals(trail.logFileValidationEnabled())
                ? new State.Ok("log file validation is on")
                : new State.Warning(
                        "log file validation is off, so nobody can prove that no log was changed",
                        "switch it on: aws cloudtrail update-trail --enable-log-file-validation --name "
                                + trail.trailARN());
    }

    private State logging(Trail trail, GetTrailStatusResponse status) {
        if (!Boolean.TRUE.equals(status.isLogging())) {
            return new State.Failed(
                    "it is stopped" + since(status.stopLoggingTime()),
                    "start it: aws cloudtrail start-logging --name " + trail.trailARN());
        }
        String deliveryError = Objects.toString(status.latestDeliveryError(), "");
        if (!deliveryError.isEmpty()) {
            return new State.Failed(
                    "it logs and cannot deliver: " + deliveryError,
                    "let cloudtrail.amazonaws.com write to " + trail.s3BucketName());
        }
        String digestError = Objects.toString(status.latestDigestDeliveryError(), "");
        if (!digestError.isEmpty()) {
            return new State.Warning(
                    "it logs and cannot deliver digests: " + digestError,
                    "let cloudtrail.amazonaws.com write to " + trail.s3BucketName());
        }
        Instant delivered = status.latestDeliveryTime();
        if (delivered == null || delivered.isBefore(now.minus(QUIET))) {
            return new State.Warning(
                    "it logs and delivered last%s".formatted(at(delivered)),
                    "see whether anything happens in its accounts; this is longer than a day");
        }
        Instant started = status.startLoggingTime();
        Instant stopped = status.stopLoggingTime();
        if (started != null
                && stopped != null
                && stopped.isBefore(started)
                && started.isAfter(now.minus(RECENT))) {
            return new State.Warning(
                    "it logs again since %s, and was stopped at %s".formatted(started, stopped),
                    "nothing of the time between is in its logs; find out who stopped it");
        }
        return new State.Ok("it logs and delivered last" + at(delivered));
    }

    private static String since(@Nullable Instant stopped) {
        return stopped == null ? "" : " since " + stopped;
    }

    private static String at(@Nullable Instant delivered) {
        return delivered == null ? " never" : " at " + delivered;
    }
}
