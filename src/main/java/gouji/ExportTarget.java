package gouji;

import gouji.run.UsageException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a dataset is exported to.
 *
 * @param form which form
 * @param url of the server; empty for files
 */
record ExportTarget(Form form, String url) {
    private static final String POSTGRESQL = "jdbc:postgresql:";

    /** The forms; those that are one file have an ending. */
    enum Form {
        CSV(""),
        JSON(""),
        JSONL(""),
        PARQUET(""),
        XLSX(".xlsx"),
        SQLITE(".sqlite"),
        DUCKDB(".duckdb"),
        POSTGRESQL("");

        private final String ending;

        Form(String ending) {
            this.ending = ending;
        }

        boolean isFile() {
            return !ending.isEmpty();
        }

        String ending() {
            return ending;
        }
    }

    static ExportTarget of(String word) throws UsageException {
        if (word.startsWith(POSTGRESQL)) {
            return new ExportTarget(Form.POSTGRESQL, word);
        }
        for (Form form : Form.values()) {
            if (form != Form.POSTGRESQL && form.name().toLowerCase(Locale.ROOT).equals(word)) {
                return new ExportTarget(form, "");
            }
        }
        String forms = Arrays.stream(Form.values())
                .filter(f -> f != Form.POSTGRESQL)
                .map(f -> f.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        throw new UsageException(
                "--to: expected one of " + forms + " or " + POSTGRESQL + "//HOST/DATABASE, found " + word);
    }
}
