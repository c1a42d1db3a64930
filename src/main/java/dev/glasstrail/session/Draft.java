package dev.glasstrail.session;

import dev.glasstrail.trail.AssumedRoleArn;
import dev.glasstrail.trail.Principal;
import dev.glasstrail.trail.SessionContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A session while it is being put together.
final class Draft {

    final SessionKey key;
    final Identity identity;
    final List<Act> acts = new ArrayList<>();
    final List<Opening> openings = new ArrayList<>();
    @Nullable Draft parent;

    /// Whose powers the session has.
    ///
    /// @param kind tells a role from a user and root
    /// @param arn with the role's path where any record gives it
    record Identity(Kind kind, String arn, String name) {}

    /// The kinds of glass.
    enum Kind {
        ROLE,
        USER,
        ROOT
    }

    Draft(SessionKey key, Identity identity) {
        this.key = key;
        this.identity = identity;
    }

    /// The identity behind a principal.
    static Identity identityOf(Principal principal) {
        Principal.Identity identity = principal.identity();
        return switch (principal) {
            case Principal.RoleSession session ->
                    new Identity(Kind.ROLE, session.roleArn(), session.roleName());
            case Principal.Root _ -> new Identity(Kind.ROOT, identity.arn(), "root");
            case Principal.Federated federated -> {
                SessionContext.Issuer issuer = federated.context().issuer();
                yield new Identity(Kind.USER, issuer.arn(), issuer.name());
            }
            case Principal.User _,
                    Principal.External _,
                    Principal.IdentityCenterUser _,
                    Principal.OtherAccount _,
                    Principal.Service _,
                    Principal.Unrecognised _ ->
                    new Identity(Kind.USER, identity.arn(), identity.userName());
        };
    }

    /// The account that a principal acts in.
    static String accountOf(Principal principal) {
        String account = principal.identity().accountId();
        return account.isEmpty()
                ? AssumedRoleArn.parse(principal.identity().arn()).account()
                : account;
    }

    /// The arn of whose powers these are, with the role's path if any record gives it.
    String powersArn() {
        if (identity.kind() != Kind.ROLE) {
            return identity.arn();
        }
        return Stream.of(
                        Stream.of(identity.arn()),
                        openings.stream().map(opening -> opening.target().arn()),
                        acts.stream()
                                .map(act -> act.event().principal())
                                .filter(Principal.RoleSession.class::isInstance)
                                .map(principal -> ((Principal.RoleSession) principal).roleArn()))
                .flatMap(Function.identity())
                .max(Comparator.comparingInt(String::length).thenComparing(arn -> arn))
                .orElseThrow();
    }

    /// The name that the caller chose: the end of the arn, or of the principalId where the arn has
    /// none; `""` for a user or root.
    String sessionName() {
        AssumedRoleArn arn = AssumedRoleArn.parse(key.arn());
        int colon = key.principalId().indexOf(':');
        return arn.session().isEmpty() && arn.isOne() && colon >= 0
                ? key.principalId().substring(colon + 1)
                : arn.session();
    }

    Optional<Instant> lastAct() {
        return acts.stream().map(act -> act.event().call().time()).max(Instant::compareTo);
    }

    Set<String> usedKeys() {
        Set<String> keys = new TreeSet<>();
        for (Act act : acts) {
            String used = act.event().principal().identity().accessKeyId();
            if (!used.isEmpty()) {
                keys.add(used);
            }
        }
        return keys;
    }

    /// The openings with those first whose key the session used: of several callers in one second
    /// it is theirs.
    List<Opening> openingsUsedFirst() {
        Set<String> used = usedKeys();
        return openings.stream()
                .sorted(
                        Comparator.comparing((Opening opening) ->
                                !used.contains(opening.issued().accessKeyId())))
                .toList();
    }

    /// Puts everything in order, each call once: two accounts may have recorded it, or a copy may
    /// lack its account.
    void settle() {
        openings.sort(Opening.ORDER);
        acts.sort(
                Comparator.comparing((Act act) ->
                                !act.event().key().recipientAccountId().equals(key.account()))
                        .thenComparing(Act.ORDER));
        Set<String> seen = new HashSet<>();
        acts.removeIf(act -> {
            String shared = act.event().links().sharedEventId();
            boolean again = !shared.isEmpty() && !seen.add("shared " + shared);
            return !seen.add("event " + act.event().key().eventId()) || again;
        });
        acts.sort(Act.ORDER);
    }

    /// Whether this is `other` or hangs below it.
    boolean isBelow(Draft other) {
        for (Draft at = this; at != null; at = at.parent) {
            if (at == other) {
                return true;
            }
        }
        return false;
    }
}
