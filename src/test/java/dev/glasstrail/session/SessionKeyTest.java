package dev.glasstrail.session;

import static dev.glasstrail.session.Trails.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SessionKeyTest {

    private static final Instant CREATED = Instant.parse("2026-11-10T02:08:20Z");
    private static final String ARN =
            "arn:aws:sts::111122223333:assumed-role/break-glass-admin/bob";

    @Test
    void theIdIsPinned() {
        // printf '111122223333\nAROAX:bob\n<arn>\n2026-11-10T02:08:20Z\n' | sha256sum
        assertThat(SessionKey.of(HOME, "AROAX:bob", ARN, CREATED).id())
                .isEqualTo(
                        """
                        5e3465e20203787f\
                        """);
    }

    @Test
    void theIdOfARunOfAKeyIsPinned() {
        assertThat(
                        new SessionKey(
                                        HOME,
                                        "AIDAX",
                                        "arn:aws:iam::111122223333:user/safe-user",
                                        CREATED,
                                        "AKIASAFE")
                                .id())
                .isEqualTo(
                        """
                        ec75371235d9e287\
                        """);
    }

    @Test
    void everyFieldTellsSessionsApart() {
        List<String> ids =
                Stream.of(
                                new SessionKey(HOME, "P", ARN, CREATED, ""),
                                new SessionKey("222222222222", "P", ARN, CREATED, ""),
                                new SessionKey(HOME, "Q", ARN, CREATED, ""),
                                new SessionKey(HOME, "P", ARN + "2", CREATED, ""),
                                new SessionKey(HOME, "P", ARN, CREATED.plusSeconds(1), ""),
                                new SessionKey(HOME, "P", ARN, CREATED, "AKIA1"))
                        .map(SessionKey::id)
                        .toList();

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-f]{16}"));
    }

    @Test
    void theAccessKeysOfASessionDoNotShowInItsId() {
        String session = HOME + "/break-glass-admin/bob";
        assertThat(idOfSessionUsing(session, "ASIA1"))
                .isEqualTo(idOfSessionUsing(session, "ASIA2"));
        assertThat(idOfSessionUsing(session, "ASIA1")).isEqualTo(idOfSessionUsing(session, ""));
    }

    private static String idOfSessionUsing(String session, String key) {
        return Trails.correlated(
                        LogRecord.call(
                                "10T09:01:00",
                                "ec2",
                                "RunInstances",
                                Identities.role(session, "10T09:00:00", key)))
                .sessions()
                .getFirst()
                .id();
    }
}
