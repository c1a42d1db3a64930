package dev.glasstrail.doctor;

import dev.glasstrail.aws.AwsFailures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// Takes down each check, whatever comes of it.
final class Chart {

    private static final String UNKNOWN_ERROR = "; look it up under this error code";
    private static final String ASKER = "the identity that `glasstrail doctor` names";

    private final List<Check> checks = new ArrayList<>();
    private String caller = "";
    private String whyNotAsked = "";
    private boolean needed = true;
    private boolean answered;

    /// Asks AWS for something that can be judged.
    interface Asking<T> {
        T ask();
    }

    List<Check> checks() {
        return List.copyOf(checks);
    }

    /// Whether AWS has answered anything, a refusal too.
    boolean isAnswered() {
        return answered;
    }

    /// Whether AWS is asked nothing any more.
    boolean isSilent() {
        return !whyNotAsked.isEmpty();
    }

    /// What the last check said.
    String lastDetail() {
        return checks.getLast().state().detail();
    }

    /// Whose rights the next calls need.
    void asks(String arn) {
        caller = arn;
    }

    /// From now on AWS is not asked anything.
    void stopAsking(String why) {
        whyNotAsked = why;
    }

    /// Whether a run needs what comes next. Where it does not, a failure is a warning.
    void needs(boolean isNeeded) {
        needed = isNeeded;
    }

    boolean isNeeded() {
        return needed;
    }

    void add(Subject subject, State state) {
        State weighed =
                !needed && state instanceof State.Failed failed ? failed.asWarning() : state;
        checks.add(new Check(subject.id(), subject.what(), weighed));
    }

    /// Asks AWS and takes down what that tells.
    ///
    /// @return what AWS answered; empty if it was not asked or refused
    <T> Optional<T> ask(Subject subject, Means means, Asking<T> asking, Function<T, State> judge)
            throws InterruptedException {
        if (!whyNotAsked.isEmpty()) {
            add(subject, new State.Skipped(whyNotAsked));
            return Optional.empty();
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        try {
            T answer = asking.ask();
            answered = true;
            add(subject, judge.apply(answer));
            return Optional.of(answer);
        } catch (SdkException failure) {
            AwsFailures.rethrowInterruption(failure);
            answered |= failure instanceof AwsServiceException;
            State.Failed refused = failed(subject, means, failure);
            add(subject, means.needed() ? refused : refused.asWarning());
            return Optional.empty();
        }
    }

    /// Judges something that an earlier check has brought to light.
    ///
    /// @param known null where it has not
    /// @param unknown why it is not known
    <T> void judge(Subject subject, @Nullable T known, String unknown, Function<T, State> judge) {
        if (known != null) {
            add(subject, judge.apply(known));
        } else {
            add(subject, new State.Skipped(whyNotAsked.isEmpty() ? unknown : whyNotAsked));
        }
    }

    /// Athena hands on what the data catalog answered under one error code.
    private static boolean isDenied(String reason) {
        String lower = reason.toLowerCase(Locale.ROOT);
        return lower.contains("accessdenied") || lower.contains("not authorized");
    }

    private String allow(Means means) {
        return "allow %s to %s"
                .formatted(means.permission(), caller.isEmpty() ? "this identity" : caller);
    }

    /// A refusal in words.
    State.Failed failed(Subject subject, Means means, SdkException failure) {
        String line = AwsFailures.line(subject.what(), means.permission(), failure);
        String reason = line.substring(subject.what().length() + ": ".length());
        int last = reason.lastIndexOf("; ");
        String fix = last < 0 ? means.otherwise() : reason.substring(last + 2);
        if (reason.endsWith(UNKNOWN_ERROR)) {
            fix = isDenied(reason) ? allow(means) : means.otherwise();
        } else if (reason.contains(ASKER)) {
            fix = allow(means);
        }
        return new State.Failed(last < 0 ? reason : reason.substring(0, last), fix);
    }
}
