package dev.glasstrail.session;

/// The person behind a session, as well as the records tell.
///
/// @param name as recorded; `unknown` where nothing names anybody
/// @param userId the Identity Center user id, which never changes; `""` where none is recorded
/// @param realm where the name means this person: two accounts may each have a user `admin`, and a
///   name that the caller chose is nobody's
/// @param evidence how the name is known
public record Person(String name, String userId, String realm, Evidence evidence) {

    private static final String CHOSEN = "chosen by the caller";

    /// A person whose name means the same in every account.
    Person(String name, String userId, Evidence evidence) {
        this(name, userId, realmOf(evidence), evidence);
    }

    /// How a person's name is known, best evidence first.
    public enum Evidence {
        IDENTITY_CENTER("Identity Center user id in the session's records"),
        PORTAL("Identity Center portal record of that time, account and permission set"),
        SAML("SAML subject of the opening"),
        WEB_IDENTITY("web identity subject of the opening"),
        USER("IAM user name"),
        CALLER("IAM user who asked for the credentials"),
        CHAIN("first session of the chain"),
        CALLING_SESSION("the calling role session's own opening"),
        SOURCE_IDENTITY("source identity set when the credentials were asked for"),
        SERVICE("AWS service, no person is recorded"),
        ROOT("root user, no person is recorded"),
        CALLING_SESSION_NAME("session name of the calling role session"),
        SESSION_NAME("session name only"),
        NOBODY("nothing in the records names a person");

        private final String words;

        Evidence(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /// What tells persons apart: the user id where there is one, else the name in its realm.
    public String key() {
        return userId.isEmpty() ? realm + ": " + name : "id " + userId;
    }

    Person because(Evidence other) {
        return new Person(name, userId, realm, other);
    }

    private static String realmOf(Evidence evidence) {
        return switch (evidence) {
            case SOURCE_IDENTITY, CALLING_SESSION_NAME, SESSION_NAME, NOBODY -> CHOSEN;
            case IDENTITY_CENTER,
                    PORTAL,
                    SAML,
                    WEB_IDENTITY,
                    USER,
                    CALLER,
                    CHAIN,
                    CALLING_SESSION,
                    SERVICE,
                    ROOT ->
                    "vouched for";
        };
    }
}
