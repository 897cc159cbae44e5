package tablegen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import tablegen.Field.Kind;

/** A report on disclosure whose three tables have horizontal rules only, blanks where it counts nothing. */
public final class OpenForm {
    private static final String[] RESULTS = {"upheld", "corrected", "other_result", "pending", "total"};

    private final Map<String, String> figures;

    private OpenForm(Map<String, String> figures) {
        this.figures = figures;
    }

    /**
     * @param figures what is printed, by {@code table.row.column} in the codes of the edition of 2021
     * @param landscape whether its pages lie
     * @param sizePt of the text
     * @param flush whether figures stand at the right of their columns, not in the middle
     */
    public static DrawnDocument of(Map<String, String> figures, boolean landscape, double sizePt, boolean flush) {
        Look look = new Look(
                Faces.IDENTITY,
                Look.Rules.ACROSS_ONLY,
                Look.Emission.LINE,
                Look.Order.RULES_FIRST,
                false,
                0,
                0,
                0,
                sizePt,
                2.5,
                0,
                flush ? Look.Align.RIGHT : Look.Align.CENTRE,
                Look.Align.LEFT,
                false,
                false,
                landscape);
        List<TableModel> models = new OpenForm(figures).models();
        double width = landscape ? 842 : 595;
        double height = landscape ? 595 : 842;
        try (PDDocument pdf = new PDDocument()) {
            Face face = look.face().open(pdf);
            Paginator pages = new Paginator(face, width, height);
            pages.text("市财政局2023年政府信息公开工作年度报告", 14, 30);
            String[] titles = {"二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况"};
            for (int i = 0; i < models.size(); i++) {
                pages.skip(16);
                pages.text(titles[i], 11, 22);
                pages.skip(10);
                pages.table(new Typeset(models.get(i), face, look, 60, width - 120), Break.NONE);
            }
            byte[] bytes = PdfMaker.bytes(pdf, pages.sheets(), look, face, width, height, new Random(1));
            return new DrawnDocument("open form", bytes, models, DrawnDocument.painted(pages.sheets()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<TableModel> models() {
        return List.of(disclosure(), requests(), remedies());
    }

    private TableModel disclosure() {
        List<Field> fields = new ArrayList<>();
        article(fields, 0, "第二十条第（一）项");
        head(fields, 1, "信息内容", "本年制发件数", "本年废止件数", "现行有效件数");
        String[] columns = {"issued_this_year", "repealed_this_year", "in_force"};
        row(fields, 2, "规章", "disclosure.regulations", columns);
        row(fields, 3, "行政规范性文件", "disclosure.normative_documents", columns);
        article(fields, 4, "第二十条第（五）项");
        head(fields, 5, "信息内容", "本年处理决定数量");
        row(fields, 6, "行政许可", "disclosure.licenses", "decisions_this_year");
        article(fields, 7, "第二十条第（六）项");
        head(fields, 8, "信息内容", "本年处理决定数量");
        row(fields, 9, "行政处罚", "disclosure.penalties", "decisions_this_year");
        row(fields, 10, "行政强制", "disclosure.coercive_measures", "decisions_this_year");
        article(fields, 11, "第二十条第（八）项");
        head(fields, 12, "信息内容", "本年收费金额（单位：万元）");
        row(fields, 13, "行政事业性收费", "disclosure.admin_fees", "fee_amount");
        return new TableModel(14, 4, 2, 1, fields);
    }

    private static void article(List<Field> fields, int row, String text) {
        fields.add(new Field(row, 0, 1, 4, text, Kind.HEADER));
    }

    private static void head(List<Field> fields, int row, String stub, String... names) {
        fields.add(new Field(row, 0, 1, 1, stub, Kind.HEADER));
        for (int i = 0; i < names.length; i++) {
            fields.add(new Field(row, 1 + i, 1, 3 / names.length, names[i], Kind.HEADER));
        }
    }

    private void row(List<Field> fields, int row, String label, String code, String... columns) {
        fields.add(new Field(row, 0, 1, 1, label, Kind.STUB));
        for (int i = 0; i < columns.length; i++) {
            fields.add(new Field(row, 1 + i, 1, 3 / columns.length, printed(code + "." + columns[i]), Kind.VALUE));
        }
    }

    /** The figures in the order of the codes, which is the one of the form. */
    private TableModel requests() {
        List<String> printed = figures.entrySet().stream()
                .filter(e -> e.getKey().startsWith("requests."))
                .map(Map.Entry::getValue)
                .toList();
        return withFigures(
                new ModelMaker(new Random(1), ModelMaker.Writing.HAN).requests(ModelMaker.Zeros.NONE), printed);
    }

    private TableModel remedies() {
        List<String> printed = new ArrayList<>();
        for (String block : new String[] {"review", "litigation.direct", "litigation.after_review"}) {
            for (String result : RESULTS) {
                printed.add(printed("remedies.values." + block + "." + result));
            }
        }
        return withFigures(
                new ModelMaker(new Random(1), ModelMaker.Writing.HAN).remedies(ModelMaker.Zeros.NONE), printed);
    }

    private String printed(String code) {
        return figures.getOrDefault(code, "");
    }

    private static TableModel withFigures(TableModel model, List<String> printed) {
        List<Field> fields = new ArrayList<>();
        int next = 0;
        for (Field f : model.fields()) {
            boolean value = f.kind() == Kind.VALUE;
            fields.add(value ? new Field(f.row(), f.column(), 1, 1, printed.get(next++), f.kind()) : f);
        }
        if (next != printed.size()) {
            throw new IllegalArgumentException(printed.size() + " figures for " + next + " cells");
        }
        return new TableModel(model.rows(), model.columns(), model.headerRows(), model.stubColumns(), fields);
    }
}
