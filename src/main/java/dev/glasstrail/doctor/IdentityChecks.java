package dev.glasstrail.doctor;

import dev.glasstrail.aws.AwsClients;
import dev.glasstrail.settings.AwsSettings;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/// Who asks AWS, in which region, by which clock and through which roles.
///
/// @param aws the settings
/// @param own clients with the credentials at hand
/// @param clients clients with the role of the settings
record IdentityChecks(AwsSettings aws, AwsClients own, AwsClients clients) {

    /// AWS refuses what is signed five minutes off; two leave time to put it right.
    private static final Duration MOST_OFF = Duration.ofMinutes(2);

    private static final Subject REGION = new Subject("region", "region");
    private static final Subject CLOCK = new Subject("clock", "clock");

    /// As [dev.glasstrail.aws.AwsFailures] says it.
    private static final String NONE_FOUND = "no credentials";

    /// Who asks; empty if nobody can.
    Optional<Caller> check(Chart chart) throws InterruptedException {
        String region = region(chart);
        Optional<GetCallerIdentityResponse> self = credentials(chart);
        clock(chart);
        self.ifPresent(identity -> chart.asks(identity.arn()));
        if (!aws.role().isEmpty()) {
            self = role(chart);
            self.ifPresent(identity -> chart.asks(identity.arn()));
        }
        return self.map(identity -> new Caller(identity.arn(), identity.account(), region));
    }

    private String region(Chart chart) {
        try {
            String region = own.sts().serviceClientConfiguration().region().id();
            chart.add(REGION, new State.Ok(region));
            return region;
        } catch (SdkException failure) {
            Means means = new Means("", "give aws.region or set AWS_REGION");
            chart.add(REGION, chart.failed(REGION, means, failure));
            chart.stopAsking("no region");
            return "";
        }
    }

    private Optional<GetCallerIdentityResponse> credentials(Chart chart)
            throws InterruptedException {
        Optional<GetCallerIdentityResponse> identity =
                chart.ask(
                        new Subject("credentials", "credentials"),
                        new Means(
                                "sts:GetCallerIdentity",
                                "check the credentials and aws.endpoints.sts"),
                        () -> own.sts().getCallerIdentity(),
                        found -> new State.Ok(found.arn()));
        if (identity.isEmpty() && !chart.isSilent()) {
            chart.stopAsking(why(chart));
        }
        return identity;
    }

    private static String why(Chart chart) {
        if (chart.lastDetail().startsWith(NONE_FOUND)) {
            return "no credentials";
        }
        return chart.isAnswered() ? "no usable credentials" : "AWS is not reached";
    }

    private Optional<GetCallerIdentityResponse> role(Chart chart) throws InterruptedException {
        Optional<GetCallerIdentityResponse> identity =
                chart.ask(
                        new Subject("role", "role " + aws.role()),
                        new Means(
                                "sts:AssumeRole on it, and in its trust policy,", "check aws.role"),
                        () -> clients.sts().getCallerIdentity(),
                        found -> new State.Ok("taken as " + found.arn()));
        if (identity.isEmpty() && !chart.isSilent()) {
            chart.stopAsking("the role is not taken");
        }
        return identity;
    }

    private @Nullable String externalId() {
        return aws.externalId().isEmpty() ? null : aws.externalId();
    }

    private void clock(Chart chart) {
        Duration ahead = own.clockAhead();
        if (!chart.isAnswered()) {
            chart.add(CLOCK, new State.Skipped("AWS has not answered"));
            return;
        }
        if (!own.isClockKnown()) {
            chart.add(CLOCK, new State.Skipped("what answered tells no time"));
            return;
        }
        String off = off(ahead);
        chart.add(
                CLOCK,
                ahead.abs().compareTo(MOST_OFF) > 0
                        ? new State.Failed(
                                "this machine is " + off + " AWS",
                                "set its clock, best by NTP; AWS refuses what is signed 5 minutes off")
                        : new State.Ok(
                                "less than %d minutes off AWS".formatted(MOST_OFF.toMinutes())));
    }

    private static String off(Duration ahead) {
        return String.format(
                Locale.ROOT,
                "%.1f minutes %s",
                ahead.abs().toSeconds() / 60.0,
                ahead.isNegative() ? "behind" : "ahead of");
    }

    /// The role to assume in each account but the one at hand.
    void readers(Chart chart, List<String> accounts, Caller caller) throws InterruptedException {
        if (aws.reader().isEmpty()) {
            return;
        }
        if (accounts.isEmpty() && !chart.isSilent()) {
            chart.add(
                    new Subject("readers", "role " + aws.reader()),
                    new State.Warning(
                            "no other account is named that has it",
                            "name the accounts in source.accounts, or take aws.reader out"));
        }
        for (String account : accounts) {
            String arn = caller.role(account, aws.reader());
            chart.ask(
                    new Subject("reader/" + account, "role " + arn),
                    new Means(
                            "sts:AssumeRole on it, and in its trust policy,",
                            "check aws.reader and aws.external-id"),
                    () ->
                            clients.sts()
                                    .assumeRole(request ->
                                            request.roleArn(arn)
                                                    .roleSessionName("glasstrail-doctor")
                                                    .externalId(externalId())
                                                    .durationSeconds(900)),
                    taken -> new State.Ok("taken as " + taken.assumedRoleUser().arn()));
        }
    }
}
