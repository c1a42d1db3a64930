package dev.glasstrail.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/// Reads settings from a YAML file and tells everything that is wrong with it at once.
public final class SettingsFile {

    private SettingsFile() {}

    /// Reads a file.
    ///
    /// @param file where it lies
    /// @param name how the person named it, for messages
    /// @param environment for `${ENV:NAME}`
    /// @throws SettingsException with every problem by line; a file that cannot be read has one
    public static Settings read(Path file, String name, Map<String, String> environment)
            throws SettingsException {
        try {
            byte[] bytes = Files.readAllBytes(file);
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return parse(text, name, environment, FormerKeys.OF_EARLIER_VERSIONS);
        } catch (NoSuchFileException e) {
            throw refusal(name, 1, "there is no such settings file; name one that exists");
        } catch (CharacterCodingException e) {
            throw refusal(name, 1, "the file is not UTF-8; save it as UTF-8");
        } catch (IOException e) {
            throw refusal(name, 1, "the file cannot be read (%s); check it".formatted(e));
        }
    }

    static Settings parse(
            String text, String name, Map<String, String> environment, FormerKeys formerKeys)
            throws SettingsException {
        Page page = new Page(name, formerKeys);
        Settings settings =
                Group.top(page, new References(environment), compose(text, name))
                        .read(SettingsFile::settings);
        if (!page.problems().isEmpty()) {
            throw new SettingsException(page.problems());
        }
        return settings;
    }

    /// Every key that a file can have, in the order of the tree.
    static SequencedSet<String> keys() {
        Page page = new Page("", FormerKeys.OF_EARLIER_VERSIONS);
        Group.top(page, new References(Map.of()), null).read(SettingsFile::settings);
        return page.keys();
    }

    private static Settings settings(Group file) {
        return new Settings(
                file.group("glass", SettingsFile::glass),
                file.group("source", SourceGroup::read),
                file.group("aws", SettingsFile::aws),
                file.group("alarm", AlarmGroup::read),
                file.group("people", SettingsFile::people),
                file.group("window", SettingsFile::window),
                file.group("report", SettingsFile::report));
    }

    private static GlassSettings glass(Group group) {
        GlassSettings otherwise = GlassSettings.DEFAULTS;
        return new GlassSettings(
                group.list("roles", otherwise.roles(), Values::pattern),
                group.list("users", otherwise.users(), Values::pattern),
                group.value("root", otherwise.root(), Values::flag),
                group.list("accounts", otherwise.accounts(), Values::account));
    }

    private static AwsSettings aws(Group group) {
        AwsSettings otherwise = AwsSettings.DEFAULTS;
        return new AwsSettings(
                group.value("region", otherwise.region(), Values::region),
                group.value("profile", otherwise.profile(), Values::filled),
                group.value("role", otherwise.role(), Values::roleArn),
                group.value("reader", otherwise.reader(), Values::rolePath),
                group.value("external-id", otherwise.externalId(), Values::externalId),
                group.group("endpoints", SettingsFile::endpoints));
    }

    private static AwsSettings.Endpoints endpoints(Group group) {
        return new AwsSettings.Endpoints(
                group.value("athena", "", Values::url),
                group.value("cloudtrail", "", Values::url),
                group.value("events", "", Values::url),
                group.value("monitoring", "", Values::url),
                group.value("s3", "", Values::url),
                group.value("sts", "", Values::url));
    }

    private static PeopleSettings people(Group group) {
        return new PeopleSettings(
                group.<@Nullable Path>value("file", PeopleSettings.DEFAULTS.file(), Values::path));
    }

    private static WindowSettings window(Group group) {
        return new WindowSettings(
                group.value("settle", WindowSettings.DEFAULTS.settle(), Values::settle));
    }

    private static ReportSettings report(Group group) {
        ReportSettings otherwise = ReportSettings.DEFAULTS;
        return new ReportSettings(
                group.value("out", otherwise.out(), Values::path),
                group.value("job", otherwise.job(), Values::folderName),
                group.some(
                        "formats",
                        otherwise.formats(),
                        Values.choice(ReportSettings.Format.class)));
    }

    private static @Nullable Node compose(String text, String name) throws SettingsException {
        String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
        LoaderOptions options = new LoaderOptions();
        try {
            return new Yaml(new SafeConstructor(options)).compose(new StringReader(withoutMark));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw refusal(name, line, notYaml(e.getProblem()));
        } catch (YAMLException e) {
            throw refusal(name, 1, notYaml(e.getMessage()));
        }
    }

    private static String notYaml(@Nullable String why) {
        String line = String.valueOf(why).lines().findFirst().orElse("");
        return "this is not YAML: " + line + "; compare it with config/glasstrail.example.yaml";
    }

    private static SettingsException refusal(String name, int line, String text) {
        return new SettingsException(List.of(new Problem(name, line, text)));
    }
}
