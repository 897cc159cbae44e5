package blackbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A table for comparing: rows from column to value. A figure is a BigDecimal without trailing zeros, all else a text, no
 * value the empty text.
 */
final class Table {
    private Table() {}

    /** Types of the columns of a table as datapackage.json has them. */
    static Map<String, String> types(Path dataset, String table) throws IOException {
        JsonNode description = new JsonMapper().readTree(Files.readAllBytes(dataset.resolve("datapackage.json")));
        Map<String, String> types = new LinkedHashMap<>();
        for (JsonNode resource : description.get("resources")) {
            if (resource.get("name").asString().equals(table)) {
                resource.get("schema")
                        .get("fields")
                        .forEach(f -> types.put(
                                f.get("name").asString(), f.get("type").asString()));
            }
        }
        return types;
    }

    /** The CSV file as it stands, apostrophes taken off as the contract says. */
    static List<Map<String, Object>> csv(Path file, Map<String, String> types) throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser parser = CSVFormat.RFC4180.builder().setHeader().get().parse(reader)) {
            for (CSVRecord record : parser) {
                Map<String, Object> row = new LinkedHashMap<>();
                record.toMap().forEach((name, text) -> row.put(name, value(types.get(name), unguarded(text))));
                rows.add(row);
            }
        }
        return rows;
    }

    private static String unguarded(String text) {
        return text.matches("(?s)'+[=+\\-@＝＋－＠\t\r].*") ? text.substring(1) : text;
    }

    static Object value(String type, String text) {
        boolean number = !text.isEmpty() && (type.equals("number") || type.equals("integer"));
        return number ? figure(new BigDecimal(text)) : text;
    }

    static BigDecimal figure(BigDecimal figure) {
        return figure.signum() == 0 ? BigDecimal.ZERO : figure.stripTrailingZeros();
    }
}
