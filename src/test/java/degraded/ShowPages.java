package degraded;

import java.nio.file.Files;
import java.nio.file.Path;

/** Writes degraded reports as files to look at: {@code SEED DIR [DEGRADATION]}. */
final class ShowPages {
    private ShowPages() {}

    public static void main(String[] args) throws Exception {
        for (Degradation d : Degradation.values()) {
            if (args.length < 3 || args[2].equalsIgnoreCase(d.name())) {
                DegradedReport report = DegradedReport.of(d, Long.parseLong(args[0]), false);
                Files.write(
                        Path.of(args[1], report.input().name()), report.input().bytes());
            }
        }
    }
}
