package dev.glasstrail.trail;

import java.util.Map;
import java.util.Set;

/// What a stage needs of the trail.
///
/// A source hands on a record if any need of the request wants it, and may narrow its reading by
/// the needs: superset in, exact records out. A source that cannot satisfy a need says so in its
/// [Reading]. Three scans are enough, whatever the depth of a chain: first the needs that name no
/// derived identity, then [DerivedActions], then what asks about things that were made.
public sealed interface Need {

    /// Whether a record is wanted.
    boolean wants(TrailEvent event);

    /// Every event that issues credentials or signs somebody in, granted or refused, of any
    /// identity: all those not asked for by an AWS service, and those for a watched identity
    /// whoever asked. With them, Identity Center's own records of who went where.
    record Openings(Watch watch) implements Need {
        @Override
        public boolean wants(TrailEvent event) {
            return OpeningCalls.isSignInOrPortal(event)
                    || (OpeningCalls.issuesCredentials(event)
                            && (!(event.principal() instanceof Principal.Service)
                                    || OpeningCalls.names(watch, event)));
        }
    }

    /// What the watched identities did, with the records of role sessions that do not name their
    /// issuer.
    record WatchedActions(Watch watch) implements Need {
        @Override
        public boolean wants(TrailEvent event) {
            return watch.watches(event.principal())
                    || (event.principal() instanceof Principal.RoleSession session
                            && session.context().issuer().arn().isEmpty());
        }
    }

    /// What identities did that a watched one opened or made.
    ///
    /// @param arns of role sessions and federated users
    /// @param accessKeyIds keys that were issued or made
    record DerivedActions(Set<String> arns, Set<String> accessKeyIds) implements Need {

        public DerivedActions {
            arns = Set.copyOf(arns);
            accessKeyIds = Set.copyOf(accessKeyIds);
        }

        @Override
        public boolean wants(TrailEvent event) {
            Principal.Identity identity = event.principal().identity();
            return arns.contains(identity.arn()) || accessKeyIds.contains(identity.accessKeyId());
        }
    }

    /// Changes to what watches the glass, whoever made them, refused ones too: trails, alert rules
    /// and their targets, log buckets.
    record GuardTouches() implements Need {
        @Override
        public boolean wants(TrailEvent event) {
            return GuardCalls.touches(event);
        }
    }

    /// Records that an alert rule's pattern may match.
    ///
    /// @param eventNames names by event source; an empty set stands for every name of that source
    record RuleMatches(Map<String, Set<String>> eventNames) implements Need {

        public RuleMatches {
            eventNames = Map.copyOf(eventNames);
        }

        @Override
        public boolean wants(TrailEvent event) {
            Set<String> names = eventNames.get(event.call().source());
            return names != null && (names.isEmpty() || names.contains(event.call().name()));
        }
    }

    /// What touched, used or undid things that a session made, by the names of those things.
    record Touches(Set<String> resources) implements Need {

        public Touches {
            resources = Set.copyOf(resources);
        }

        @Override
        public boolean wants(TrailEvent event) {
            return Mentions.anyOf(event, resources);
        }
    }

    /// Who changed a resource before a session did.
    record EarlierChangers(Set<String> resources) implements Need {

        public EarlierChangers {
            resources = Set.copyOf(resources);
        }

        @Override
        public boolean wants(TrailEvent event) {
            return event.call().access() != Call.Access.READ && Mentions.anyOf(event, resources);
        }
    }

    /// CloudTrail's own starts, stops and changes of selection, which explain holes in the logs.
    record TrailChanges() implements Need {
        @Override
        public boolean wants(TrailEvent event) {
            return event.call().source().equals("cloudtrail.amazonaws.com")
                    && event.call().access() != Call.Access.READ;
        }
    }
}
