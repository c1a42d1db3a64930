package dev.glasstrail.session;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/// One session of a glass, or one that a glass opened.
///
/// @param id first 16 hexadecimal digits of a SHA-256 over the session key
/// @param powers whose they are
/// @param arn the session's own
/// @param principalId as recorded
/// @param person who is behind it, and how that is known
/// @param entry how it was entered
/// @param acts what it did, by time; at least one
/// @param tree where it hangs
/// @param life when it ran
public record GlassSession(
        String id,
        Powers powers,
        String arn,
        String principalId,
        Person person,
        Entry entry,
        List<Act> acts,
        Tree tree,
        Life life) {

    public GlassSession {
        acts = List.copyOf(acts);
    }

    /// Whose powers a session has.
    ///
    /// @param account that the session acts in
    /// @param arn of the role with its path where a record gives it; of the user or root otherwise
    /// @param name role or user name; `root` for root
    /// @param glass what people call it: the permission set where there is one, else the name
    /// @param watched false where the session is here because a watched one opened it
    public record Powers(String account, String arn, String name, String glass, boolean watched) {}

    /// How a session was entered.
    ///
    /// @param openings by time; empty where none is in the data
    /// @param unusedKeys keys that the openings issued and no action carries, ascending
    /// @param sessionName as the caller chose it
    public record Entry(
            Channel channel, List<Opening> openings, Set<String> unusedKeys, String sessionName) {

        public Entry {
            openings = List.copyOf(openings);
        }
    }

    /// Where a session hangs.
    ///
    /// @param parentId the session that opened it; `""` for a first one
    /// @param depth 0 for a first session
    public record Tree(String parentId, int depth) {}

    /// When a session ran. UTC.
    ///
    /// @param created creationDate, or first record
    /// @param expires when the openings' answers say that the credentials end
    /// @param open it could still run at the time of the report
    /// @param carried begun before the window: listed, not counted again
    public record Life(Instant created, Expiry expires, boolean open, boolean carried) {}

    /// Whether an opening's credentials were seen in use, as well as the keys can tell.
    public boolean used(Opening opening) {
        if (entry.openings().size() == 1) {
            return true;
        }
        String key = opening.issued().accessKeyId();
        boolean someKeyIsUsed =
                entry.openings().stream()
                        .map(other -> other.issued().accessKeyId())
                        .anyMatch(issued ->
                                !issued.isEmpty() && !entry.unusedKeys().contains(issued));
        return key.isEmpty() || !someKeyIsUsed || !entry.unusedKeys().contains(key);
    }
}
