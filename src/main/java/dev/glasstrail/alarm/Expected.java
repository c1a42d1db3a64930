package dev.glasstrail.alarm;

/// Which records a rule should have matched.
final class Expected {

    private Expected() {}

    /// Whether the log says that EventBridge should have handed a record to a rule. Where the
    /// rule's state at that time cannot be told, it is taken to have been on.
    static boolean of(RuleHistory history, Heard record) {
        if (record.traits().isTooLarge() || !history.id().isOnDefaultBus()) {
            return false;
        }
        RuleThen then = history.at(record.at());
        boolean isMatched =
                switch (then.pattern()) {
                    case Fact.Known<String> known -> record.matched().contains(known.value());
                    case Fact.Unknown<String> _ ->
                            history.patterns().stream().anyMatch(record.matched()::contains);
                };
        return isMatched
                && switch (then.state()) {
                    case Fact.Known<RuleState> known ->
                            known.value().isOn()
                                    && (known.value() != RuleState.ENABLED
                                            || !record.traits().isReadOnly());
                    case Fact.Unknown<RuleState> _ -> true;
                };
    }
}
