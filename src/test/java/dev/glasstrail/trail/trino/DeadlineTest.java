package dev.glasstrail.trail.trino;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    private final AtomicInteger cancels = new AtomicInteger();
    private final CountDownLatch cancelled = new CountDownLatch(1);

    @Test
    void theStatementIsStoppedWhenTheTimeIsUp() throws Exception {
        try (Deadline deadline = new Deadline(statement(null), Duration.ofMinutes(3), _ -> {})) {
            cancelled.await();

            assertThat(deadline.isPassed()).isTrue();
            assertThat(deadline.with(new Exception("late"))).hasNoSuppressedExceptions();
        }
    }

    @Test
    void aStatementThatEndsBeforeIsLeftAlone() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        Deadline deadline =
                new Deadline(
                        statement(null),
                        Duration.ofMinutes(3),
                        duration -> {
                            assertThat(duration).isEqualTo(Duration.ofMinutes(3));
                            try {
                                new CountDownLatch(1).await();
                            } finally {
                                interrupted.countDown();
                            }
                        });
        deadline.close();
        interrupted.await();

        assertThat(deadline.isPassed()).isFalse();
        assertThat(cancels).hasValue(0);
    }

    @Test
    void aStopThatFailsIsToldWithTheFailure() {
        SQLException notStopped = new SQLException("gone");
        Deadline deadline =
                new Deadline(
                        statement(notStopped),
                        Duration.ofMinutes(3),
                        _ -> new CountDownLatch(1).await());
        deadline.stop();
        deadline.close();

        assertThat(deadline.with(new Exception("late")).getSuppressed())
                .containsExactly(notStopped);
    }

    private Statement statement(@Nullable SQLException failure) {
        return (Statement)
                Proxy.newProxyInstance(
                        Statement.class.getClassLoader(),
                        new Class<?>[] {Statement.class},
                        (_, method, _) -> {
                            assertThat(method.getName()).isEqualTo("cancel");
                            cancels.incrementAndGet();
                            cancelled.countDown();
                            if (failure != null) {
                                throw failure;
                            }
                            return null;
                        });
    }
}
