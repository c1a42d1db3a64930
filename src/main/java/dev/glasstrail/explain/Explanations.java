package dev.glasstrail.explain;

import dev.glasstrail.session.Correlation;

/// Finds the explanations of uses.
public interface Explanations {

    /// Looks for an explanation of every use.
    ExplanationResult find(Correlation correlation);

    /// The stage of an audit that was given no register and no channel.
    static Explanations withoutRegister() {
        return _ ->
                new ExplanationResult.NotChecked(
                        "No register of explanations was read, so no use was held against one.");
    }
}
