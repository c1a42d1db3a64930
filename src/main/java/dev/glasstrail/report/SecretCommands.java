package dev.glasstrail.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Masks passwords on command lines whose option does not say so: `mysql -p…`, `curl -u name:…`,
/// `echo … | passwd --stdin`.
final class SecretCommands {

    /// Between two arguments; a line may go on after a backslash.
    private static final String GAP = "(?:[ \\t]|\\\\\\r?\\n){1,8}+";

    /// One argument of a shell command, with its quotation marks.
    private static final String ARGUMENT =
            "(?:(?:[^\\s|;&<>\"'\\\\]++|\\\\[^\\n]|\"[^\"\\n]{0,500}+\"|'[^'\\n]{0,500}+'){1,40}+"
                    + "|[\"'][^\\n]{1,500}+)";

    private static final String NEW_SECRET = "(?!\\*{3}(?!\\*))(?<secret>" + ARGUMENT + ")";

    /// How a password follows its option.
    private enum Place {
        ATTACHED,
        APART,
        EITHER,
        /// Attached or apart, before the program's first word.
        AT_ONCE,
        /// After a user name and a colon.
        AFTER_USER
    }

    private static final List<Tool> TOOLS =
            List.of(
                    new Tool("(?:mysql|mariadb|mycli)[\\w.-]{0,20}+", "-p", Place.ATTACHED),
                    new Tool("7z\\w?", "-p", Place.ATTACHED),
                    new Tool("sshpass", "-p", Place.AT_ONCE),
                    new Tool("mongo\\w{0,10}+", "-p", Place.APART),
                    new Tool("redis-cli", "-a", Place.APART),
                    new Tool("ldap\\w{2,10}+", "-w", Place.APART),
                    new Tool("sqlcmd|bcp|osql", "-P", Place.EITHER),
                    new Tool("zip|unzip", "-P", Place.APART),
                    new Tool(
                            "(?:docker|podman|nerdctl|helm|buildah|skopeo|az|oc|cf)"
                                    + "(?: registry)? login",
                            "-p",
                            Place.EITHER),
                    new Tool("curl|wget", "-u|-U|--user|--proxy-user", Place.AFTER_USER));

    private static final String STDIN_READER =
            "(?:sudo[ \\t]+(?:-\\w+[ \\t]+){0,3})?(?:\\S{0,60}/)?"
                    + "(?:passwd|chpasswd|(?:smbpasswd|cryptsetup|kinit)(?![\\w-])|sudo[ \\t][^|\\n]{0,60}-S"
                    + "|[^|\\n]{1,200}--(?:password-)?stdin)";

    private static final List<SecretRule> RULES = rules();

    private SecretCommands() {}

    static String mask(String text) {
        String masked = text;
        for (SecretRule rule : RULES) {
            masked = rule.apply(masked);
        }
        return masked;
    }

    /// The arguments of one command, each masked by what stands before it.
    static List<String> maskArguments(List<String> arguments) {
        List<Tool> running = new ArrayList<>();
        List<String> masked = new ArrayList<>(arguments.size());
        String before = "";
        for (String argument : arguments) {
            String after = argument;
            for (Tool tool : running) {
                after = tool.maskArgument(before, after);
            }
            running.removeIf(tool -> tool.place() == Place.AT_ONCE && !argument.startsWith("-"));
            masked.add(after);
            for (Tool tool : TOOLS) {
                if (!running.contains(tool) && tool.isStartedBy(before, argument)) {
                    running.add(tool);
                }
            }
            before = argument;
        }
        return masked;
    }

    private static List<SecretRule> rules() {
        List<SecretRule> rules = new ArrayList<>();
        TOOLS.forEach(tool -> rules.addAll(tool.rules()));
        rules.add(
                new SecretRule(
                        "(?<![\\w.-])(?:echo|printf)(?:[ \\t]+-[neE]{1,3})?[ \\t]+"
                                + "(?<secret>(?:[^|\\n\"'\\s]++|\"[^\"\\n]{0,500}+\"|'[^'\\n]{0,500}+'"
                                + "|[ \\t]++(?!\\|)){1,60}+)[ \\t]*\\|[ \\t]*"
                                + STDIN_READER));
        rules.add(
                new SecretRule(
                        "(?<![\\w.-])(?:ch)?passwd[^\\n<]{0,100}<<<[ \\t]*(?<secret>"
                                + ARGUMENT
                                + ")"));
        rules.add(
                new SecretRule(
                        "(?i:ConvertTo-SecureString[ \\t]+(?:-String[ \\t]+)?)(?!-)(?<secret>"
                                + ARGUMENT
                                + ")"));
        rules.add(
                new SecretRule(
                        "(?i:(?<![\\w.-])net1?(?:\\.exe)?[ \\t]+user[ \\t]+)[^\\s/|;&:]{1,100}[ \\t]+(?![/|;&*])"
                                + "(?<secret>"
                                + ARGUMENT
                                + ")(?=[ \\t]*(?:/|$))"));
        return List.copyOf(rules);
    }

    /// A program with the options after which it takes a password.
    private record Tool(String names, String options, Place place, Pattern start) {

        Tool(String names, String options, Place place) {
            this(
                    names,
                    options,
                    place,
                    Pattern.compile("(?:^|[/\\\\ ])(?:" + names + ")(?:\\.exe)?$"));
        }

        List<SecretRule> rules() {
            String option =
                    "(?<![\\w.-])(?:"
                            + names
                            + ")(?:\\.exe)?(?:"
                            + GAP
                            + (place == Place.AT_ONCE ? "-\\w{1,9}" : ARGUMENT)
                            + "){0,60}?"
                            + GAP
                            + "(?:"
                            + options
                            + ")";
            return switch (place) {
                case ATTACHED -> List.of(new SecretRule(option + NEW_SECRET));
                case APART -> List.of(new SecretRule(option + GAP + NEW_SECRET));
                case EITHER, AT_ONCE ->
                        List.of(new SecretRule(option + "(?:" + GAP + ")?" + NEW_SECRET));
                case AFTER_USER -> {
                    String user =
                            option + "(?:" + GAP + "|=)?(\\\\{0,8}[\"'])?[^\\s:\"'\\\\]{0,200}+:";
                    yield List.of(
                            new SecretRule(
                                    user
                                            + "(?!\\*{3})(?<secret>(?:[^\\n\"'\\\\]{1,500}+)(?=\\1)|"
                                            + ARGUMENT
                                            + ")"));
                }
            };
        }

        boolean isStartedBy(String before, String argument) {
            return argument.length() <= 200
                    && before.length() <= 200
                    && start.matcher(before + " " + argument).find();
        }

        String maskArgument(String before, String argument) {
            boolean follows = List.of(options.split("\\|")).contains(before);
            boolean attached = argument.startsWith(options) && argument.length() > options.length();
            return switch (place) {
                case ATTACHED -> attached ? options + Redaction.MASK : argument;
                case APART -> follows ? Redaction.MASK : argument;
                case EITHER, AT_ONCE -> {
                    if (follows) {
                        yield Redaction.MASK;
                    }
                    yield attached ? options + Redaction.MASK : argument;
                }
                case AFTER_USER -> {
                    int colon = argument.indexOf(':');
                    yield follows && colon >= 0
                            ? argument.substring(0, colon + 1) + Redaction.MASK
                            : argument;
                }
            };
        }
    }
}
