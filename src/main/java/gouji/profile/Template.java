package gouji.profile;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One generation of a family's tables.
 *
 * @param id {@code format-2021}
 * @param tables its tables in printed order
 * @param identities the accounting identities (勾稽关系) among its cells
 */
public record Template(String id, List<TableTemplate> tables, List<Identity> identities) {
    public Template {
        Objects.requireNonNull(id, "id");
        tables = List.copyOf(tables);
        identities = List.copyOf(identities);
    }

    public Optional<TableTemplate> findTable(String tableId) {
        return tables.stream().filter(t -> t.id().equals(tableId)).findFirst();
    }

    /** Whether {@code table.row.column} is a value cell of this template. */
    public boolean hasCell(String code) {
        return tables.stream()
                .filter(t -> code.startsWith(t.id() + "."))
                .anyMatch(t -> t.cellCodes().contains(code.substring(t.id().length() + 1)));
    }

    /** Number of value cells. */
    public int cells() {
        return tables.stream().mapToInt(TableTemplate::cells).sum();
    }
}
