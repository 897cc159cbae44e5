package gouji.run.spark;

import gouji.source.Companions;
import gouji.source.Entry;
import gouji.source.Limits;
import gouji.source.SourceSteps;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;

/** From a listed file to itself with its digest and all that is in it; members of archives are put where all see them. */
final class OpenFiles implements Function<Spot, List<Spot>> {
    private static final Limits LIMITS = Limits.STANDARD;

    private final Storage storage;
    private final String members;

    /** @param members folder for members of archives, which all machines see */
    OpenFiles(Storage storage, String members) {
        this.storage = storage;
        this.members = members;
    }

    @Override
    public List<Spot> call(Spot listed) throws IOException {
        if (listed.kind() == Entry.Kind.UNUSABLE) {
            return List.of(listed);
        }
        try (Scratch scratch = new Scratch()) {
            return placed(opened(listed, scratch.folder()), listed);
        }
    }

    private List<SourceSteps.Opened> opened(Spot listed, Path scratch) throws IOException {
        Path content;
        try {
            if (storage.length(listed.uri()) > LIMITS.bytes()) {
                try (InputStream in = storage.open(listed.uri())) {
                    return List.of(SourceSteps.tooLong(listed.entry(), in, LIMITS));
                }
            }
            content = storage.fetch(listed.uri(), scratch);
        } catch (IOException e) {
            return List.of(new SourceSteps.Opened(SourceSteps.unreadable(listed.entry()), -1, List.of()));
        }
        Path staging = Files.createDirectory(scratch.resolve("members"));
        return SourceSteps.open(listed.entry(content, Companions.NONE), LIMITS, staging);
    }

    private List<Spot> placed(List<SourceSteps.Opened> opened, Spot listed) throws IOException {
        List<Spot> spots = new ArrayList<>();
        Map<Path, String> places = new HashMap<>();
        for (SourceSteps.Opened o : opened) {
            String uri = "";
            if (o.entry().member().isEmpty()) {
                uri = listed.uri();
            } else if (o.entry().content().filter(Files::exists).isPresent()) {
                Path file = o.entry().content().get();
                uri = places.containsKey(file) ? places.get(file) : put(file);
                places.put(file, uri);
            }
            spots.add(Spot.of(o, uri));
        }
        return spots;
    }

    /** Under a name that no other attempt uses. */
    private String put(Path file) throws IOException {
        return storage.put(file, members, TaskContext.get().taskAttemptId() + "-" + file.getFileName());
    }
}
