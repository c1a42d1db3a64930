package dev.glasstrail.session;

import dev.glasstrail.trail.AssumedRoleArn;
import dev.glasstrail.trail.GuardCalls;
import dev.glasstrail.trail.OpeningCalls;
import dev.glasstrail.trail.Principal;
import dev.glasstrail.trail.TrailEvent;
import dev.glasstrail.trail.TrailEvent.EventKey;
import dev.glasstrail.trail.TrailSource;
import dev.glasstrail.trail.Watch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Takes the records of the scans, each once, and keeps of each only what may be needed.
///
/// Copies share eventID and recipientAccountId. Copies that say different things cannot both be
/// CloudTrail's: the one with the smaller fingerprint is kept, so that the order of reading does
/// not matter, and the event is named in [Records#conflicting].
public final class Intake implements TrailSource.Sink {

    private static final Set<String> SIGN_INS =
            Set.of("ConsoleLogin", "AuthorizeOAuth2Access", "CreateOAuth2Token");

    private final Watch watch;
    private final Map<EventKey, Kept> kept = new HashMap<>();
    private final Names names = new Names();
    private final List<EventKey> conflicting = new ArrayList<>();
    private Derivation derivation = Derivation.NOTHING;
    private int scan = 1;
    private long copies;

    /// One record, in as many roles as it plays.
    ///
    /// @param scan the scan that first gave it; a later scan's sight of it is no further copy
    /// @param fingerprint of everything that was read of it
    private record Kept(
            int scan,
            long fingerprint,
            @Nullable Opening opening,
            @Nullable PortalVisit visit,
            @Nullable TrailEvent act,
            @Nullable TrailEvent guardTouch) {

        /// With the roles that the record plays only since the second scan.
        Kept joinedBy(Kept later) {
            return new Kept(
                    scan,
                    fingerprint,
                    later.opening != null ? later.opening : opening,
                    visit != null ? visit : later.visit,
                    act != null ? act : later.act,
                    guardTouch != null ? guardTouch : later.guardTouch);
        }

        Kept firstGivenBy(int earlier) {
            return new Kept(earlier, fingerprint, opening, visit, act, guardTouch);
        }
    }

    public Intake(Watch watch) {
        this.watch = watch;
    }

    /// From now on records of these identities are kept too: the second scan begins.
    public void alsoKeep(Derivation derived) {
        derivation = derived;
        scan++;
    }

    @Override
    public void accept(TrailEvent event) {
        @Nullable Opening opening =
                OpeningReader.read(event)
                        .filter(this::mayMatter)
                        .map(this::asMuchAsNeeded)
                        .orElse(null);
        @Nullable PortalVisit visit = PortalVisit.read(event).orElse(null);
        @Nullable TrailEvent act = isAct(event) && !isRefusedSwitch(event) ? event.kept() : null;
        @Nullable TrailEvent guardTouch = GuardCalls.touches(event) ? event.kept() : null;
        if (opening == null && visit == null && act == null && guardTouch == null) {
            return;
        }
        keep(
                event.key(),
                new Kept(
                        scan,
                        Sha256.number(SameRecord.text(event)),
                        opening,
                        visit,
                        act,
                        guardTouch));
    }

    private void keep(EventKey key, Kept candidate) {
        Kept present = kept.putIfAbsent(key, candidate);
        if (present == null) {
            return;
        }
        copies += present.scan() == scan ? 1 : 0;
        if (present.fingerprint() == candidate.fingerprint()) {
            kept.put(key, present.joinedBy(candidate));
            return;
        }
        conflicting.add(key);
        if (candidate.fingerprint() < present.fingerprint()) {
            kept.put(key, candidate.firstGivenBy(present.scan()));
        }
    }

    /// Everything that was kept, in an order that does not depend on how it came.
    public Records records() {
        List<Opening> openings = new ArrayList<>();
        List<PortalVisit> visits = new ArrayList<>();
        List<TrailEvent> acts = new ArrayList<>();
        List<TrailEvent> guardTouches = new ArrayList<>();
        for (Kept record : kept.values()) {
            addIfPresent(record.opening(), openings);
            addIfPresent(record.visit(), visits);
            addIfPresent(record.act(), acts);
            addIfPresent(record.guardTouch(), guardTouches);
        }
        openings.sort(Opening.ORDER);
        visits.sort(PortalVisit.ORDER);
        acts.sort(Records.BY_TIME);
        guardTouches.sort(Records.BY_TIME);
        return new Records(
                openings,
                visits,
                acts,
                guardTouches,
                kept.size(),
                copies,
                conflicting.stream().distinct().sorted().toList());
    }

    private static <T> void addIfPresent(@Nullable T value, List<T> values) {
        if (value != null) {
            values.add(value);
        }
    }

    /// Whatever was granted may turn out to belong to a chain; a refusal concerns the glass or
    /// nobody.
    private boolean mayMatter(Opening opening) {
        if (opening.granted()) {
            return !(opening.caller() instanceof Principal.Service)
                    || Glasses.opens(watch, opening);
        }
        return Glasses.opens(watch, opening);
    }

    /// Most openings of a trail concern nobody but may yet turn out to be a link of a chain, and
    /// one of a chain comes again with the second scan.
    private Opening asMuchAsNeeded(Opening opening) {
        boolean concernsGlass =
                Glasses.opens(watch, opening)
                        || watch.watches(opening.caller())
                        || derivation.covers(opening.caller());
        return concernsGlass ? opening : opening.slim(names);
    }

    private boolean isAct(TrailEvent event) {
        Principal principal = event.principal();
        if (isSignInOfUser(event)) {
            return false;
        }
        return watch.watches(principal)
                || derivation.covers(principal)
                || (principal instanceof Principal.RoleSession session
                        && session.context().issuer().arn().isEmpty()
                        && AssumedRoleArn.parse(principal.identity().arn()).isOne());
    }

    /// A switch of role that was refused names the session that it did not make.
    private static boolean isRefusedSwitch(TrailEvent event) {
        return event.call().name().equals("SwitchRole")
                && OpeningReader.read(event).filter(opening -> !opening.granted()).isPresent();
    }

    /// A user's sign-in is an opening and nothing else; a role session's is also something it did.
    private static boolean isSignInOfUser(TrailEvent event) {
        return OpeningCalls.isSignInOrPortal(event)
                && !(event.principal() instanceof Principal.RoleSession)
                && SIGN_INS.contains(event.call().name());
    }
}
