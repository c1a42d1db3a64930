package dev.glasstrail.cli;

import dev.glasstrail.run.ExitCode;
import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/// How `--help` is laid out: flags under headings, in the order in which a person decides.
final class HelpPage {

    private static final int COLUMNS = 90;
    private static final int FLAG_COLUMNS = 24;

    /// The flags of a class stand under its heading; all others come last.
    private static final Map<Class<?>, String> HEADINGS = headings();

    private HelpPage() {}

    static void layOut(CommandLine commandLine, boolean withExitCodes) {
        UsageMessageSpec usage = commandLine.getCommandSpec().usageMessage();
        usage.width(COLUMNS).longOptionsMaxWidth(FLAG_COLUMNS).sortOptions(false);
        usage.optionListHeading("").commandListHeading("%nCommands:%n");
        usage.sectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, HelpPage::flags);
        if (withExitCodes) {
            usage.exitCodeListHeading("%nExit codes:%n").exitCodeList(exitCodes());
        }
    }

    private static Map<Class<?>, String> headings() {
        Map<Class<?>, String> headings = new LinkedHashMap<>();
        headings.put(WindowOptions.class, "The window of time, in one of three ways:");
        headings.put(
                GlassOptions.class,
                "Whose use is audited (any --role, --user or --root sets those of the file aside):");
        headings.put(SourceOptions.class, "Where the logs are:");
        headings.put(AwsOptions.class, "How AWS is reached:");
        headings.put(OutputOptions.class, "What is made:");
        return headings;
    }

    private static String flags(Help help) {
        StringBuilder page = new StringBuilder();
        List<OptionSpec> all = help.commandSpec().options();
        HEADINGS.forEach((type, heading) ->
                append(
                        page,
                        help,
                        heading,
                        all.stream().filter(flag -> owner(flag) == type).toList()));
        List<OptionSpec> others =
                all.stream().filter(flag -> !HEADINGS.containsKey(owner(flag))).toList();
        append(page, help, page.isEmpty() ? "Flags:" : "Other flags:", others);
        return page.toString();
    }

    private static void append(
            StringBuilder page, Help help, String heading, List<OptionSpec> flags) {
        if (flags.isEmpty()) {
            return;
        }
        page.append('\n')
                .append(heading)
                .append('\n')
                .append(
                        help.optionListExcludingGroups(
                                flags,
                                help.createDefaultLayout(),
                                null,
                                help.createDefaultParamLabelRenderer()));
    }

    private static Class<?> owner(OptionSpec flag) {
        return flag.userObject() instanceof Field field ? field.getDeclaringClass() : Void.class;
    }

    private static Map<String, String> exitCodes() {
        Map<String, String> rows = new LinkedHashMap<>();
        for (ExitCode code : ExitCode.values()) {
            rows.put(String.valueOf(code.number()), code.meaning().replace("`", ""));
        }
        return rows;
    }
}
