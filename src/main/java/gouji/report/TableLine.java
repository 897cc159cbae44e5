package gouji.report;

import gouji.profile.BlockTemplate;
import gouji.profile.Node;
import gouji.profile.TableTemplate;
import java.util.ArrayList;
import java.util.List;

/**
 * A row that a template expects.
 *
 * @param block its block
 * @param node its row
 * @param optional true for a group: its subtotal is not part of the template, but some reports print it
 * @param columns number of value columns of its block
 */
record TableLine(BlockTemplate block, Node node, boolean optional, int columns) {

    static List<TableLine> of(TableTemplate table) {
        List<TableLine> lines = new ArrayList<>();
        for (BlockTemplate block : table.blocks()) {
            int columns = block.leafColumns().size();
            for (Node node : block.allRows()) {
                lines.add(new TableLine(block, node, node.value().isEmpty(), columns));
            }
        }
        return lines;
    }

    /** Whether the row prints no label of its own: a line of figures under a header. */
    boolean isRecord() {
        return node.label().isEmpty();
    }
}
