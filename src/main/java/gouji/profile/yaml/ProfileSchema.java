package gouji.profile.yaml;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import gouji.profile.ProfileProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The published JSON Schema of profiles, and its complaints in sentences. */
final class ProfileSchema {
    private static final Schema SCHEMA = load();

    private ProfileSchema() {}

    static void validate(YamlTree.Parsed tree, List<ProfileProblem> problems) {
        for (Error error : SCHEMA.validate(tree.root())) {
            String path = pointer(error.getInstanceLocation());
            if (error.getKeyword().equals("additionalProperties")) {
                path += "/" + error.getProperty().replace("~", "~0").replace("/", "~1");
            }
            problems.add(new ProfileProblem(tree.line(path), path, sentence(error)));
        }
    }

    private static String sentence(Error error) {
        JsonNode rule = error.getSchemaNode();
        JsonNode found = error.getInstanceNode();
        return switch (error.getKeyword()) {
            case "additionalProperties" -> "unknown key \"" + error.getProperty() + "\"; known here: " + known(error);
            case "required" -> "the key \"" + error.getProperty() + "\" is missing";
            case "type" -> "expected " + list(rule, " or ") + ", found " + described(found);
            case "enum" -> "expected one of " + list(rule, ", ") + ", found " + described(found);
            case "pattern" -> "expected text like " + rule.asString() + ", found " + described(found);
            case "minLength" -> "expected text, found none";
            case "minItems" -> "expected at least " + rule.asString() + " items, found " + found.size();
            case "maxItems" -> "expected at most " + rule.asString() + " items, found " + found.size();
            case "exclusiveMinimum" -> "expected a number above " + rule.asString() + ", found " + described(found);
            default -> error.getMessage();
        };
    }

    private static String known(Error error) {
        JsonNode properties = error.getSchemaLocation() == null
                ? null
                : SCHEMA.getSchemaNode()
                        .at(parent(error.getSchemaLocation().getFragment()))
                        .get("properties");
        return properties == null ? "none" : String.join(", ", new TreeSet<>(properties.propertyNames()));
    }

    private static String parent(NodePath path) {
        return pointer(path.getParent());
    }

    private static String pointer(NodePath path) {
        StringBuilder pointer = new StringBuilder();
        for (int i = 0; i < path.getNameCount(); i++) {
            pointer.append('/')
                    .append(String.valueOf(path.getElement(i))
                            .replace("~", "~0")
                            .replace("/", "~1"));
        }
        return pointer.toString();
    }

    private static String list(JsonNode rule, String between) {
        if (!rule.isArray()) {
            return rule.asString();
        }
        return rule.valueStream()
                .map(JsonNode::asString)
                .reduce((a, b) -> a + between + b)
                .orElse("");
    }

    private static String described(JsonNode found) {
        if (found.isObject()) {
            return "a mapping";
        }
        if (found.isArray()) {
            return "a list";
        }
        if (found.isString()) {
            return "the text \"" + found.asString() + "\"";
        }
        return found.isNull() ? "nothing" : found + (found.isNumber() ? " (a number: quote it to make it text)" : "");
    }

    private static Schema load() {
        try (InputStream in = ProfileSchema.class.getResourceAsStream("/gouji/profiles/profile.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
