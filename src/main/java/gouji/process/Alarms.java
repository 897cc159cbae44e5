package gouji.process;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The clock for all children; its thread, started when first needed, does not keep this process from ending. */
final class Alarms {
    private static final ScheduledThreadPoolExecutor CLOCK = clock();

    private Alarms() {}

    static Future<?> after(Duration limit, Runnable then) {
        return CLOCK.schedule(then, limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static ScheduledThreadPoolExecutor clock() {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "child watch");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }
}
