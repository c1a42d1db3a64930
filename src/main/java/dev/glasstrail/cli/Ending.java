package dev.glasstrail.cli;

import dev.glasstrail.report.AuditReport;
import dev.glasstrail.run.ExitCode;
import dev.glasstrail.run.RunOutcome;
import java.util.List;

/// Tells a person how a run ended.
///
/// @param failOn what the person counts as a failure
record Ending(Surroundings surroundings, List<FailOn> failOn) {

    ExitCode tell(RunOutcome outcome) {
        return switch (outcome) {
            case RunOutcome.Delivered delivered -> tell(delivered);
            case RunOutcome.NotSettled notSettled -> {
                complain(notSettled.reason() + "; try again at " + notSettled.readyAt());
                yield ExitCode.NOT_SETTLED;
            }
            case RunOutcome.SourceFailed failed -> {
                complain(failed.message());
                yield ExitCode.SOURCE_FAILED;
            }
            case RunOutcome.Refused refused -> {
                complain(refused.message());
                yield ExitCode.DELIVERY_FAILED;
            }
            case RunOutcome.DeliveryFailed failed -> {
                complain(failed.message());
                yield ExitCode.DELIVERY_FAILED;
            }
        };
    }

    private ExitCode tell(RunOutcome.Delivered delivered) {
        AuditReport report = delivered.report();
        surroundings.out().print(Summary.of(report));
        surroundings.out().print(Deliverables.of(delivered, surroundings.workingDirectory()));
        ExitCode code = FailOn.judge(report, failOn);
        if (code != ExitCode.MADE) {
            complain("exit code %d: %s".formatted(code.number(), code.meaning().replace("`", "")));
        }
        return code;
    }

    private void complain(String message) {
        Complaint.of(message).printTo(surroundings.err());
    }
}
