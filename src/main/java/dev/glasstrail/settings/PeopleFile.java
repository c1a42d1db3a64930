package dev.glasstrail.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads who the people are: what `aws identitystore list-users` printed, or a CSV whose first line
/// is `userId,userName,email`.
public final class PeopleFile {

    private static final String HEAD = "userid,username,email";

    private PeopleFile() {}

    /// One person.
    ///
    /// @param userId of Identity Center, or the ARN of an IAM user; `""` where only the name is
    ///   given
    /// @param userName `""` where it is not given
    /// @param email `""` where there is none
    public record Person(String userId, String userName, String email) {

        public Person {
            if (userId.isBlank() && userName.isBlank()) {
                throw new IllegalArgumentException(
                        "a person has neither a userId nor a userName; give one of them");
            }
        }
    }

    /// Reads the file.
    ///
    /// @param file where it lies
    /// @param name how the person named it, for messages
    /// @throws SettingsException with every problem by line
    public static List<Person> read(Path file, String name) throws SettingsException {
        String text = text(file, name);
        String start = text.stripLeading();
        return start.startsWith("{") || start.startsWith("[")
                ? ofJson(text, name)
                : ofCsv(text, name);
    }

    private static String text(Path file, String name) throws SettingsException {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            String text = UTF_8.newDecoder().decode(bytes).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (NoSuchFileException e) {
            throw refusal(name, 1, "there is no such file of people; name one in people.file");
        } catch (CharacterCodingException e) {
            throw refusal(name, 1, "the file of people is not UTF-8; save it as UTF-8");
        } catch (IOException e) {
            throw refusal(name, 1, "the file of people cannot be read (%s); check it".formatted(e));
        }
    }

    private static List<Person> ofJson(String text, String name) throws SettingsException {
        JsonNode users;
        try {
            JsonNode root = new ObjectMapper().readTree(text);
            users = root.isArray() ? root : root.path("Users");
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw refusal(
                    name, line, "this is broken JSON; save what list-users printed once more");
        }
        if (!users.isArray()) {
            throw refusal(
                    name, 1, "there is no array Users; save what identitystore list-users printed");
        }
        List<Person> people = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (JsonNode user : users) {
            String id = user.path("UserId").asText("");
            if (id.isBlank()) {
                problems.add(
                        new Problem(
                                name,
                                1,
                                "user %d has no UserId; save what list-users printed once more"
                                        .formatted(people.size() + problems.size() + 1)));
            } else {
                people.add(
                        new Person(
                                id, user.path("UserName").asText(""), email(user.path("Emails"))));
            }
        }
        return complete(people, problems);
    }

    /// The primary address, else the first.
    private static String email(JsonNode emails) {
        for (JsonNode email : emails) {
            if (email.path("Primary").asBoolean()) {
                return email.path("Value").asText("");
            }
        }
        return emails.path(0).path("Value").asText("");
    }

    private static List<Person> ofCsv(String text, String name) throws SettingsException {
        List<String> lines = text.lines().toList();
        String head = lines.isEmpty() ? "" : lines.getFirst();
        if (!head.replace(" ", "").replace("\"", "").toLowerCase(Locale.ROOT).equals(HEAD)) {
            throw refusal(
                    name,
                    1,
                    "the first line is \"%s\"; give userId,userName,email, or what list-users printed"
                            .formatted(head));
        }
        List<Person> people = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (int at = 1; at < lines.size(); at++) {
            if (!lines.get(at).isBlank()) {
                try {
                    people.add(person(lines.get(at)));
                } catch (IllegalArgumentException e) {
                    problems.add(new Problem(name, at + 1, String.valueOf(e.getMessage())));
                }
            }
        }
        return complete(people, problems);
    }

    private static Person person(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != 3) {
            throw new IllegalArgumentException(
                    "a person has %d values; give three, none with a comma in it"
                            .formatted(cells.length));
        }
        return new Person(plain(cells[0]), plain(cells[1]), plain(cells[2]));
    }

    private static String plain(String cell) {
        String bare = cell.strip();
        boolean isQuoted = bare.length() >= 2 && bare.startsWith("\"") && bare.endsWith("\"");
        return isQuoted ? bare.substring(1, bare.length() - 1) : bare;
    }

    private static List<Person> complete(List<Person> people, List<Problem> problems)
            throws SettingsException {
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return people;
    }

    private static SettingsException refusal(String name, int line, String text) {
        return new SettingsException(List.of(new Problem(name, line, text)));
    }
}
