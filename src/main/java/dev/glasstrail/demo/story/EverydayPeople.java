package dev.glasstrail.demo.story;

import dev.glasstrail.demo.cloudtrail.Event;
import dev.glasstrail.demo.cloudtrail.Person;
import dev.glasstrail.demo.cloudtrail.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What everybody does all day with the ordinary `devops` permission set. Nothing here is watched.
final class EverydayPeople implements Story {

    private static final List<List<String>> CALLS =
            List.of(
                    List.of("ecs", "DescribeServices"),
                    List.of("ecs", "ListTasks"),
                    List.of("logs", "FilterLogEvents"),
                    List.of("logs", "StartQuery"),
                    List.of("monitoring", "GetMetricData"),
                    List.of("ec2", "DescribeInstances"),
                    List.of("rds", "DescribeDBInstances"),
                    List.of("s3", "ListBuckets"),
                    List.of("lambda", "ListFunctions20150331"),
                    List.of("cloudformation", "DescribeStacks"),
                    List.of("cloudformation", "CreateChangeSet"),
                    List.of("ssm", "StartSession"));

    @Override
    public String name() {
        return "everyday-people";
    }

    @Override
    public void tell(Script script) {
        Instant day = Week.FROM;
        for (int i = 0; i < 5; i++) {
            for (Person person : Cast.EVERYBODY) {
                morning(script, person, day.plus(Duration.ofHours(7)));
                afternoon(script, person, day.plus(Duration.ofHours(12)));
            }
            day = day.plus(Duration.ofDays(1));
        }
    }

    private static void morning(Script script, Person person, Instant from) {
        String day = person.userName() + from;
        Instant time = from.plusSeconds(script.ids().number("late/" + day, 5_400));
        work(Openings.commandLine(script, person, role(script, day), time), script, day);
    }

    private static void afternoon(Script script, Person person, Instant from) {
        String day = person.userName() + from;
        Instant time = from.plusSeconds(script.ids().number("late/" + day, 5_400));
        work(Openings.console(script, person, role(script, day), time, 5), script, day);
    }

    private static Role role(Script script, String day) {
        return script.ids().number("role/" + day, 3) == 0
                ? Cast.DEVOPS_PRODUCTION
                : Cast.DEVOPS_STAGING;
    }

    private static void work(Session session, Script script, String day) {
        int calls = 20 + script.ids().number("calls/" + day, 30);
        for (int i = 0; i < calls; i++) {
            int pick = script.ids().number("call/" + day + i, CALLS.size());
            int pause = 5 + script.ids().number("pause/" + day + i, 200);
            List<String> call = CALLS.get(pick);
            Event event = session.after(pause, call.get(0), call.get(1));
            if (pause % 20 == 0) {
                event.deliveredTwice();
            }
        }
    }
}
