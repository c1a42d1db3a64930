package dev.glasstrail.doctor;

import dev.glasstrail.aws.AwsClients;
import dev.glasstrail.settings.SourceSettings.Partitions;
import java.util.function.Supplier;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsResponse;

/// CloudTrail's event history, with one look into it for each account.
///
/// @param clients with the identity that will read
/// @param wanted accounts and regions
/// @param reader the role through which accounts are asked; `""` for none
record HistoryChecks(AwsClients clients, Partitions wanted, String reader) {

    void check(Chart chart, Caller caller) throws InterruptedException {
        String region = wanted.regions().stream().findFirst().orElse(caller.region());
        if (wanted.accounts().isEmpty()) {
            Subject subject = new Subject("history", "event history");
            look(chart, subject, () -> clients.cloudTrail(region), region);
        }
        for (String account : wanted.accounts()) {
            Subject subject = new Subject("history/" + account, "event history of " + account);
            boolean isOwn = account.equals(caller.account());
            if (!isOwn && reader.isEmpty() && !chart.isSilent()) {
                chart.add(
                        subject,
                        new State.Failed(
                                "the credentials are of account " + caller.account(),
                                "set aws.reader, and deploy config/aws/audited-account.yaml"
                                        + " there"));
                continue;
            }
            chart.asks(isOwn ? caller.arn() : caller.role(account, reader));
            look(
                    chart,
                    subject,
                    () ->
                            isOwn
                                    ? clients.cloudTrail(region)
                                    : clients.cloudTrail(caller.partition(), account, region),
                    region);
        }
    }

    private static void look(
            Chart chart, Subject subject, Supplier<CloudTrailClient> cloudTrail, String region)
            throws InterruptedException {
        chart.ask(
                subject,
                new Means("cloudtrail:LookupEvents", "check source.regions"),
                () -> cloudTrail.get().lookupEvents(request -> request.maxResults(1)),
                page -> seen(page, region));
    }

    private static State seen(LookupEventsResponse page, String region) {
        return new State.Ok(
                page.events().isEmpty()
                        ? "can be read; nothing has happened in " + region
                        : "can be read; the last event in %s is of %s"
                                .formatted(region, page.events().getFirst().eventTime()));
    }
}
