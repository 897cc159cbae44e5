package gouji.profile.yaml;

import gouji.profile.ProfileProblem;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A YAML 1.2 document as a JSON tree that remembers its lines.
 *
 * <p>Composed to nodes rather than bound to objects: only nodes carry line marks. Core schema, so {@code on} and
 * {@code no} are text. Repeated keys, cycles and trees blown up by aliases are refused.
 */
final class YamlTree {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_NODES = 200_000;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, Integer> lines = new HashMap<>();
    private final List<ProfileProblem> problems;
    private int nodes;

    private YamlTree(List<ProfileProblem> problems) {
        this.problems = problems;
    }

    /** A tree and its lines; empty where the text is no YAML, with the reason added to {@code problems}. */
    static Optional<Parsed> parse(String text, List<ProfileProblem> problems) {
        YamlTree tree = new YamlTree(problems);
        try {
            LoadSettings settings =
                    LoadSettings.builder().setSchema(new CoreSchema()).build();
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                problems.add(new ProfileProblem(0, "", "expected a profile, found an empty file"));
                return Optional.empty();
            }
            return Optional.of(new Parsed(tree.convert(root.get(), "", 0), tree.lines));
        } catch (MarkedYamlEngineException e) {
            Mark mark = e.getProblemMark().or(e::getContextMark).orElse(null);
            problems.add(new ProfileProblem(mark == null ? 0 : mark.getLine() + 1, "", "no valid YAML: " + said(e)));
        } catch (YamlEngineException | StackOverflowError e) {
            problems.add(new ProfileProblem(0, "", "no valid YAML: " + e.getMessage()));
        }
        return Optional.empty();
    }

    private static String said(MarkedYamlEngineException e) {
        return Stream.of(e.getContext(), e.getProblem())
                .filter(s -> s != null && !s.isBlank())
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(", "), s -> s.isEmpty() ? "it cannot be parsed" : s));
    }

    private JsonNode convert(Node node, String path, int depth) {
        lines.putIfAbsent(path, line(node));
        if (depth > MAX_DEPTH || ++nodes > MAX_NODES) {
            throw new YamlEngineException("nested deeper than " + MAX_DEPTH + " levels or grown over " + MAX_NODES
                    + " nodes by aliases (line " + line(node) + ")");
        }
        if (node instanceof MappingNode mapping) {
            return object(mapping, path, depth);
        }
        if (node instanceof SequenceNode sequence) {
            return array(sequence, path, depth);
        }
        return scalar((ScalarNode) node);
    }

    private ObjectNode object(MappingNode mapping, String path, int depth) {
        ObjectNode object = JSON.objectNode();
        Map<String, Integer> seen = new HashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode s
                    ? s.getValue()
                    : tuple.getKeyNode().toString();
            String below = path + "/" + key.replace("~", "~0").replace("/", "~1");
            int line = line(tuple.getKeyNode());
            Integer first = seen.putIfAbsent(key, line);
            if (first != null) {
                problems.add(new ProfileProblem(
                        line, below, "the key \"" + key + "\" is repeated; it stands first in line " + first));
                continue;
            }
            lines.put(below, line);
            object.set(key, convert(tuple.getValueNode(), below, depth + 1));
        }
        return object;
    }

    private ArrayNode array(SequenceNode sequence, String path, int depth) {
        ArrayNode array = JSON.arrayNode();
        for (Node item : sequence.getValue()) {
            array.add(convert(item, path + "/" + array.size(), depth + 1));
        }
        return array;
    }

    private static JsonNode scalar(ScalarNode node) {
        String text = node.getValue();
        Tag tag = node.getTag();
        if (tag.equals(Tag.NULL)) {
            return JSON.nullNode();
        }
        if (tag.equals(Tag.BOOL)) {
            return JSON.booleanNode(Boolean.parseBoolean(text.toLowerCase(java.util.Locale.ROOT)));
        }
        try {
            if (tag.equals(Tag.INT)) {
                return JSON.numberNode(new BigInteger(text));
            }
            if (tag.equals(Tag.FLOAT)) {
                return JSON.numberNode(new BigDecimal(text));
            }
        } catch (NumberFormatException e) {
            return JSON.stringNode(text); // 0x1F, .inf: no number a profile could mean
        }
        return JSON.stringNode(text);
    }

    private static int line(Node node) {
        return node.getStartMark().map(m -> m.getLine() + 1).orElse(0);
    }

    /**
     * @param root the document
     * @param lines line (from 1) of each JSON pointer: of the key in a mapping, of the item in a sequence
     */
    record Parsed(JsonNode root, Map<String, Integer> lines) {
        int line(String path) {
            String p = path;
            while (!lines.containsKey(p) && !p.isEmpty()) {
                p = p.substring(0, p.lastIndexOf('/'));
            }
            return lines.getOrDefault(p, 0);
        }
    }
}
