package dev.glasstrail.doctor;

import dev.glasstrail.aws.AwsClients;
import dev.glasstrail.settings.SourceSettings.Partitions;
import dev.glasstrail.trail.GlobalRegion;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsResponse;

/// CloudTrail's event history, with one look into it for each account and region that a run asks.
///
/// @param clients with the identity that will read
/// @param wanted accounts and regions
/// @param reader the role through which accounts are asked; `""` for none
record HistoryChecks(AwsClients clients, Partitions wanted, String reader) {

    void check(Chart chart, Caller caller) throws InterruptedException {
        List<String> regions = regions(caller);
        if (wanted.accounts().isEmpty()) {
            for (String region : regions) {
                Subject subject = new Subject("history/" + region, "event history in " + region);
                look(chart, subject, () -> clients.cloudTrail(region));
            }
        }
        for (String account : wanted.accounts()) {
            boolean isOwn = account.equals(caller.account());
            if (!isOwn && reader.isEmpty() && !chart.isSilent()) {
                chart.add(
                        new Subject("history/" + account, "event history of " + account),
                        new State.Failed(
                                "the credentials are of account " + caller.account(),
                                "set aws.reader, and deploy config/aws/audited-account.yaml"
                                        + " there"));
                continue;
            }
            chart.asks(isOwn ? caller.arn() : caller.role(account, reader));
            for (String region : regions) {
                look(
                        chart,
                        new Subject(
                                "history/%s/%s".formatted(account, region),
                                "event history of %s in %s".formatted(account, region)),
                        () ->
                                isOwn
                                        ? clients.cloudTrail(region)
                                        : clients.cloudTrail(caller.partition(), account, region));
            }
        }
    }

    /// As a run asks where none are named.
    private List<String> regions(Caller caller) {
        return wanted.regions().isEmpty()
                ? GlobalRegion.with(caller.partition(), caller.region())
                : wanted.regions();
    }

    private static void look(Chart chart, Subject subject, Supplier<CloudTrailClient> cloudTrail)
            throws InterruptedException {
        chart.ask(
                subject,
                new Means("cloudtrail:LookupEvents", "check source.regions"),
                () -> cloudTrail.get().lookupEvents(request -> request.maxResults(1)),
                HistoryChecks::seen);
    }

    private static State seen(LookupEventsResponse page) {
        if (!page.events().isEmpty()) {
            return new State.Ok(
                    "can be read; the last event is of " + page.events().getFirst().eventTime());
        }
        return new State.Ok(
                page.nextToken() == null
                        ? "can be read; it holds no event"
                        : "can be read; the last event is not on its first page");
    }
}
