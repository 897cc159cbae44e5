package gouji;

import gouji.run.Progress;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar on the terminal, with the time left. */
final class TerminalProgress implements Progress, AutoCloseable {
    /** Pages from which on a document is worth a word. */
    private static final int LONG = 5;

    private final boolean silent;
    private volatile ProgressBar bar;

    TerminalProgress(boolean silent) {
        this.silent = silent;
    }

    @Override
    public void begin(String what, long total) {
        end();
        if (!silent && total != 0) {
            bar = new ProgressBarBuilder()
                    .setTaskName(what)
                    .setInitialMax(total)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(200)
                    .clearDisplayOnFinish()
                    .build();
        }
    }

    /** Says how far the reading of a long document is. */
    void page(int done, int of) {
        ProgressBar shown = bar;
        if (shown != null && of >= LONG) {
            shown.setExtraMessage(done == of ? "" : " page " + done + " of " + of);
        }
    }

    @Override
    public void step() {
        if (bar != null) {
            bar.step();
        }
    }

    @Override
    public void end() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    @Override
    public void close() {
        end();
    }
}
