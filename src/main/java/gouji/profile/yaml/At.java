package gouji.profile.yaml;

import gouji.profile.ProfileProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A value of a profile and where it stands. Only ever made over a tree the schema has accepted, so types are known.
 *
 * @param node never null
 * @param path JSON pointer
 * @param tree lines
 * @param problems where {@link #problem} reports
 */
record At(JsonNode node, String path, YamlTree.Parsed tree, List<ProfileProblem> problems) {

    Optional<At> find(String key) {
        JsonNode child = node.isObject() ? node.get(key) : null;
        return child == null ? Optional.empty() : Optional.of(at(child, key));
    }

    At get(String key) {
        return find(key)
                .orElseThrow(() -> new IllegalStateException("the schema let " + path + " pass without " + key));
    }

    /** Items of a list; none where the key is missing. */
    List<At> list(String key) {
        return find(key).map(At::items).orElse(List.of());
    }

    List<At> items() {
        List<At> items = new ArrayList<>();
        for (JsonNode item : node) {
            items.add(at(item, Integer.toString(items.size())));
        }
        return items;
    }

    /** Entries of a mapping in the order of the file; none where the key is missing. */
    Map<String, At> map(String key) {
        Map<String, At> entries = new LinkedHashMap<>();
        find(key)
                .ifPresent(m -> m.node.properties()
                        .forEach(e -> entries.put(
                                e.getKey(),
                                m.at(e.getValue(), e.getKey().replace("~", "~0").replace("/", "~1")))));
        return entries;
    }

    String text() {
        return node.asString();
    }

    String text(String key, String otherwise) {
        return find(key).map(At::text).orElse(otherwise);
    }

    List<String> texts(String key) {
        return list(key).stream().map(At::text).toList();
    }

    boolean flag(String key) {
        return find(key).map(a -> a.node.asBoolean()).orElse(false);
    }

    void problem(String message) {
        problems.add(new ProfileProblem(tree.line(path), path, message));
    }

    private At at(JsonNode child, String key) {
        return new At(child, path + "/" + key, tree, problems);
    }
}
