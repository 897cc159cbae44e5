package gouji.written;

import gouji.document.Document;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Every format a test can write a document in. */
public final class Formats {
    private Formats() {}

    /** Writers by name, in a fixed order. */
    public static Map<String, Function<Document, byte[]>> all() {
        Map<String, Function<Document, byte[]>> all = new LinkedHashMap<>();
        all.put("docx", OfficeWriters::docx);
        all.put("pdf", PageWriters::pdf);
        all.put("ofd", PageWriters::ofd);
        all.put("html", HtmlWriters::clean);
        all.put("html of Word", HtmlWriters::word);
        all.put("html of Word in UTF-16", HtmlWriters::wide);
        all.put("html of divs", HtmlWriters::divided);
        all.put("mhtml", FlowWriters::mhtml);
        all.put("doc", DocWriter::doc);
        all.put("rtf", FlowWriters::rtf);
        all.put("odt", FlowWriters::odt);
        all.put("flat odt", FlowWriters::flatOdt);
        all.put("Word 2003 XML", OfficeWriters::wordXml);
        all.put("xlsx", OfficeWriters::xlsx);
        all.put("xls", FlowWriters::xls);
        all.put("ods", OfficeWriters::ods);
        all.put("csv", FlowWriters::csv);
        all.put("text with tabs", TextWriters::tabs);
        all.put("text with bars", TextWriters::pipes);
        all.put("text in GB18030", TextWriters::gb18030);
        return all;
    }
}
