package gouji.profile;

import java.util.List;
import java.util.Objects;

/**
 * One mandated table.
 *
 * @param id canonical code of the table ({@code requests})
 * @param section code of the section it stands in, or empty
 * @param notes texts inside the table that are neither label nor value (the corner sentence)
 * @param blocks its parts from top to bottom
 * @param open whether reports have rows of their own beside those listed, anywhere in the table
 */
public record TableTemplate(String id, String section, List<Label> notes, List<BlockTemplate> blocks, boolean open) {
    /** A table whose rows are all listed. */
    public TableTemplate(String id, String section, List<Label> notes, List<BlockTemplate> blocks) {
        this(id, section, notes, blocks, false);
    }

    public TableTemplate {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(section, "section");
        notes = List.copyOf(notes);
        blocks = List.copyOf(blocks);
    }

    /** Number of value cells the template has. */
    public int cells() {
        return blocks.stream()
                .mapToInt(b -> b.leafRows().size() * b.leafColumns().size())
                .sum();
    }

    /** {@code row.column} of each value cell, in printed order. */
    public List<String> cellCodes() {
        return blocks.stream()
                .flatMap(b -> b.leafRows().stream()
                        .flatMap(r -> b.leafColumns().stream().map(c -> r.code() + "." + c.code())))
                .toList();
    }
}
