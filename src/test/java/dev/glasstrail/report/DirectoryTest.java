package dev.glasstrail.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.report.Directory.Entry;
import dev.glasstrail.session.Person;
import dev.glasstrail.session.Person.Evidence;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DirectoryTest {

    private static final Directory DIRECTORY =
            new Directory(
                    List.of(
                            new Entry("97674b9c-1", "lena", "lena@example.com"),
                            new Entry("97674b9c-1", "impostor", "impostor@example.com"),
                            new Entry(
                                    "arn:aws:iam::111122223333:user/safe/break-glass",
                                    "",
                                    "safe@example.com"),
                            new Entry("", "tomas", "tomas@example.com"),
                            new Entry("97674b9c-2", "", "")));

    @Test
    void aUserIdIsLookedUpAndTheNameInTheRecordsStays() {
        assertThat(row("Lena R.", "97674b9c-1", "vouched for", Evidence.IDENTITY_CENTER))
                .isEqualTo(
                        new PersonRow(
                                "Lena R.",
                                "97674b9c-1",
                                "lena@example.com",
                                "Identity Center user id in the session's records"));
    }

    @Test
    void aPersonOfWhomTheRecordsHaveTheIdAloneGetsAName() {
        assertThat(row("97674b9c-1", "97674b9c-1", "vouched for", Evidence.IDENTITY_CENTER).name())
                .isEqualTo("lena");
        assertThat(row("97674b9c-2", "97674b9c-2", "vouched for", Evidence.IDENTITY_CENTER))
                .isEqualTo(
                        new PersonRow(
                                "97674b9c-2",
                                "97674b9c-2",
                                null,
                                "Identity Center user id in the session's records"));
    }

    @Test
    void aUserOfAnAccountIsNobodyOfAnother() {
        assertThat(row("break-glass", "", "user of 111122223333", Evidence.USER).email())
                .isEqualTo("safe@example.com");
        assertThat(row("break-glass", "", "user of 444455556666", Evidence.USER).email()).isNull();
    }

    @Test
    void aNameThatTheCallerChoseIsNotLookedUp() {
        assertThat(row("tomas", "", "vouched for", Evidence.SAML).email())
                .isEqualTo("tomas@example.com");
        for (Evidence chosen :
                List.of(
                        Evidence.SESSION_NAME,
                        Evidence.CALLING_SESSION_NAME,
                        Evidence.SOURCE_IDENTITY,
                        Evidence.NOBODY)) {
            assertThat(row("tomas", "", "chosen by the caller", chosen).email()).isNull();
            assertThat(row("tomas", "", "vouched for", chosen).email()).isNull();
        }
    }

    @Test
    void whoIsNotInItKeepsWhatTheRecordsSay() {
        assertThat(row("mara", "97674b9c-9", "vouched for", Evidence.PORTAL))
                .isEqualTo(
                        Directory.EMPTY.row(
                                new Person("mara", "97674b9c-9", "vouched for", Evidence.PORTAL)));
    }

    private static PersonRow row(String name, String userId, String realm, Evidence evidence) {
        return DIRECTORY.row(new Person(name, userId, realm, evidence));
    }
}
