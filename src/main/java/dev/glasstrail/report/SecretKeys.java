package dev.glasstrail.report;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Which names announce a secret: `masterUserPassword`, `DB_PASSWORD` and `X-Api-Key`, but not
/// `passwordResetRequired` or `secretId`.
final class SecretKeys {

    /// Endings of names that hold a secret; compared with [#plain] names.
    private static final List<String> ENDINGS =
            List.of(
                    "password",
                    "passwords",
                    "passwd",
                    "passphrase",
                    "passwort",
                    "secretkeybase",
                    "webhookurl",
                    "pwd",
                    "secret",
                    "secretkey",
                    "secretaccesskey",
                    "token",
                    "apikey",
                    "privatekey",
                    "presharedkey",
                    "sharedkey",
                    "authkey",
                    "accountkey",
                    "encryptioncustomerkey",
                    "ssecustomerkey",
                    "keymaterial",
                    "plaintext",
                    "userdata",
                    "samlassertion",
                    "credential",
                    "credentials",
                    "tokencode",
                    "mfacode",
                    "devicecode",
                    "confirmationcode",
                    "verificationcode",
                    "authorizationcode",
                    "authenticationcode",
                    "codeverifier");

    private static final Set<String> WHOLE_NAMES =
            Set.of(
                    "authorization",
                    "cookie",
                    "base32stringseed",
                    "qrcodepng",
                    "xamzsignature",
                    "pass",
                    "pw",
                    "otp",
                    "pin");

    /// Too short to be looked for at the end of any word (`bypass`): `dbPass` and `SMTP_PW`.
    private static final Pattern LAST_WORD =
            Pattern.compile("(?:^|[^A-Za-z]|(?<=[A-Z]))(?i:pass|pw)$|[a-z](?:Pass|Pw)$");

    /// The name of a parameter that starts with the telling word and goes on: `PasswordForRoot`.
    private static final Pattern FIRST_WORD =
            Pattern.compile("(?:password|passwd|passphrase|passwort|pwd).++");

    /// What such a name tells about a password, or where to find it, without being one.
    private static final Pattern ABOUT =
            Pattern.compile(
                    ".*(?:length|policy|required|reset|age|history|expiry|lastused|prevention|rotation"
                            + "|enabled|arn|id|name|path|parameter|key|version|authentication)");

    /// Names with such an ending that hold no secret: cursors of a list, marks that make a request
    /// safe to repeat, versions to compare, and what is public anyway.
    private static final List<String> HARMLESS_ENDINGS =
            List.of(
                    "nexttoken",
                    "previoustoken",
                    "startingtoken",
                    "forwardtoken",
                    "backwardtoken",
                    "pagetoken",
                    "paginationtoken",
                    "continuationtoken",
                    "clienttoken",
                    "requesttoken",
                    "creationtoken",
                    "idempotencytoken",
                    "locktoken",
                    "changetoken",
                    "updatetoken",
                    "fromwebidentitytoken",
                    "xamzcredential",
                    "publickeymaterial");

    /// What may follow the telling part of a name without changing what it holds.
    private static final List<String> FORMS =
            List.of("value", "string", "binary", "base64", "text", "hash", "pem");

    /// Words that announce a secret in a request, but are ordinary words in a sentence.
    private static final Set<String> ORDINARY_WORDS =
            Set.of(
                    "token",
                    "secret",
                    "credential",
                    "credentials",
                    "authorization",
                    "cookie",
                    "pass",
                    "otp",
                    "pin");

    private SecretKeys() {}

    /// Whether the value under this name is a secret.
    static boolean isSecret(String name) {
        String plain = plain(name);
        if (LAST_WORD.matcher(LookAlikes.latin(name)).find()) {
            return true;
        }
        for (String rest = plain; !rest.isEmpty(); rest = withoutForm(rest)) {
            if (WHOLE_NAMES.contains(rest)) {
                return true;
            }
            if (endsWithAny(rest, ENDINGS)) {
                return !endsWithAny(rest, HARMLESS_ENDINGS);
            }
        }
        return false;
    }

    /// Whether the value labelled with this text, beside it in a list of pairs, is a secret.
    static boolean labelsSecret(String label) {
        String plain = plain(label);
        return isSecret(label)
                || (FIRST_WORD.matcher(plain).matches() && !ABOUT.matcher(plain).matches());
    }

    /// Whether this name alone, in running text, says too little to call what follows a secret.
    static boolean isOrdinaryWord(String name) {
        return ORDINARY_WORDS.contains(plain(name));
    }

    /// The name in lower case, letters and digits only, look-alikes as Latin letters.
    static String plain(String name) {
        String latin = LookAlikes.latin(name);
        StringBuilder plain = new StringBuilder(latin.length());
        for (int i = 0; i < latin.length(); i++) {
            if (Character.isLetterOrDigit(latin.charAt(i))) {
                plain.append(latin.charAt(i));
            }
        }
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    /// One form or the digits at the end taken off; empty where there is nothing to take.
    private static String withoutForm(String plain) {
        for (String form : FORMS) {
            if (plain.endsWith(form)) {
                return plain.substring(0, plain.length() - form.length());
            }
        }
        int end = plain.length();
        while (end > 0 && Character.isDigit(plain.charAt(end - 1))) {
            end--;
        }
        return end < plain.length() ? plain.substring(0, end) : "";
    }

    private static boolean endsWithAny(String plain, List<String> endings) {
        for (String ending : endings) {
            if (plain.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }
}
