package dev.glasstrail.trail.athena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class RunKeyTest {

    private static final RunKey KEY = new RunKey(() -> "weekly 2026-W46");

    @Test
    void aTokenIsAsLongAsAthenaWantsIt() {
        assertThat(KEY.token("audit", "SELECT 1", 0)).matches("[0-9a-f]{64}");
    }

    @Test
    void aRestartOfTheRunHasTheSameToken() {
        assertThat(new RunKey(() -> "weekly 2026-W46").token("audit", "SELECT 1", 0))
                .isEqualTo(KEY.token("audit", "SELECT 1", 0));
    }

    @Test
    void anotherRunWorkgroupStatementOrAttemptHasAnother() {
        assertThat(KEY.token("audit", "SELECT 1", 0))
                .isNotEqualTo(new RunKey(() -> "weekly 2026-W47").token("audit", "SELECT 1", 0))
                .isNotEqualTo(KEY.token("primary", "SELECT 1", 0))
                .isNotEqualTo(KEY.token("audit", "SELECT 2", 0))
                .isNotEqualTo(KEY.token("audit", "SELECT 1", 1));
    }

    @Test
    void whatRunsTogetherIsStillTwoThings() {
        assertThat(new RunKey(() -> "ab").token("c", "SELECT 1", 0))
                .isNotEqualTo(new RunKey(() -> "a").token("bc", "SELECT 1", 0));
    }

    @Test
    void aRunWithoutAnIdIsRefused() {
        assertThatThrownBy(() -> new RunKey(() -> " ").token("audit", "SELECT 1", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a run has an id; give one that is not blank");
    }
}
