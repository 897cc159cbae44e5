package gouji.dataset;

import gouji.table.HeaderModel;
import gouji.table.Table;
import gouji.table.TableStream;
import java.io.IOException;
import java.util.List;

/** NAME-N.csv: the N-th table as printed, in the form of tables/REPORT_ID-N.csv. */
public final class TableCsv implements TableWriter {
    private final Csv csv;
    private final TableFiles files;
    private int tables;
    private int columns;
    private Csv.Rows rows;

    public TableCsv(Csv csv, TableFiles files) {
        this.csv = csv;
        this.files = files;
    }

    @Override
    public void table(TableStream.Stretch stretch, HeaderModel headers) throws IOException {
        Table table = stretch.table();
        boolean goesOn = stretch.continued() && columns == PrintedTable.columns(table);
        if (!goesOn) {
            close();
            columns = PrintedTable.columns(table);
            rows = csv.open(files.open("-" + ++tables + ".csv"), PrintedTable.header(columns));
        }
        List<List<Value>> printed = PrintedTable.rows(table);
        for (List<Value> row : printed.subList(goesOn ? stretch.repeatedRows() : 0, printed.size())) {
            rows.row(row);
        }
    }

    @Override
    public void end(TableDocument document) {
        // a table a file: nothing is said of the document
    }

    @Override
    public void close() throws IOException {
        if (rows != null) {
            rows.close();
            rows = null;
        }
    }
}
