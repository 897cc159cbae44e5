package gouji.review;

import gouji.dataset.CsvSource;
import gouji.dataset.DatasetFolder;
import gouji.dataset.Json;
import gouji.dataset.NotADatasetException;
import gouji.office.ChartFigures;
import gouji.profile.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The dataset as the last import left it; the charts are counted when they are first asked for. */
final class Snapshot {
    private final Dataset dataset;
    private final DatasetFolder folder;
    private final List<Profile> profiles;
    private final Registries registries;
    private Optional<Dashboard> dashboard = Optional.empty();

    Snapshot(Path root, CsvSource csv, Json json, List<Profile> profiles, Registries registries) throws IOException {
        this.registries = registries;
        try {
            this.folder = new DatasetFolder(root, csv, json);
        } catch (NotADatasetException e) {
            throw new IOException(e.getMessage(), e);
        }
        this.profiles = List.copyOf(profiles);
        this.dataset = new Dataset(root, folder, json);
    }

    Dataset dataset() {
        return dataset;
    }

    synchronized Dashboard dashboard() throws IOException {
        if (dashboard.isEmpty()) {
            dashboard = Optional.of(new Dashboard(new ChartFigures(folder, profiles), registries::province));
        }
        return dashboard.get();
    }
}
