package gouji.profile;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A row or a column of a template, or a group of them.
 *
 * @param code canonical code, a full dotted path ({@code result.denied.state_secret}); never reused
 * @param label its wordings; empty for a row that prints none
 * @param value what its cells hold; empty for a group that has no cells of its own
 * @param children rows or columns below it, in printed order
 */
public record Node(String code, Optional<Label> label, Optional<ValueType> value, List<Node> children) {
    public Node {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(value, "value");
        children = List.copyOf(children);
    }

    /** This node and all below it, in printed order. */
    public Stream<Node> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Node::all));
    }
}
