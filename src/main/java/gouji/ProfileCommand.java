package gouji;

import gouji.profile.BlockTemplate;
import gouji.profile.Label;
import gouji.profile.Node;
import gouji.profile.Profile;
import gouji.profile.ProfileException;
import gouji.profile.ProfileProblem;
import gouji.profile.TableTemplate;
import gouji.profile.Template;
import gouji.profile.ValueType;
import gouji.profile.yaml.ProfileLoader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gouji profile}: what report families there are, what one says, and whether a new one is sound. */
@Command(
        name = "profile",
        description = "List, show and check profiles: the files that describe a report family.",
        mixinStandardHelpOptions = true,
        subcommands = {ProfileCommand.Check.class, ProfileCommand.ListAll.class, ProfileCommand.Show.class})
public final class ProfileCommand implements Runnable {
    private static final int WRONG = 2;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Expected check, list or show after profile, found none.");
    }

    /** Reads a profile and prints one line, or every problem with its line. */
    @Command(
            name = "check",
            description = "Check profile files. Exit status 0 where all are sound, 2 where one is refused.",
            mixinStandardHelpOptions = true)
    static final class Check implements java.util.concurrent.Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "FILE", arity = "1..*", description = "Profile files (YAML 1.2).")
        private List<Path> files;

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            boolean sound = true;
            for (Path file : files) {
                sound &= check(file, out);
            }
            out.flush();
            return sound ? 0 : WRONG;
        }

        private static boolean check(Path file, PrintWriter out) {
            try {
                out.println(file + ": ok, " + counted(ProfileLoader.load(file)));
                return true;
            } catch (ProfileException e) {
                for (ProfileProblem problem : e.problems()) {
                    out.println(problem.in(file.toString()));
                }
            } catch (NoSuchFileException e) {
                out.println(file + ": cannot be read: no such file");
            } catch (IOException e) {
                out.println(file + ": cannot be read: " + Faults.said(e));
            }
            return false;
        }
    }

    /** The families shipped with the program. */
    @Command(
            name = "list",
            description = "List the profiles shipped with the program.",
            mixinStandardHelpOptions = true)
    static final class ListAll implements Runnable {
        @Spec
        private CommandSpec spec;

        @Override
        public void run() {
            PrintWriter out = spec.commandLine().getOut();
            for (String id : ProfileLoader.builtInIds()) {
                Profile profile = ProfileLoader.builtIn(id);
                out.println(id + "  version " + profile.version() + ", " + counted(profile));
            }
            out.flush();
        }
    }

    /** The code list of one family, with the printed wordings. */
    @Command(
            name = "show",
            description = "Show the codes of a profile: tables, rows and columns with their printed labels.",
            mixinStandardHelpOptions = true)
    static final class Show implements java.util.concurrent.Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "ID|FILE", description = "A profile shipped with the program, or a file.")
        private String profile;

        @Override
        public Integer call() throws IOException {
            PrintWriter out = spec.commandLine().getOut();
            try {
                show(find(), out);
                return 0;
            } catch (ProfileException e) {
                out.println(e.getMessage());
            } catch (IllegalArgumentException e) {
                out.println(e.getMessage());
            } finally {
                out.flush();
            }
            return WRONG;
        }

        private Profile find() throws IOException {
            return !ProfileLoader.builtInIds().contains(profile) && Files.isRegularFile(Path.of(profile))
                    ? ProfileLoader.load(Path.of(profile))
                    : ProfileLoader.builtIn(profile);
        }
    }

    private static String counted(Profile profile) {
        int cells = profile.templates().stream().mapToInt(Template::cells).sum();
        int identities = profile.templates().stream()
                .mapToInt(t -> t.identities().size())
                .sum();
        return profile.templates().size() + " templates, " + cells + " cells, " + identities + " identities, "
                + profile.figures().size() + " figure patterns";
    }

    private static void show(Profile profile, PrintWriter out) {
        out.println("profile " + profile.id() + ", version " + profile.version());
        profile.sections()
                .forEach(s -> out.println("  " + s.code() + "  " + s.label().preferred()));
        for (Template template : profile.templates()) {
            out.println();
            out.println("template " + template.id() + ", " + template.cells() + " cells");
            for (TableTemplate table : template.tables()) {
                out.println("  table " + table.id() + ", " + table.cells() + " cells");
                table.blocks().forEach(block -> show(block, out));
            }
            template.identities()
                    .forEach(i -> out.println("  identity " + i.id() + (i.at().isEmpty() ? "" : " at " + i.at()) + ": "
                            + i.explanation()));
        }
    }

    private static void show(BlockTemplate block, PrintWriter out) {
        block.label().ifPresent(l -> out.println("    block " + l.preferred()));
        out.println("    columns");
        block.columns().forEach(c -> show(c, 6, out));
        out.println("    rows");
        block.rows().forEach(r -> show(r, 6, out));
    }

    private static void show(Node node, int indent, PrintWriter out) {
        String label = node.label().map(Label::preferred).orElse("(no label)");
        String holds = node.value().map(ProfileCommand::unit).orElse("");
        out.println(" ".repeat(indent) + node.code() + "  " + label + holds);
        node.children().forEach(child -> show(child, indent + 2, out));
    }

    private static String unit(ValueType type) {
        List<String> said = List.of(
                type.unit(),
                type.kind() == ValueType.Kind.DECIMAL ? "decimal" : "",
                type.signed() ? "signed" : "",
                type.unitStated() ? "unit stated in the cell" : "");
        String text = said.stream().filter(s -> !s.isEmpty()).collect(Collectors.joining(", "));
        return text.isEmpty() ? "" : "  [" + text + "]";
    }
}
