package gouji.profile;

import java.util.List;
import java.util.Objects;

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
}
