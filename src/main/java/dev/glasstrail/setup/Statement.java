package dev.glasstrail.setup;

import java.util.List;

/// One `Allow` of a policy.
///
/// @param sid letters and digits
/// @param actions at least one, such as `s3:GetObject`
/// @param resources ARNs, at least one; `*` alone only where AWS knows no resource for the actions
/// @param prefixes that a listing of a bucket has to ask for, as patterns; empty for no condition
record Statement(String sid, List<String> actions, List<String> resources, List<String> prefixes) {

    Statement {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
        prefixes = List.copyOf(prefixes);
        if (!sid.matches("[A-Za-z0-9]+") || actions.isEmpty() || resources.isEmpty()) {
            throw new IllegalArgumentException("no statement of a policy: " + sid);
        }
    }

    Statement(String sid, List<String> actions, List<String> resources) {
        this(sid, actions, resources, List.of());
    }
}
