package dev.glasstrail.session;

import dev.glasstrail.session.Draft.Kind;
import dev.glasstrail.trail.Watch;
import dev.glasstrail.window.AuditWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/// Drafts to sessions and to openings that were never used.
final class FairCopy {

    /// A user's or root's console session lives twelve hours, temporary credentials of a user
    /// thirty-six.
    private static final Duration LONGEST_LIFE_OF_USER = Duration.ofHours(36);

    private static final Duration LONGEST_LIFE_OF_ROLE = Duration.ofHours(12);

    private final Watch watch;
    private final AuditWindow window;
    private final Instant asOf;
    private final PortalVisits portal;
    private final Persons persons;

    FairCopy(Watch watch, AuditWindow window, Instant asOf, PortalVisits portal, Persons persons) {
        this.watch = watch;
        this.window = window;
        this.asOf = asOf;
        this.portal = portal;
        this.persons = persons;
    }

    GlassSession session(Draft draft) {
        Set<String> unusedKeys = new TreeSet<>();
        for (Opening opening : draft.openings) {
            unusedKeys.add(opening.issued().accessKeyId());
        }
        unusedKeys.remove("");
        unusedKeys.removeAll(draft.usedKeys());
        int depth = 0;
        for (Draft at = draft.parent; at != null; at = at.parent) {
            depth++;
        }
        return new GlassSession(
                draft.key.id(),
                powers(draft),
                draft.key.arn(),
                draft.key.principalId(),
                persons.of(draft),
                new GlassSession.Entry(
                        Channel.of(draft, portal), draft.openings, unusedKeys, draft.sessionName()),
                draft.acts,
                new GlassSession.Tree(parentId(draft), depth),
                life(draft));
    }

    private GlassSession.Powers powers(Draft draft) {
        return new GlassSession.Powers(
                draft.key.account(),
                draft.powersArn(),
                draft.identity.name(),
                Glasses.label(draft.identity.name()),
                Chains.isWatched(draft, watch));
    }

    NeverUsed neverUsed(Draft draft) {
        return new NeverUsed(
                draft.key.id(),
                powers(draft),
                persons.of(draft),
                Channel.of(draft, portal),
                draft.openings,
                parentId(draft),
                latestEnd(draft, expiry(draft)).isAfter(asOf));
    }

    private static String parentId(Draft draft) {
        return draft.parent == null ? "" : draft.parent.key.id();
    }

    private GlassSession.Life life(Draft draft) {
        Expiry expires = expiry(draft);
        return new GlassSession.Life(
                draft.key.created(),
                expires,
                latestEnd(draft, expires).isAfter(asOf),
                draft.key.created().isBefore(window.from()));
    }

    /// When the last of the credentials end.
    private static Expiry expiry(Draft draft) {
        Expiry expires = Expiry.UNKNOWN;
        for (Opening opening : draft.openings) {
            if (opening.issued().expires() instanceof Expiry.At at
                    && (!(expires instanceof Expiry.At known) || at.time().isAfter(known.time()))) {
                expires = at;
            }
        }
        return expires;
    }

    private static Instant latestEnd(Draft draft, Expiry expires) {
        if (!draft.key.longTermKey().isEmpty()) {
            return draft.lastAct().orElse(draft.key.created()).plus(Grouping.REST);
        }
        Duration longest =
                draft.identity.kind() == Kind.ROLE ? LONGEST_LIFE_OF_ROLE : LONGEST_LIFE_OF_USER;
        return switch (expires) {
            case Expiry.At at -> at.time();
            case Expiry.Unknown _ -> draft.key.created().plus(longest);
        };
    }
}
