package gouji.run;

import gouji.dataset.Csv;
import gouji.dataset.Json;
import java.util.Objects;

/**
 * What a run writes with.
 *
 * @param csv the dataset's tables
 * @param json the dataset's documents, and the outcomes kept
 * @param stores what is kept between runs
 */
public record Formats(Csv csv, Json json, Store.Factory stores) {
    public Formats {
        Objects.requireNonNull(csv, "csv");
        Objects.requireNonNull(json, "json");
        Objects.requireNonNull(stores, "stores");
    }
}
