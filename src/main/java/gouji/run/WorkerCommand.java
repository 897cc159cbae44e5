package gouji.run;

import gouji.process.JvmCommand;
import java.util.ArrayList;
import java.util.List;

/**
 * How a worker process is started.
 *
 * @param main its main class, which serves a {@link WorkerService}
 * @param options of its JVM besides the memory
 * @param arguments for the main class, after the one that names its temporary folder
 */
public record WorkerCommand(String main, List<String> options, List<String> arguments) {
    public WorkerCommand {
        options = List.copyOf(options);
        arguments = List.copyOf(arguments);
    }

    /** @param few whether it will read so little that the second compiler would cost more than it gains */
    JvmCommand jvm(int memoryMb, boolean few) {
        List<String> all = new ArrayList<>(List.of("-Xmx" + memoryMb + "m", "-Xss2m"));
        if (few) {
            all.add("-XX:TieredStopAtLevel=1");
        }
        all.addAll(options);
        return new JvmCommand(main, all, arguments);
    }
}
