package gouji.run;

import gouji.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Imports again and again: whenever files below the arguments have come, changed or gone, once those that are there are
 * whole. Looks for itself now and then rather than have the system tell it, which no network share does.
 */
public final class Watch {
    private static final Duration LEAST_PAUSE = Duration.ofMillis(500);
    /** Looking takes at most this part of the time. */
    private static final int LOOKING_PART = 10;
    /** So many times the time of rest, an imported file that is being written again holds up all others. */
    private static final int PATIENCE = 10;

    private final List<Path> arguments;
    private final List<Path> besides;
    private final Duration still;
    private final Stillness stillness;
    private final CountDownLatch stop = new CountDownLatch(1);
    private Optional<Map<Path, Stamp>> imported = Optional.empty();
    private long movingSinceNanos;
    private boolean isMoving;

    /**
     * @param arguments files and folders
     * @param besides files elsewhere whose change asks for a round as well
     * @param still how long a file must not have changed to be whole
     */
    public Watch(List<Path> arguments, List<Path> besides, Duration still) {
        this.arguments = List.copyOf(arguments);
        this.besides = List.copyOf(besides);
        this.still = still;
        this.stillness = new Stillness(still);
    }

    /** Makes one import. */
    @FunctionalInterface
    public interface Import {
        /**
         * Imports.
         *
         * @param isFirst whether it is the first
         * @return whether it is done; else it is asked for again
         */
        boolean of(Round round, boolean isFirst) throws UsageException, BusyException, IOException;
    }

    /**
     * Imports until {@link #stop}; a round that has begun to write is finished before.
     *
     * @throws UsageException as an import does
     * @throws BusyException as an import does
     * @throws IOException as an import does
     */
    public void run(Import each) throws UsageException, BusyException, IOException {
        long pause = 0;
        while (!isStopped(pause)) {
            long begun = System.nanoTime();
            look(begun);
            pause = Math.max(LEAST_PAUSE.toNanos(), LOOKING_PART * (System.nanoTime() - begun));
            if (isDue(begun)) {
                Map<Path, Stamp> whole = stillness.whole();
                Round round = new Round(arguments, file -> isAsSeen(file, whole), () -> stop.getCount() == 0);
                try {
                    if (each.of(round, imported.isEmpty())) {
                        imported = Optional.of(whole);
                    }
                } catch (StoppedException e) {
                    return;
                }
            }
        }
    }

    /** Ends {@link #run} soon; from any thread. */
    public void stop() {
        stop.countDown();
    }

    /** How many files are there that are not whole yet. */
    public int waitedFor() {
        return stillness.waitedFor();
    }

    private boolean isStopped(long pauseNanos) {
        try {
            return stop.await(pauseNanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** While an argument is away, as a share may be, all stays as it was seen last. */
    private void look(long nowNanos) {
        List<Path> places = new ArrayList<>(besides);
        try {
            places.addAll(Sources.places(arguments));
        } catch (IOException e) {
            return;
        }
        if (arguments.stream().allMatch(Files::exists)) {
            stillness.look(places, nowNanos);
        }
    }

    private static boolean isAsSeen(Path file, Map<Path, Stamp> whole) {
        Stamp seen = whole.get(file);
        return seen != null && Stamp.of(file).filter(seen::equals).isPresent();
    }

    /** At first when nothing has changed for the time of rest, or anything is whole. */
    private boolean isDue(long nowNanos) {
        Map<Path, Stamp> whole = stillness.whole();
        if (imported.isEmpty()) {
            return !whole.isEmpty() || stillness.waitedFor() == 0;
        }
        if (whole.equals(imported.get())) {
            isMoving = false;
            return false;
        }
        return !isHeldUp(nowNanos);
    }

    /** An imported file that is being written again would be missing from the dataset: that is waited for, not for ever. */
    private boolean isHeldUp(long nowNanos) {
        boolean moving = imported.orElseThrow().keySet().stream().anyMatch(stillness::isMoving);
        if (moving && !isMoving) {
            movingSinceNanos = nowNanos;
        }
        isMoving = moving;
        return moving && nowNanos - movingSinceNanos < PATIENCE * still.toNanos();
    }
}
