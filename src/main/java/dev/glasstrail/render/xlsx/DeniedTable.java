package dev.glasstrail.render.xlsx;

import dev.glasstrail.report.AuditReport;
import dev.glasstrail.report.DeniedOpening;
import dev.glasstrail.report.OpeningRow;
import dev.glasstrail.report.UnusedOpening;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.jspecify.annotations.Nullable;

/// Openings that came to nothing: the refused ones, then those whose credentials were never used.
final class DeniedTable {

    private DeniedTable() {}

    static Table<Row> of(AuditReport report, Places places) {
        Stream<Row> refused = report.deniedOpenings().stream().map(Refused::new);
        Stream<Row> neverUsed = report.unusedOpenings().stream().map(NeverUsed::new);
        return new Table<>(
                SheetNames.DENIED,
                columns(places),
                Stream.concat(refused, neverUsed).toList(),
                2,
                PrintSetup.A3_PAPERSIZE,
                "No attempt was refused and no opening was left unused in this window.");
    }

    private static List<Column<Row>> columns(Places places) {
        return List.of(
                Column.text("What", 14, either(_ -> "denied", _ -> "never used")),
                Column.time("Time", either(DeniedOpening::at, UnusedOpening::openedAt)),
                Column.text("Person", 30, either(d -> d.person().name(), u -> u.person().name())),
                Column.text("E-mail", 30, either(d -> d.person().email(), u -> u.person().email())),
                Column.text(
                        "Person known by",
                        46,
                        either(d -> d.person().source(), u -> u.person().source())),
                Column.text("Account", 15, either(DeniedOpening::account, UnusedOpening::account)),
                Column.text("Role or user", 54, either(d -> d.role().name(), u -> u.role().name())),
                Column.text(
                        "Permission set",
                        24,
                        either(d -> d.role().permissionSet(), u -> u.role().permissionSet())),
                Column.text("Call", 26, either(DeniedOpening::name, u -> of(u, OpeningRow::name))),
                Column.text("Error", 22, either(DeniedOpening::errorCode, _ -> null)),
                Column.text("Error message", 50, either(DeniedOpening::errorMessage, _ -> null)),
                Column.text(
                        "Region",
                        14,
                        either(DeniedOpening::region, u -> of(u, OpeningRow::region))),
                Column.text(
                        "From address", 24, either(DeniedOpening::ip, u -> of(u, OpeningRow::ip))),
                Column.text(
                        "User agent",
                        40,
                        either(DeniedOpening::userAgent, u -> of(u, OpeningRow::userAgent))),
                Column.text(
                        "Issued keys never used",
                        26,
                        either(_ -> null, u -> Phrases.list(u.accessKeyIds()))),
                Column.cell(
                        "Use",
                        20,
                        either(d -> places.useLink(d.useId()), u -> places.useLink(u.useId()))),
                Column.text(
                        "Event ids",
                        38,
                        either(DeniedOpening::eventId, u -> Phrases.list(u.eventIds()))),
                Column.text(
                        "Identity Center user id",
                        38,
                        either(d -> d.person().userId(), u -> u.person().userId())),
                Column.text("Arn", 110, either(d -> d.role().arn(), u -> u.role().arn())));
    }

    private static <T extends @Nullable Object> Function<Row, T> either(
            Function<DeniedOpening, T> ofDenied, Function<UnusedOpening, T> ofUnused) {
        return row ->
                switch (row) {
                    case Refused(DeniedOpening opening) -> ofDenied.apply(opening);
                    case NeverUsed(UnusedOpening opening) -> ofUnused.apply(opening);
                };
    }

    private static String of(UnusedOpening unused, Function<OpeningRow, String> member) {
        return Phrases.list(unused.openings().stream().map(member).distinct().toList());
    }

    /// An opening that came to nothing.
    sealed interface Row {}

    /// AWS refused it.
    record Refused(DeniedOpening opening) implements Row {}

    /// Its credentials were never seen in use.
    record NeverUsed(UnusedOpening opening) implements Row {}
}
