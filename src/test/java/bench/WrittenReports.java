package bench;

import gouji.document.Document;
import gouji.written.Formats;
import gouji.written.WrittenReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Writes reports of our own into a folder, in every format in turn. Arguments: the folder, how many. */
public final class WrittenReports {
    private WrittenReports() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int count = Integer.parseInt(arguments[1]);
        List<Map.Entry<String, Function<Document, byte[]>>> formats =
                List.copyOf(Formats.all().entrySet());
        for (int i = 0; i < count; i++) {
            var format = formats.get(i % formats.size());
            String template = i % 2 == 0 ? "format-2021" : "format-2019";
            byte[] bytes =
                    format.getValue().apply(WrittenReport.made(template, i + 1).document());
            String name =
                    String.format(Locale.ROOT, "%05d.%s", i, format.getKey().replace(' ', '-'));
            Files.write(folder.resolve(name), bytes);
        }
    }
}
