package gouji;

import gouji.dataset.json.JacksonJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gouji doctor}: whether everything an import needs is there and works, and what to do where it is not. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        versionProvider = Product.class,
        description = {
            "Checks this machine: Java, memory, temporary folder, and whether each recognition engine loads and reads a"
                    + " small picture right.",
            "Says what to do where something is missing. Writes nothing but temporary files."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:the default engine works", "1:it does not, or the temporary folder cannot be used"})
final class DoctorCommand implements Callable<Integer> {
    private static final int ILL = 1;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        List<Symptom> symptoms = new ArrayList<>(Machine.symptoms());
        symptoms.add(EngineCheck.of(Ocr.ppocr, true));
        symptoms.add(EngineCheck.of(Ocr.tesseract, false));
        symptoms.add(Machine.rar());
        boolean well = symptoms.stream().allMatch(s -> s.works() || !s.needed());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new String(new JacksonJson().line(facts(symptoms, well)), StandardCharsets.UTF_8));
        } else {
            symptoms.forEach(s -> s.lines().forEach(out::println));
            out.println(well ? "All that an import needs works." : "Something that an import needs does not work.");
        }
        out.flush();
        return well ? Gouji.OK : ILL;
    }

    private static Map<String, Object> facts(List<Symptom> symptoms, boolean well) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("gouji", Product.version());
        facts.put("works", well);
        facts.put("checks", symptoms.stream().map(Symptom::facts).toList());
        return facts;
    }
}
