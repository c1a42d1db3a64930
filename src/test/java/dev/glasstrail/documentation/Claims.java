package dev.glasstrail.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Checks what one document says about the repository. Complaints come in the order of the text.
final class Claims {

    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern BLOCK = Pattern.compile("(?s)```sh\n(.*?)```");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");
    private static final Pattern TREE_PATH =
            Pattern.compile("(?:src|config|reports|queries|\\.ci)/[\\w./-]*[\\w/]");
    private static final Pattern TOP_FILE = Pattern.compile("[A-Z]+\\.md|pom\\.xml|LICENSE");
    private static final Pattern TYPE = Pattern.compile("[A-Z]\\w*[a-z]\\w*");
    private static final Pattern PROFILE = Pattern.compile("-P([\\w-]+)");
    private static final Pattern TEST = Pattern.compile("-Dtest=(\\w+)");
    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*");

    /// Types of Java and the libraries that the documents speak of.
    private static final Set<String> FOREIGN_TYPES =
            Set.of("Optional", "Clock", "Instant", "PdfContentByte");

    private final Path root;
    private final Function<String, String> helpOf;
    private final List<String> complaints = new ArrayList<>();

    /// @param root of the repository
    /// @param helpOf the help text of a subcommand; `""` where there is no such command
    Claims(Path root, Function<String, String> helpOf) {
        this.root = root;
        this.helpOf = helpOf;
    }

    /// What is wrong in a document.
    List<String> check(Path document) throws IOException {
        String text = Files.readString(document);
        Path folder = document.toAbsolutePath().getParent();
        for (String target : found(LINK, text)) {
            if (folder == null || !Files.exists(folder.resolve(target))) {
                complaints.add("the link " + target + " leads nowhere");
            }
        }
        boolean aboutCode = document.toString().contains("docs");
        for (String code : found(CODE, BLOCK.matcher(text).replaceAll(""))) {
            checkCode(code, aboutCode);
        }
        for (String block : found(BLOCK, text)) {
            block.lines().forEach(this::checkCommand);
        }
        return complaints;
    }

    private void checkCode(String code, boolean aboutCode) throws IOException {
        boolean path = TREE_PATH.matcher(code).matches() && !isMadeByARun(code);
        if ((path || TOP_FILE.matcher(code).matches()) && !Files.exists(root.resolve(code))) {
            complaints.add("there is no file " + code);
        }
        if (aboutCode && TYPE.matcher(code).matches() && !isType(code)) {
            complaints.add("there is no type " + code);
        }
        checkCommand(code);
    }

    private void checkCommand(String line) {
        String command = line.replaceAll("\\s+#.*", "");
        if (command.startsWith("mvn ")) {
            checkMaven(command);
        } else if (command.startsWith("./glasstrail ") || command.startsWith("glasstrail ")) {
            checkGlasstrail(command);
        }
    }

    private void checkMaven(String command) {
        String pom = read(root.resolve("pom.xml"));
        for (String profile : found(PROFILE, command)) {
            if (!pom.contains("<id>" + profile + "</id>")) {
                complaints.add("there is no profile " + profile + ": " + command);
            }
        }
        for (String test : found(TEST, command)) {
            if (!isType(test)) {
                complaints.add("there is no test " + test + ": " + command);
            }
        }
    }

    private void checkGlasstrail(String command) {
        String subcommand = command.split("\\s+", -1)[1];
        String help = helpOf.apply(subcommand);
        if (help.isEmpty()) {
            complaints.add("there is no command " + subcommand + ": " + command);
            return;
        }
        for (String option : found(OPTION, command)) {
            if (!Pattern.compile(option + "\\b(?!-)").matcher(help).find()) {
                complaints.add(subcommand + " has no option " + option + ": " + command);
            }
        }
    }

    private boolean isType(String name) {
        if (FOREIGN_TYPES.contains(name)) {
            return true;
        }
        try (Stream<Path> files = Files.walk(root.resolve("src"))) {
            return files.anyMatch(file -> file.endsWith(name + ".java"));
        } catch (IOException e) {
            throw new AssertionError("cannot list the sources below " + root, e);
        }
    }

    private static boolean isMadeByARun(String path) {
        return path.startsWith("reports/out") || path.equals("config/glasstrail.yaml");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError("cannot read " + file, e);
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) ->
                        match.groupCount() == 0 ? match.group() : match.group(1))
                .toList();
    }
}
