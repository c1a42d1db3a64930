package dev.glasstrail.report;

import dev.glasstrail.session.Person;
import dev.glasstrail.session.Person.Evidence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The company's own directory: who the people behind the ids in the records are.
///
/// It adds an address, and a name where the records have none but an id; it never takes the place
/// of evidence. A name that the caller chose is not looked up.
public final class Directory {

    /// Knows nobody.
    public static final Directory EMPTY = new Directory(List.of());

    private static final Pattern USER_ARN =
            Pattern.compile("arn:[^:]*:iam::([0-9]{12}):user/(?:.*/)?([^/]+)");
    private static final Set<Evidence> CHOSEN =
            Set.of(
                    Evidence.SOURCE_IDENTITY,
                    Evidence.CALLING_SESSION_NAME,
                    Evidence.SESSION_NAME,
                    Evidence.NOBODY);

    private final Map<String, Entry> entries = new HashMap<>();
    private final int size;

    /// @param people of two with the same key the first counts
    public Directory(List<Entry> people) {
        people.forEach(entry -> entries.putIfAbsent(key(entry), entry));
        size = entries.size();
    }

    /// One person.
    ///
    /// @param userId of Identity Center, or the ARN of an IAM user; `""` for somebody whom a SAML
    ///   or web identity provider vouches for by name
    /// @param userName `""` where it is not known
    /// @param email `""` where there is none
    public record Entry(String userId, String userName, String email) {

        public Entry {
            if (userId.isBlank() && userName.isBlank()) {
                throw new IllegalArgumentException(
                        "a person has neither a userId nor a userName; give one of them");
            }
        }
    }

    /// How many people it knows.
    public int size() {
        return size;
    }

    PersonRow row(Person person) {
        Entry entry = entry(person);
        String userId = person.userId().isEmpty() ? null : person.userId();
        if (entry == null) {
            return new PersonRow(
                    Masked.text(person.name()), userId, null, person.evidence().toString());
        }
        boolean isNameless = person.name().equals(person.userId()) && !entry.userName().isEmpty();
        return new PersonRow(
                Masked.text(isNameless ? entry.userName() : person.name()),
                userId,
                entry.email().isEmpty() ? null : entry.email(),
                person.evidence().toString());
    }

    private @Nullable Entry entry(Person person) {
        if (!person.userId().isEmpty()) {
            return entries.get("id " + person.userId());
        }
        if (CHOSEN.contains(person.evidence())) {
            return null;
        }
        return entries.get(person.realm() + ": " + person.name());
    }

    private static String key(Entry entry) {
        Matcher user = USER_ARN.matcher(entry.userId());
        if (user.matches()) {
            return "user of " + user.group(1) + ": " + user.group(2);
        }
        return entry.userId().isEmpty()
                ? "vouched for: " + entry.userName()
                : "id " + entry.userId();
    }
}
