package gouji.document.ocr.child;

import gouji.document.ocr.TextModelSource;
import gouji.process.JvmCommand;
import java.util.ArrayList;
import java.util.List;

/**
 * What a child runs.
 *
 * @param source opens its model; on this process's class path
 * @param arguments for the source
 */
public record ChildCommand(Class<? extends TextModelSource> source, List<String> arguments) {
    /** A line of 3000 pixels gives 80 MB of probabilities, and they are there twice. */
    private static final String HEAP = "-Xmx256m";

    public ChildCommand {
        arguments = List.copyOf(arguments);
    }

    JvmCommand jvm() {
        List<String> all = new ArrayList<>(List.of(source.getName()));
        all.addAll(arguments);
        return new JvmCommand(ChildMain.class.getName(), List.of(HEAP, "-Xss1m", "-XX:TieredStopAtLevel=1"), all);
    }
}
