package gouji.spark;

import gouji.Engine;
import gouji.Ocr;
import gouji.Recognition;
import gouji.dataset.Extracted;
import gouji.dataset.json.JacksonJson;
import gouji.run.Extractor;
import gouji.run.UsageException;
import gouji.run.WorkerCommand;
import gouji.run.WorkerService;
import gouji.source.Input;
import gouji.source.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A worker process with a fault for each kind of harm: an input that asks for it gets it; others are read as ever. */
final class HarmfulWorker {
    private static final String ASK = "HARM ";

    private HarmfulWorker() {}

    /** The content of an input that does harm: {@code exit}, {@code hang}, {@code memory} or {@code deep}. */
    static byte[] asking(String how) {
        return (ASK + how).getBytes(StandardCharsets.UTF_8);
    }

    static WorkerCommand command() {
        return new WorkerCommand(HarmfulWorker.class.getName(), List.of(), List.of());
    }

    static Engine engine() throws UsageException {
        Engine real = Engine.of(Optional.empty(), 500, Recognition.of(Ocr.off));
        return new Engine(real.extractor(), Optional.of(command()), real.profiles(), "harmful");
    }

    public static void main(String[] arguments) {
        WorkerService.serve(Path.of(arguments[0]), new JacksonJson(), pages -> {
            try {
                Extractor real = engine().extractor().get();
                return input -> extract(real, input);
            } catch (UsageException e) {
                throw new IllegalArgumentException(e);
            }
        });
    }

    private static Extracted extract(Extractor real, Input input) throws UnreadableException {
        String head = new String(input.head(40), StandardCharsets.ISO_8859_1);
        if (head.startsWith(ASK)) {
            harm(head.substring(ASK.length()));
        }
        return real.extract(input);
    }

    private static int harm(String how) {
        switch (how) {
            case "exit" -> Runtime.getRuntime().halt(7);
            case "memory" -> {
                List<byte[]> all = new ArrayList<>();
                while (all.size() < Integer.MAX_VALUE) {
                    all.add(new byte[1 << 20]);
                }
            }
            case "hang" -> {
                while (true) {
                    try {
                        Thread.sleep(1000);
                    } catch (InterruptedException e) {
                        // it does not listen
                    }
                }
            }
            default -> {
                return 1 + harm(how);
            }
        }
        return 0;
    }
}
