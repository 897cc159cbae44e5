package gouji;

import gouji.dataset.csv.CommonsCsvSource;
import gouji.document.Recognizer;
import gouji.office.Body;
import gouji.office.BodyList;
import gouji.panel.Roster;
import gouji.profile.Profile;
import gouji.profile.ProfileException;
import gouji.profile.yaml.ProfileLoader;
import gouji.run.Extractor;
import gouji.run.UsageException;
import gouji.table.LayoutBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts the rooms together for the command. */
final class Wiring {
    private Wiring() {}

    static Engine engine(Optional<Path> profile, int maxPages, Recognition recognition) throws UsageException {
        List<Profile> profiles = profile.isPresent() ? List.of(load(profile.get())) : builtIn();
        String identity = profiles.stream().map(p -> p.id() + ":" + p.version()).collect(Collectors.joining(","))
                + profile.map(p -> ":" + digest(p)).orElse("");
        return new Engine(
                () -> pipeline(profiles, maxPages, recognition),
                Optional.of(WorkerMain.command(profile, maxPages, recognition)),
                profiles,
                identity + " ocr=" + recognition.identity());
    }

    private static Extractor pipeline(List<Profile> profiles, int maxPages, Recognition recognition) {
        Optional<Recognizer> recognizer = recognition.recognizer();
        return new ReportPipeline(
                Readers.all(maxPages, recognizer.isPresent()),
                recognizer,
                new LayoutBuilder(),
                profiles,
                recognition.calibration());
    }

    static List<Profile> builtIn() {
        return ProfileLoader.builtInIds().stream().map(ProfileLoader::builtIn).toList();
    }

    static Profile load(Path file) throws UsageException {
        try {
            return ProfileLoader.load(file);
        } catch (ProfileException e) {
            throw new UsageException("--profile " + file + ": " + e.problems().size() + " problems, the first: "
                    + e.problems().get(0) + "%nSee all of them with: gouji profile check ".formatted() + file);
        } catch (IOException e) {
            throw new UsageException("--profile " + file + ": cannot be read; expected a profile (YAML)");
        }
    }

    static Roster roster(Path file) throws UsageException {
        try {
            Map<String, List<String>> members = new LinkedHashMap<>();
            BodyList.members(file, new CommonsCsvSource())
                    .forEach((parent, list) -> members.put(
                            parent.name(), list.stream().map(Body::name).toList()));
            return new Roster(members);
        } catch (BodyList.ListException e) {
            throw new UsageException("--members: " + e.getMessage());
        }
    }

    private static String digest(Path file) {
        try {
            return Integer.toHexString(java.util.Arrays.hashCode(Files.readAllBytes(file)));
        } catch (IOException e) {
            return "";
        }
    }
}
