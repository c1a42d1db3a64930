package dev.glasstrail.report;

import java.util.List;

/// Masks passwords in SQL: `PASSWORD = N'…'`, `SET PASSWORD FOR x = '…'`, `IDENTIFIED BY "…"`.
final class SecretStatements {

    /// What announces a literal; the literal may follow at once.
    private static final String LEAD =
            "(?i:password|passwort|identified(?:\\s{1,4}with\\s{1,4}[\"']?\\w{1,60}[\"']?)?"
                    + "\\s{1,4}(?:by|as|using)(?:\\s{1,4}(?:values|password))?)"
                    + "(?:\\s{0,4}[=(]|\\s)\\s{0,4}";

    private static final String SET =
            "(?i:set\\s{1,4}password\\s{1,4}for\\s{1,4})[^=\\n]{1,200}?=\\s{0,4}"
                    + "(?:(?i:password)\\s{0,4}\\(\\s{0,4})?";

    private static final String CHARACTER_SET = "(?:(?i:N|E|U&)|_\\w{1,20})?";

    private static final List<SecretRule> RULES =
            List.of(
                    new SecretRule(LEAD + CHARACTER_SET + literal("'")),
                    new SecretRule(LEAD + literal("\"")),
                    new SecretRule(LEAD + "\\\\{1,8}[\"'](?<secret>[^\"'\\\\]{1,500}+)"),
                    new SecretRule(LEAD + "(\\$\\w{0,20}\\$)(?<secret>[^$]{1,500}+)\\1"),
                    new SecretRule(SET + CHARACTER_SET + literal("'")),
                    new SecretRule(SET + literal("\"")),
                    // Unquoted only after the verb: a thing may be identified by its name.
                    new SecretRule(
                            "(?i:(?:create|alter)\\s{1,4}user\\s{1,4}\\S{1,128}\\s{1,4}identified"
                                    + "\\s{1,4}by\\s{1,4})(?!(?i:values)\\s)(?<secret>[^\\s;,\"'\\\\]{1,500}+)"));

    private SecretStatements() {}

    static String mask(String text) {
        String masked = text;
        for (SecretRule rule : RULES) {
            masked = rule.apply(masked);
        }
        return masked;
    }

    /// A quoted literal, with doubled and escaped marks in it; one that was cut off reaches to the
    /// end of the text.
    private static String literal(String mark) {
        String plain = "[^" + mark + "\\\\]*+";
        String escaped = "(?:" + mark + mark + "|\\\\[\\s\\S])";
        return mark
                + "(?<secret>"
                + plain
                + "(?:"
                + escaped
                + plain
                + "){0,100}+)(?:"
                + mark
                + "|\\z)";
    }
}
