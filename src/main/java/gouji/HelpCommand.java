package gouji;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code gouji help COMMAND...}: also of a command below a command, {@code gouji help profile check}. */
@Command(
        name = "help",
        helpCommand = true,
        synopsisHeading = "%nUsage: ",
        description = "Shows what a command does, with every option.")
final class HelpCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "The command, and the command below it.")
    private List<String> path = List.of();

    @Override
    public Integer call() {
        CommandLine command = spec.parent().commandLine();
        for (String name : path) {
            CommandLine below = command.getSubcommands().get(name);
            if (below == null) {
                spec.commandLine()
                        .getErr()
                        .println("gouji: no command is named " + String.join(" ", path) + "; there are "
                                + String.join(", ", command.getSubcommands().keySet()));
                return Gouji.USAGE;
            }
            command = below;
        }
        command.usage(spec.commandLine().getOut());
        spec.commandLine().getOut().flush();
        return Gouji.OK;
    }
}
