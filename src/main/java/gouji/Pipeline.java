package gouji;

import gouji.check.CheckedReport;
import gouji.dataset.Extracted;
import gouji.document.Document;
import gouji.document.DocumentReader;
import gouji.report.Report;
import gouji.run.Extractor;
import gouji.source.FileType;
import gouji.source.Input;
import gouji.source.UnreadableException;
import gouji.table.Layout;
import java.util.List;

/**
 * The rooms in a row: bytes, document, layout, report, checked report.
 *
 * @param readers asked in order; the first that knows the content reads it
 * @param layouts from a document to its paragraphs and tables
 * @param reports from a layout to coded values; refuses what is no report
 * @param checks from coded to settled values
 */
record Pipeline(List<DocumentReader> readers, LayoutStep layouts, ReportStep reports, CheckStep checks)
        implements Extractor {

    interface LayoutStep {
        Layout build(Document document) throws UnreadableException;
    }

    interface ReportStep {
        Report normalize(Layout layout) throws UnreadableException;
    }

    interface CheckStep {
        CheckedReport check(Report report);
    }

    @Override
    public Extracted extract(Input input) throws UnreadableException {
        for (DocumentReader reader : readers) {
            if (reader.reads(input)) {
                Document document = reader.read(input);
                Report report = reports.normalize(layouts.build(document));
                return new Extracted(document.format(), checks.check(report));
            }
        }
        throw FileType.of(input).unsupported();
    }
}
