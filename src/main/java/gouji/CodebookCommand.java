package gouji;

import gouji.dataset.Codebook;
import gouji.profile.Profile;
import gouji.profile.ProfileException;
import gouji.profile.yaml.ProfileLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code gouji codebook}: what every code of a family means. */
@Command(
        name = "codebook",
        mixinStandardHelpOptions = true,
        description = "Prints the codebook of a profile as Markdown: a section for each code.")
final class CodebookCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(
            paramLabel = "ID|FILE",
            arity = "0..1",
            defaultValue = "cn-disclosure",
            description = "A profile shipped with the program, or a file. Default: ${DEFAULT-VALUE}.")
    private String profile;

    @Override
    public Integer call() {
        try {
            Profile found = ProfileLoader.builtInIds().contains(profile)
                    ? ProfileLoader.builtIn(profile)
                    : ProfileLoader.load(Path.of(profile));
            spec.commandLine().getOut().print(Codebook.markdown(found));
            spec.commandLine().getOut().flush();
            return Gouji.OK;
        } catch (ProfileException e) {
            spec.commandLine().getErr().println("gouji: no sound profile: " + e.getMessage());
        } catch (IOException e) {
            spec.commandLine()
                    .getErr()
                    .println("gouji: expected a profile shipped with the program ("
                            + String.join(", ", ProfileLoader.builtInIds()) + ") or a file, but " + Faults.said(e));
        }
        return Gouji.USAGE;
    }
}
