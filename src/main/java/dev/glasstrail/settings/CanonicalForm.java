package dev.glasstrail.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/// Settings as text that is the same for the same audit: one line for each key in the order of the
/// tree, defaults written out, texts quoted.
///
/// Left out is what says where and how fast: `source.logs`, `source.bucket`, `source.threads`, the
/// rest of `source.athena`, `source.trino`, `aws`, `alarm.folder`, the rest of `alarm.channel`,
/// `people`, `report.out`, `report.job`; and every secret.
///
/// @param lines without line ends
record CanonicalForm(List<String> lines) {

    CanonicalForm {
        lines = List.copyOf(lines);
    }

    static CanonicalForm of(Settings settings) {
        GlassSettings glass = settings.glass();
        SourceSettings source = settings.source();
        AlarmSettings alarm = settings.alarm();
        return new CanonicalForm(
                List.of(
                        "glass.roles=" + quoted(glass.roles()),
                        "glass.users=" + quoted(glass.users()),
                        "glass.root=" + glass.root(),
                        "glass.accounts=" + quoted(glass.accounts()),
                        "source.kind=" + Words.of(source.kind()),
                        "source.max-inflated-bytes-per-file="
                                + source.files().maxInflatedBytesPerFile(),
                        "source.accounts=" + quoted(source.partitions().accounts()),
                        "source.regions=" + quoted(source.partitions().regions()),
                        "source.athena.over-budget="
                                + Words.of(source.athena().budget().overBudget()),
                        "source.lookup.max-lookups=" + source.lookup().maxLookups(),
                        "alarm.kind=" + Words.of(alarm.kind()),
                        "alarm.rules=" + quoted(alarm.rules()),
                        "alarm.accounts=" + quoted(alarm.partitions().accounts()),
                        "alarm.regions=" + quoted(alarm.partitions().regions()),
                        "alarm.late-after=" + alarm.limits().lateAfter(),
                        "alarm.delivery-delay=" + alarm.limits().deliveryDelay(),
                        "alarm.channel.id=" + quoted(alarm.channel().id()),
                        "alarm.channel.bot=" + quoted(alarm.channel().bot()),
                        "alarm.drill.last=" + quoted(alarm.drill().last()),
                        "alarm.drill.proven-within=" + alarm.drill().provenWithin(),
                        "window.settle=" + settings.window().settle(),
                        "report.formats="
                                + settings.report().formats().stream().map(Words::of).toList()));
    }

    String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            lines.forEach(line -> digest.update((line + "\n").getBytes(UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String quoted(List<String> texts) {
        return texts.stream()
                .map(CanonicalForm::quoted)
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
