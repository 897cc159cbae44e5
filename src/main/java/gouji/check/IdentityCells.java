package gouji.check;

import gouji.profile.Identity;
import gouji.profile.Template;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The cells of an identity at the place that a row of checks.csv names.
 *
 * @param left cells of the left side with their weights
 * @param right cells of the right side
 * @param relation how the two sides relate
 */
public record IdentityCells(List<Weighted> left, List<Weighted> right, Identity.Relation relation) {
    public IdentityCells {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    /** A cell of the identity's table. */
    public record Weighted(int weight, String row, String column) {}

    /** Finds them; empty where the template has no such identity there. */
    public static Optional<IdentityCells> find(
            Template template, String check, String table, String row, String column) {
        return template.identities().stream()
                .filter(i -> i.id().equals(check) && i.table().equals(table))
                .flatMap(i -> at(i, row, column).stream())
                .findFirst();
    }

    private static Optional<IdentityCells> at(Identity identity, String row, String column) {
        if (identity.scope() == Identity.Scope.COLUMN) {
            return covers(identity, column)
                    ? Optional.of(cells(identity, code -> new Weighted(1, code, column)))
                    : Optional.empty();
        }
        if (!identity.within()) {
            return covers(identity, row)
                    ? Optional.of(cells(identity, code -> new Weighted(1, row, code)))
                    : Optional.empty();
        }
        return identity.over().stream()
                .filter(group -> column.equals(identity.at().isEmpty() ? group : group + "." + identity.at()))
                .findFirst()
                .map(group -> cells(identity, code -> new Weighted(1, row, group + "." + code)));
    }

    private static boolean covers(Identity identity, String code) {
        return identity.over().isEmpty() || identity.over().contains(code);
    }

    private static IdentityCells cells(Identity identity, Function<String, Weighted> place) {
        return new IdentityCells(
                weighted(identity.left(), place), weighted(identity.right(), place), identity.relation());
    }

    private static List<Weighted> weighted(List<Identity.Term> terms, Function<String, Weighted> place) {
        return terms.stream()
                .map(t -> {
                    Weighted cell = place.apply(t.code());
                    return new Weighted(t.weight(), cell.row(), cell.column());
                })
                .toList();
    }
}
