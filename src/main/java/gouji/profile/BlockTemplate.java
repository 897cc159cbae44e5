package gouji.profile;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A part of a table with a header of its own: rows x columns.
 *
 * @param label the line above the block (第二十条第（一）项); empty where there is none
 * @param rowHeader what the corner over the row labels may say (信息内容), empty where it says nothing
 * @param columns column tree
 * @param rows row tree; a block with a single row without a label is a record (one line of values under a header)
 */
public record BlockTemplate(Optional<Label> label, Optional<Label> rowHeader, List<Node> columns, List<Node> rows) {
    public BlockTemplate {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(rowHeader, "rowHeader");
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Columns that hold values, in printed order. */
    public List<Node> leafColumns() {
        return columns.stream()
                .flatMap(Node::all)
                .filter(n -> n.value().isPresent())
                .toList();
    }

    /** Rows that hold values, in printed order. */
    public List<Node> leafRows() {
        return rows.stream()
                .flatMap(Node::all)
                .filter(n -> n.value().isPresent())
                .toList();
    }

    /** All rows, groups too, in printed order. */
    public List<Node> allRows() {
        return rows.stream().flatMap(Node::all).toList();
    }
}
