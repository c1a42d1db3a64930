package dev.glasstrail.demo.story;

import dev.glasstrail.demo.cloudtrail.Json;
import java.time.DayOfWeek;

/// An engineer with an IAM user takes the emergency role on the command line, with a one-time
/// password: one record, and the key of its answer is the key of every call.
final class MfaAssumption implements Story {

    @Override
    public String name() {
        return "mfa-assumption";
    }

    @Override
    public void tell(Script script) {
        Session priya =
                Assumption.by(script, Cast.PRIYA, Cast.BREAK_GLASS_ADMIN, "priya.nair-INC-2207")
                        .mfa(Cast.PRIYA)
                        .at(Week.on(DayOfWeek.THURSDAY, "09:05:17"));
        priya.after(12, "sts", "GetCallerIdentity");
        priya.after(30, "lambda", "ListFunctions20150331").request("maxItems", 50);
        priya.after(41, "lambda", "GetFunctionConfiguration20150331v2")
                .request("functionName", "label-printer");
        priya.after(75, "lambda", "PutFunctionConcurrency20171031")
                .request("functionName", "label-printer", "reservedConcurrentExecutions", 40);
        priya.after(60, "sqs", "GetQueueAttributes")
                .request("attributeNames", Json.list("ApproximateNumberOfMessages"));
        priya.after(40, "sqs", "StartMessageMoveTask")
                .request("sourceArn", priya.account().arn("sqs", "eu-central-1", "labels-dlq"));
        priya.after(180, "sqs", "GetQueueAttributes");
    }
}
