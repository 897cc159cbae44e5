package gouji;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The front door: the command line, and the wiring of the rooms. */
@Command(
        name = "gouji",
        mixinStandardHelpOptions = true,
        versionProvider = Product.class,
        description = "Published government reports in, checked datasets out.",
        subcommands = {
            TablesCommand.class,
            PanelCommand.class,
            ExportCommand.class,
            RosterCommand.class,
            AggregateCommand.class,
            CompareCommand.class,
            ReturnsCommand.class,
            ChartCommand.class,
            ReviewCommand.class,
            CorrectionsCommand.class,
            DoctorCommand.class,
            ProfileCommand.class,
            CodebookCommand.class,
            CompletionCommand.class,
            HelpCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Begin with:  gouji import FOLDER --out DATASET", "More:        gouji help import"})
public final class Gouji implements Runnable {
    /** Exit status: the run is complete, every input accounted for. */
    public static final int OK = 0;
    /** Exit status with {@code --strict}: complete, and something was quarantined. */
    public static final int QUARANTINED = 1;
    /** Exit status: the call or the configuration is wrong; nothing was written. */
    public static final int USAGE = 2;
    /** Exit status: the run could not go on; what was finished is kept. */
    public static final int STOPPED = 3;
    /** Exit status: another run holds the output. */
    public static final int BUSY = 75;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Expected a command (import, …), found none.");
    }

    public static void main(String[] arguments) {
        System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8));
        if (arguments.length == 1 && arguments[0].equals("--version")) {
            // the whole command line need not be built for this: a sixth of the time
            System.out.println(new Product().getVersion()[0]);
            return;
        }
        boolean isImport = arguments.length > 0 && arguments[0].equals("import");
        CommandLine commandLine =
                isImport ? importOnly(new ImportCommand(Wiring::engine)) : commandLine(Wiring::engine);
        System.exit(commandLine.execute(arguments));
    }

    /** The command line of a call of {@code import}: the models of the other commands take time to build. */
    static CommandLine importOnly(ImportCommand command) {
        CommandLine.Model.CommandSpec root =
                CommandLine.Model.CommandSpec.create().name("gouji");
        return withOutput(new CommandLine(root).addSubcommand("import", command));
    }

    /** The command with the engine of one's choice. */
    public static CommandLine commandLine(Engine.Factory engines) {
        return withOutput(new CommandLine(new Gouji()).addSubcommand("import", new ImportCommand(engines)));
    }

    private static CommandLine withOutput(CommandLine commandLine) {
        commandLine.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        commandLine.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        // One lambda for both: JDK 17 crashes when it archives two that are alike (launcher, keep_classes).
        CommandLine.ITypeConverter<Integer> whole = Gouji::wholeNumber;
        commandLine.registerConverter(int.class, whole);
        commandLine.registerConverter(Integer.class, whole);
        commandLine.setParameterExceptionHandler((wrong, arguments) -> said(wrong));
        commandLine.setExecutionExceptionHandler((fault, command, parsed) -> {
            command.getErr()
                    .println("gouji: stopped by a fault of its own; what was finished is kept. Please report this:");
            fault.printStackTrace(command.getErr());
            return STOPPED;
        });
        return commandLine;
    }

    private static int wholeNumber(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new CommandLine.TypeConversionException("expected a whole number, found " + text);
        }
    }

    /** A wrong call in a sentence; all commands where none was named. */
    private static int said(CommandLine.ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("gouji: " + wrong.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err);
        if (command.getParent() == null) {
            command.usage(err);
        } else {
            err.println("Nothing was written. See: gouji help " + command.getCommandName());
        }
        return USAGE;
    }
}
