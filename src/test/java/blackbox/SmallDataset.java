package blackbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A dataset written by hand: only the columns an office command asks for. */
final class SmallDataset {
    private static final List<String> REPORTS = List.of(
            "report_id",
            "input",
            "format",
            "profile",
            "template",
            "title",
            "issuer",
            "year:integer",
            "published:date",
            "cells_read:integer",
            "checks_failed:integer",
            "body");
    private static final List<String> OBSERVATIONS =
            List.of("report_id", "table", "row", "column", "value:number", "unit", "state");
    private static final List<String> LEDGER = List.of("input", "status", "report_id");

    private final StringBuilder reports = new StringBuilder();
    private final StringBuilder observations = new StringBuilder();
    private final StringBuilder ledger = new StringBuilder();
    private final Path folder;
    private String profile = "p";

    SmallDataset(Path folder) {
        this.folder = folder;
    }

    /** The family of the reports that follow. */
    SmallDataset of(String family) {
        profile = family;
        return this;
    }

    /** A report of an issuer; {@code body} is its key, empty for none. */
    SmallDataset report(String id, String issuer, int year, String published, String body) {
        String input = id + ".pdf";
        reports.append(String.join(
                        ",", id, input, "pdf", profile, "t", "title", issuer, "" + year, published, "200", "0", body))
                .append('\n');
        ledger.append(input).append(",imported,").append(id).append('\n');
        return this;
    }

    SmallDataset input(String input, String status, String report) {
        ledger.append(input)
                .append(',')
                .append(status)
                .append(',')
                .append(report)
                .append('\n');
        return this;
    }

    /** The cell {@code received_new.total} of table {@code requests}; the value empty for a blank. */
    SmallDataset cell(String id, String value, String state) {
        return cell(id, "received_new", value, "件", state);
    }

    SmallDataset cell(String id, String row, String value, String unit, String state) {
        observations
                .append(String.join(",", id, "requests", row, "total", value, unit, state))
                .append('\n');
        return this;
    }

    Path write() throws IOException {
        List<String> resources = new ArrayList<>();
        resources.add(table("ledger", LEDGER, ledger));
        resources.add(table("reports", REPORTS, reports));
        resources.add(table("observations", OBSERVATIONS, observations));
        Folder.write(folder.resolve("datapackage.json"), "{\"resources\": [" + String.join(", ", resources) + "]}");
        return folder;
    }

    private String table(String name, List<String> columns, StringBuilder rows) throws IOException {
        List<String> names =
                columns.stream().map(c -> c.replaceFirst(":.*", "")).toList();
        Folder.write(folder.resolve(name + ".csv"), String.join(",", names) + "\n" + rows);
        List<String> fields = new ArrayList<>();
        for (String c : columns) {
            String type = c.contains(":") ? c.replaceFirst(".*:", "") : "string";
            fields.add("{\"name\": \"" + c.replaceFirst(":.*", "") + "\", \"type\": \"" + type + "\"}");
        }
        return "{\"name\": \"" + name + "\", \"path\": \"" + name + ".csv\", \"schema\": {\"fields\": ["
                + String.join(", ", fields) + "]}}";
    }
}
