package bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Imports made reports of mixed formats by the command itself and prints what it took: in all, by stage and by format, and
 * the largest memory of each of its processes (Linux: {@code VmHWM}, resident, shared pages counted in each). Then once
 * more without a change, once more with ten more reports, and all of it for a tenth as many.
 *
 * <p>Arguments: {@code FOLDER [COUNT [OPTION…]]}; 3,000 by default, in a folder of its own; options go to the import.
 */
final class BulkImport {
    private static final int MORE = 10;

    private final Path folder;
    private final List<String> options;

    private BulkImport(Path folder, List<String> options) {
        this.folder = folder;
        this.options = options;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        int count = args.length > 1 ? Integer.parseInt(args[1]) : 3000;
        List<String> options = args.length > 2 ? List.of(args).subList(2, args.length) : List.of();
        BulkImport bench = new BulkImport(Path.of(args[0]), options);
        bench.all(Math.max(1, count / 10));
        bench.all(count);
    }

    private void all(int count) throws IOException, InterruptedException {
        Path in = folder.resolve("in-" + count);
        Path out = folder.resolve("out-" + count);
        delete(in);
        delete(out);
        BulkReports.write(in, 0, count);
        run(count + " reports", in, out);
        run("the same unchanged", in, out);
        BulkReports.write(in, count, count + MORE);
        run(MORE + " more", in, out);
    }

    private void run(String what, Path in, Path out) throws IOException, InterruptedException {
        Path log = folder.resolve("log.jsonl");
        Files.deleteIfExists(log);
        List<String> line = new ArrayList<>(List.of(
                "./gouji", "import", in.toString(), "--out", out.toString(), "--log", log.toString(), "--quiet"));
        line.addAll(options);
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(line).inheritIO().start();
        Map<Long, Memory> peaks = new TreeMap<>();
        while (process.isAlive()) {
            Stream.concat(Stream.of(process.toHandle()), process.descendants())
                    .forEach(p -> Memory.of(p.pid()).ifPresent(m -> peaks.merge(p.pid(), m, Memory::max)));
            Thread.sleep(100);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(Locale.ROOT, "%n%s: %.1f s, exit %d%n", what, seconds, process.exitValue());
        print(log);
        Map<String, List<Long>> byKind = new TreeMap<>();
        peaks.values()
                .forEach(m ->
                        byKind.computeIfAbsent(m.kind(), k -> new ArrayList<>()).add(m.mb()));
        byKind.forEach((kind, mb) -> System.out.println("  memory of " + kind + ", MB: " + mb));
    }

    /** @param mb largest resident memory so far */
    private record Memory(String kind, long mb) {
        static java.util.Optional<Memory> of(long pid) {
            try {
                Path proc = Path.of("/proc", Long.toString(pid));
                String command = Files.readString(proc.resolve("cmdline"), StandardCharsets.ISO_8859_1);
                String kind = command.contains("WorkerMain")
                        ? "worker"
                        : command.contains("ChildMain") ? "engine" : command.contains("java") ? "import" : "";
                if (kind.isEmpty()) {
                    return java.util.Optional.empty();
                }
                return Files.readString(proc.resolve("status"))
                        .lines()
                        .filter(l -> l.startsWith("VmHWM:"))
                        .map(l -> new Memory(kind, Long.parseLong(l.replaceAll("\\D", "")) / 1024))
                        .findFirst();
            } catch (IOException e) {
                return java.util.Optional.empty(); // it has ended
            }
        }

        Memory max(Memory other) {
            return mb >= other.mb ? this : other;
        }
    }

    private static void print(Path log) throws IOException {
        Map<String, long[]> byFormat = new TreeMap<>();
        for (String line : Files.readAllLines(log)) {
            JsonNode event = JsonMapper.shared().readTree(line);
            switch (event.get("event").asString()) {
                case "stage" ->
                    System.out.printf(
                            Locale.ROOT,
                            "  %-10s %8.2f s %6d inputs %,14d bytes %,12d cells%n",
                            event.get("stage").asString(),
                            event.get("seconds").asDouble(),
                            event.get("inputs").asInt(),
                            event.get("bytes").asLong(),
                            event.get("cells").asLong());
                case "read" -> {
                    String input = event.get("input").asString();
                    long[] sum = byFormat.computeIfAbsent(input.substring(0, input.indexOf('/')), k -> new long[3]);
                    sum[0]++;
                    sum[1] += event.get("ms").asLong();
                    sum[2] += event.get("reason").isNull() ? 0 : 1;
                }
                default -> {}
            }
        }
        byFormat.forEach((format, sum) -> System.out.printf(
                Locale.ROOT,
                "  %-24s %5d reports, %7.1f a second and worker, %d refused%n",
                format,
                sum[0],
                sum[0] * 1000.0 / Math.max(1, sum[1]),
                sum[2]));
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, IOException e) throws IOException {
                Files.delete(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
