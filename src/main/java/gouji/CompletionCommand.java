package gouji;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Completion of the command line in bash and zsh. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = {
            "Prints a completion script for bash and zsh.",
            "For this shell only:  source <(gouji completion)"
        })
final class CompletionCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        CommandLine root = spec.root().commandLine();
        // Arguments without a list of words are names of files; the generated script would offer nothing for them.
        String script = AutoComplete.bash("gouji", root).replace("compopt +o default", "compopt -o default");
        spec.commandLine().getOut().print(script);
        spec.commandLine().getOut().flush();
    }
}
