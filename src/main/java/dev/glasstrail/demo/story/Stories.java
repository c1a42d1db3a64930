package dev.glasstrail.demo.story;

import java.util.List;
import java.util.stream.Stream;

/// Everything that people did, in and around the week.
public final class Stories {

    private static final List<Story> USES =
            List.of(
                    new CheckoutOutage(),
                    new RootSignIn(),
                    new NeverUsed(),
                    new ConsoleSwitch(),
                    new WrongAccount(),
                    new SafeUserTokens(),
                    new DatabaseRestore(),
                    new MadeAndUndone(),
                    new ChainAcrossAccounts(),
                    new MfaAssumption(),
                    new CommandLineLogin(),
                    new CrossAccountAssumption(),
                    new TwoInOneSecond(),
                    new AlarmTampering(),
                    new SafeUserSignIn(),
                    new SecretsInParameters(),
                    new SelfAssumption(),
                    new RootTask(),
                    new LeftBehind(),
                    new LostOpening(),
                    new HostileText(),
                    new StolenSession(),
                    new SafeUserKey(),
                    new OverTheEdge());

    private static final List<Story> REST =
            List.of(
                    new RefusedAttempts(),
                    new AlarmDeployment(),
                    new CarriedOver(),
                    new OutsideTheWeek(),
                    new OddRecords(),
                    new EverydayPeople());

    private Stories() {}

    /// All of them: uses of the week in order, then what is no use or not of the week.
    public static List<Story> all() {
        return Stream.concat(USES.stream(), REST.stream()).toList();
    }
}
