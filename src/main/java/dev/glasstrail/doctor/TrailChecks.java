package dev.glasstrail.doctor;

import dev.glasstrail.aws.AwsClients;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusResponse;
import software.amazon.awssdk.services.cloudtrail.model.Trail;

/// The trails that fill the bucket: whether they log, what they leave out, whether they deliver.
///
/// @param clients with the identity that will read
/// @param reader the role through which other accounts are asked too; `""` for none
/// @param accounts that have this role
/// @param now by this machine's clock
record TrailChecks(AwsClients clients, String reader, List<String> accounts, Instant now) {

    /// A trail of an account in use delivers every few minutes.
    private static final Duration QUIET = Duration.ofHours(24);

    private static final String UNKNOWN = "no trail is known";

    /// @param bucket that the trails deliver to; `""` where it is not known, which means any
    void check(Chart chart, Caller caller, String bucket) throws InterruptedException {
        Map<String, Seen> trails = new LinkedHashMap<>();
        find(chart, new Eyes("", caller.arn(), caller, clients), bucket, trails);
        for (String account : reader.isEmpty() ? List.<String>of() : accounts) {
            String arn = caller.role(account, reader);
            find(chart, new Eyes(account, arn, caller, clients), bucket, trails);
        }
        if (trails.isEmpty()) {
            chart.judge(new Subject("logging", "logging"), null, UNKNOWN, _ -> nothing());
            chart.judge(new Subject("selectors", "event selectors"), null, UNKNOWN, _ -> nothing());
        }
        for (Seen seen : trails.values()) {
            boolean isOnly =
                    trails.values().stream()
                                    .filter(other ->
                                            other.trail().name().equals(seen.trail().name()))
                                    .count()
                            == 1;
            look(chart, seen, isOnly ? seen.trail().name() : seen.trail().trailARN());
        }
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

    private static void find(Chart chart, Eyes by, String bucket, Map<String, Seen> trails)
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
                                        .filter(trail -> delivers(trail, bucket))
                                        .toList(),
                        those -> trails(those, bucket));
        found.orElse(List.of())
                .forEach(trail -> trails.putIfAbsent(trail.trailARN(), new Seen(trail, by)));
    }

    private static boolean delivers(Trail trail, String bucket) {
        return bucket.isEmpty() || bucket.equals(trail.s3BucketName());
    }

    private static State trails(List<Trail> those, String bucket) {
        String where = bucket.isEmpty() ? "" : " into " + bucket;
        return those.isEmpty()
                ? new State.Warning(
                        "none that delivers%s is seen from here".formatted(where),
                        "see whether the bucket is the trail's, and set aws.reader if the trail is another account's")
                : new State.Ok(
                        String.join(", ", those.stream().map(Trail::name).toList())
                                + (where.isEmpty() ? "" : ", delivering" + where));
    }

    /// @param name that tells the trail from others
    private void look(Chart chart, Seen seen, String name) throws InterruptedException {
        Trail trail = seen.trail();
        chart.asks(seen.by().arn());
        CloudTrailClient home = seen.by().in(trail.homeRegion());
        chart.add(new Subject("reach/" + name, "reach of " + name), reach(trail));
        chart.add(new Subject("validation/" + name, "digests of " + name), validation(trail));
        chart.ask(
                new Subject("logging/" + name, "logging of " + name),
                means("cloudtrail:GetTrailStatus", trail),
                () -> home.getTrailStatus(request -> request.name(trail.trailARN())),
                status -> logging(trail, status));
        chart.ask(
                new Subject("selectors/" + name, "events of " + name),
                means("cloudtrail:GetEventSelectors", trail),
                () -> home.getEventSelectors(request -> request.trailName(trail.trailARN())),
                Selection::judge);
    }

    /// Without it a report can be made, and what the trail leaves out is not known.
    private static Means means(String permission, Trail trail) {
        return new Means(permission, "ask in the account of " + trail.trailARN()).unneeded();
    }

    private static State reach(Trail trail) {
        List<String> all = new ArrayList<>();
        all.add(
                Boolean.TRUE.equals(trail.isOrganizationTrail())
                        ? "all accounts of the organization"
                        : "one account");
        if (!Boolean.TRUE.equals(trail.isMultiRegionTrail())) {
            return new State.Warning(
                    "%s, %s alone".formatted(all.getFirst(), trail.homeRegion()),
                    "make it multi-region: aws cloudtrail update-trail --is-multi-region-trail --name "
                            + trail.trailARN());
        }
        return new State.Ok(all.getFirst() + ", every region");
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
        return new State.Ok("it logs and delivered last" + at(delivered));
    }

    private static String since(@Nullable Instant stopped) {
        return stopped == null ? "" : " since " + stopped;
    }

    private static String at(@Nullable Instant delivered) {
        return delivered == null ? " never" : " at " + delivered;
    }
}
