package gouji.office;

import gouji.dataset.DatasetFolder;
import gouji.dataset.Value;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Some reports of a dataset with their cells and the words for their codes.
 *
 * @param filings the reports
 * @param cells their cells
 * @param labels the printed words
 */
record CodedReports(List<Filing> filings, Cells cells, Labels labels) {
    static CodedReports of(DatasetFolder dataset, Predicate<Filing> wanted) throws IOException {
        List<Filing> filings = Filing.all(dataset).stream().filter(wanted).toList();
        Cells cells = Cells.of(dataset, filings.stream().map(Filing::reportId).collect(Collectors.toSet()));
        return new CodedReports(filings, cells, Labels.of(dataset));
    }

    /** The columns {@code table, row, column, row_label, column_label, unit} of a sheet. */
    List<Value> columns(Cells.Code code) {
        return List.of(
                Value.of(code.table()),
                Value.of(code.row()),
                Value.of(code.column()),
                Value.of(labels.row(code.table(), code.row())),
                Value.of(labels.column(code.table(), code.column())),
                Value.of(code.unit()));
    }
}
