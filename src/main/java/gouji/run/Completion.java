package gouji.run;

import gouji.dataset.Json;
import gouji.dataset.OutputException;
import gouji.dataset.OutputFolder;
import gouji.source.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The note of a run that came to its end: by it the next one knows a dataset that is complete. */
final class Completion {
    private static final String NAME = "complete";

    private final Store store;
    private final Json json;
    private final OutputFolder output;

    Completion(Store store, Setup setup) {
        this.store = store;
        this.json = setup.formats().json();
        this.output = setup.output();
    }

    /**
     * What the run left behind.
     *
     * @param key of what the dataset was made from
     * @param summary its summary
     * @param sizes its files
     * @param inputs digests of its inputs
     */
    record Note(String key, Summary summary, Map<String, Long> sizes, List<String> inputs) {}

    /** The summary of the dataset in place, when it was made from just this and all its files are there. */
    Optional<Summary> find(String key) throws OutputException {
        Optional<Note> note = note().filter(n -> n.key().equals(key));
        return note.filter(n -> isInPlace(n.sizes())).map(Note::summary);
    }

    /** How many inputs of the dataset that is there are not among these; 0 for one that did not come to its end. */
    long dropped(List<Entry> entries) throws OutputException {
        Set<String> now = Set.copyOf(digests(entries));
        return note().stream()
                .flatMap(n -> n.inputs().stream())
                .filter(input -> !now.contains(input))
                .count();
    }

    /** Before the dataset is touched. */
    void forget() throws OutputException {
        store.removeNote(NAME);
        store.commit();
    }

    void keep(String key, Summary summary, Map<String, Long> sizes, List<Entry> entries) throws OutputException {
        store.putNote(NAME, json.line(new Note(key, summary, sizes, digests(entries))));
        store.commit();
    }

    private Optional<Note> note() throws OutputException {
        try {
            return store.findNote(NAME).map(note -> json.read(note, Note.class));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<String> digests(List<Entry> entries) {
        return entries.stream()
                .filter(e -> e.sha256().isPresent())
                .map(Entry::key)
                .distinct()
                .toList();
    }

    private boolean isInPlace(Map<String, Long> sizes) {
        try {
            boolean whole = Files.isRegularFile(output.root().resolve("corrections.csv"))
                    && Files.isRegularFile(output.root().resolve("run.json"));
            for (Map.Entry<String, Long> e : sizes.entrySet()) {
                whole = whole && Files.size(output.root().resolve(e.getKey())) == e.getValue();
            }
            return whole;
        } catch (IOException e) {
            return false;
        }
    }
}
