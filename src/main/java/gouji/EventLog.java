package gouji;

import gouji.dataset.Json;
import gouji.dataset.LedgerRow;
import gouji.dataset.OutputException;
import gouji.dataset.json.JacksonJson;
import gouji.run.Metrics;
import gouji.run.RunLog;
import gouji.run.UsageException;
import gouji.source.Entry;
import gouji.source.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The events of runs in a file of JSON Lines, one object an event, added at its end and written at once. */
final class EventLog implements RunLog, AutoCloseable {
    private static final Json JSON = new JacksonJson();

    private final Path file;
    private final OutputStream out;

    private EventLog(Path file, OutputStream out) {
        this.file = file;
        this.out = out;
    }

    /** @throws UsageException when the file cannot be written */
    static EventLog open(Path file) throws UsageException {
        try {
            return new EventLog(
                    file,
                    Files.newOutputStream(
                            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw new UsageException("--log: " + new OutputException(file, e).getMessage()
                    + "; give the name of a file in a folder that is there and can be written");
        }
    }

    /** @param facts what is known when a run begins */
    void begin(Map<String, Object> facts) throws IOException {
        write("run-start", facts);
    }

    /** @param facts what it came to */
    void end(Map<String, Object> facts) throws IOException {
        write("run-end", facts);
    }

    @Override
    public void stage(Metrics.Stage stage) throws IOException {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("stage", stage.stage());
        facts.put("seconds", stage.seconds());
        facts.put("inputs", stage.inputs());
        facts.put("bytes", stage.bytes());
        facts.put("cells", stage.cells());
        write("stage", facts);
    }

    @Override
    public void read(Entry entry, Optional<Reason> reason, Duration time, int cells) throws IOException {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("input", entry.name());
        facts.put("reason", reason.map(Enum::name).orElse(null));
        facts.put("ms", time.toMillis());
        facts.put("bytes", entry.bytes());
        facts.put("cells", cells);
        write("read", facts);
    }

    @Override
    public void input(LedgerRow row, Duration time, int cells) throws IOException {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("input", row.name().input());
        facts.put("status", row.status().word());
        facts.put("reason", row.reason().isEmpty() ? null : row.reason());
        facts.put("report_id", row.reportId().isEmpty() ? null : row.reportId());
        facts.put("ms", time.toMillis());
        facts.put("bytes", row.bytes() < 0 ? null : row.bytes());
        facts.put("cells", cells);
        write("input", facts);
    }

    @Override
    public void warning(String code, String input, String message) throws IOException {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("code", code);
        facts.put("input", input.isEmpty() ? null : input);
        facts.put("message", message);
        write("warning", facts);
    }

    /** A whole line in one call, so that two runs that share a file do not mix theirs. */
    private void write(String event, Map<String, Object> facts) throws IOException {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        line.put("event", event);
        line.putAll(facts);
        String text = new String(JSON.line(Printable.in(line)), StandardCharsets.UTF_8) + "\n";
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new OutputException(file, e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            return; // every line has been written
        }
    }
}
