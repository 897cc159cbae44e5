package gouji.real;

import gouji.panel.Drafts;
import gouji.profile.TableTemplate;
import gouji.profile.Template;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One set of real figures, as a report that can be drawn. */
public final class RealReport {
    private final JsonNode root;
    private final JsonNode set;

    public RealReport(JsonNode root, JsonNode set) {
        this.root = root;
        this.set = set;
    }

    public String id() {
        return set.get("id").asString();
    }

    /** Tables that were seen whole. */
    public List<String> complete() {
        return set.get("complete").valueStream().map(JsonNode::asString).toList();
    }

    /** Whether it follows one of the forms with three tables. */
    public boolean hasForm() {
        return set.get("template").asString().startsWith("format-");
    }

    /** Printed text of each cell of a table that the set knows, by its code. */
    public Map<String, String> cells(String table) {
        Map<String, String> cells = new LinkedHashMap<>();
        String template = set.get("template").asString();
        TableTemplate form = Drafts.PROFILE.template(template).findTable(table).orElseThrow();
        form.blocks()
                .forEach(b -> b.leafRows()
                        .forEach(r -> b.leafColumns().forEach(c -> {
                            JsonNode value = value(
                                    table, r.code(), c.code(), b.leafColumns().size());
                            if (!value.isMissingNode()) {
                                cells.put(table + "." + r.code() + "." + c.code(), text(value));
                            }
                        })));
        return cells;
    }

    private JsonNode value(String table, String row, String column, int columns) {
        return switch (table) {
            case "requests" -> at(set.path("requests").path(row), "columns", column);
            case "remedies" -> at(set.path("remedies"), "remedies_order", column);
            default -> {
                JsonNode value = set.path("disclosure").path(row);
                yield value.isObject() ? value.path(column) : columns == 1 ? value : value.path(column);
            }
        };
    }

    private JsonNode at(JsonNode list, String order, String column) {
        List<String> columns =
                root.get(order).valueStream().map(JsonNode::asString).toList();
        return list.path(columns.indexOf(column));
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.isNumber() ? value.decimalValue().toPlainString() : value.asString();
    }

    public byte[] html(List<String> tables) {
        StringBuilder html = new StringBuilder("<html><head><meta charset=\"utf-8\"></head><body>");
        lines().forEach(l -> html.append("<p>").append(l).append("</p>"));
        grids(tables).forEach(g -> html.append(g.html()));
        return html.append("</body></html>").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** With paragraphs of section one before the tables. */
    public byte[] html(List<String> tables, List<String> prose) {
        StringBuilder html = new StringBuilder("<html><head><meta charset=\"utf-8\"></head><body>");
        lines().forEach(l -> html.append("<p>").append(l).append("</p>"));
        html.append("<p>一、总体情况</p>");
        prose.forEach(p -> html.append("<p>").append(p).append("</p>"));
        grids(tables).forEach(g -> html.append(g.html()));
        return html.append("</body></html>").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A figure the prose says, as digits. */
    public String said(String name) {
        JsonNode figure = set.path("narrative").path(name);
        if (!figure.isNumber()) {
            throw new IllegalArgumentException(id() + " says no " + name);
        }
        return figure.decimalValue().toPlainString();
    }

    public byte[] pdf(List<String> tables) throws IOException {
        return PdfOfGrids.pdf(lines(), grids(tables));
    }

    private List<String> lines() {
        String body = set.get("body").asString().replaceAll("[ (（].*", "");
        return List.of(body + set.get("year").asInt() + "年政府信息公开工作年度报告");
    }

    private List<Grid> grids(List<String> tables) {
        Template template = Drafts.PROFILE.template(set.get("template").asString());
        List<Grid> grids = new ArrayList<>();
        for (String id : tables) {
            Map<String, String> cells = cells(id);
            grids.add(MandatedTables.draw(
                    template.findTable(id).orElseThrow(),
                    (row, column) -> cells.getOrDefault(id + "." + row + "." + column, "")));
        }
        return grids;
    }
}
