package gouji.written;

import gouji.document.Block;
import gouji.document.Document;
import gouji.document.Grid;
import gouji.document.GridCell;
import gouji.document.Paragraph;
import gouji.document.Place;
import gouji.profile.Profile;
import gouji.profile.TableTemplate;
import gouji.profile.yaml.ProfileLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A report of our own, before it has any format: its figures come from a fixture's truth, or are made from a seed; its
 * tables are the template's.
 *
 * @param name what a test calls it
 * @param document paragraphs and grids with every span
 * @param values the figure of each cell by {@code table.row.column}; empty for a cell printed blank
 */
public record WrittenReport(String name, Document document, Map<String, Optional<BigDecimal>> values) {
    private static final Profile PROFILE = ProfileLoader.builtIn("cn-disclosure");
    private static final Path FIXTURES = Path.of("fixtures", "cn-disclosure");

    /** One for each fixture: its title, body, year and figures. */
    public static List<WrittenReport> ofFixtures() {
        try (Stream<Path> files = Files.walk(FIXTURES)) {
            return files.filter(f -> f.endsWith("truth.csv"))
                    .sorted()
                    .map(WrittenReport::ofFixture)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WrittenReport ofFixture(Path truth) {
        try (CSVParser rows = CSVParser.parse(
                truth,
                StandardCharsets.UTF_8,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            JsonNode meta = JsonMapper.shared().readTree(Files.readString(truth.resolveSibling("meta.json")));
            Map<String, String> printed = new TreeMap<>();
            Map<String, Optional<BigDecimal>> values = new TreeMap<>();
            for (CSVRecord row : rows) {
                String code = row.get("table") + "." + row.get("row") + "." + row.get("column");
                printed.put(code, row.get("printed"));
                values.put(
                        code,
                        row.get("state").equals("value")
                                ? Optional.of(new BigDecimal(row.get("value")))
                                : Optional.empty());
            }
            return new WrittenReport(
                    truth.getParent().getFileName().toString(),
                    document(
                            meta.get("template").asString(),
                            meta.get("title").asString(),
                            meta.get("issuer").asString(),
                            meta.get("year").asInt(),
                            printed,
                            isFeeInYuan(printed, values)),
                    values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A report whose figures are made from a seed; they need not add up. */
    public static WrittenReport made(String template, long seed) {
        return made(template, seed, "云岭县林业局", 2019 + (int) (seed % 6));
    }

    /** The same of a body and a year of one's choice. */
    public static WrittenReport made(String template, long seed, String issuer, int year) {
        java.util.Random random = new java.util.Random(seed);
        Map<String, String> printed = new TreeMap<>();
        Map<String, Optional<BigDecimal>> values = new TreeMap<>();
        for (TableTemplate table : PROFILE.template(template).tables()) {
            for (String cell : table.cellCodes()) {
                String figure = String.valueOf(random.nextInt(4) == 0 ? 0 : random.nextInt(9000));
                printed.put(table.id() + "." + cell, figure);
                values.put(table.id() + "." + cell, Optional.of(new BigDecimal(figure)));
            }
        }
        return new WrittenReport(
                template + "-made-" + seed,
                document(template, issuer + year + "年政府信息公开工作年度报告", issuer, year, printed, false),
                values);
    }

    private static Document document(
            String template, String title, String issuer, int year, Map<String, String> printed, boolean inYuan) {
        List<Block> blocks = new ArrayList<>();
        prose(blocks, title);
        prose(blocks, "本报告依照《中华人民共和国政府信息公开条例》编制，所列数据的统计期限为" + year + "年1月1日至12月31日。");
        prose(blocks, "一、总体情况");
        prose(blocks, issuer + "坚持以公开为常态、不公开为例外，及时更新公开内容，答复各类申请。");
        String[] heads = {"二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况"};
        int n = 0;
        for (TableTemplate table : PROFILE.template(template).tables()) {
            prose(blocks, heads[n++]);
            blocks.add(inYuan ? inYuan(Form.of(table, printed)) : Form.of(table, printed));
        }
        prose(blocks, "五、存在的主要问题及改进情况");
        prose(blocks, "公开内容的解读还不够深入，下一步将丰富形式，加强培训。");
        prose(blocks, "六、其他需要报告的事项");
        prose(blocks, "本年度没有其他需要报告的事项。");
        return new Document("written", List.of(), blocks, List.of());
    }

    /** Whether the head of the fee must say 元: its figure without a unit is ten thousand times the value. */
    private static boolean isFeeInYuan(Map<String, String> printed, Map<String, Optional<BigDecimal>> values) {
        String fee = "disclosure.admin_fees.fee_amount";
        return printed.getOrDefault(fee, "").matches("[0-9.]+")
                && values.get(fee)
                        .filter(v ->
                                v.movePointRight(4).compareTo(new BigDecimal(printed.get(fee))) == 0 && v.signum() != 0)
                        .isPresent();
    }

    private static Grid inYuan(Grid grid) {
        return new Grid(
                grid.cells().stream()
                        .map(c -> new GridCell(
                                c.row(),
                                c.column(),
                                c.rowSpan(),
                                c.columnSpan(),
                                c.text().replace("单位：万元", "单位：元"),
                                c.place()))
                        .toList(),
                grid.exact());
    }

    /** The document as careless copies have it: of equal neighbours in a row one is left, spans are gone. */
    public Document withRepeatedCellsRemoved() {
        List<Block> blocks = new ArrayList<>();
        for (Block block : document.blocks()) {
            blocks.add(block instanceof Grid grid ? withRepeatedCellsRemoved(grid) : block);
        }
        return new Document("written", List.of(), blocks, List.of());
    }

    private static Grid withRepeatedCellsRemoved(Grid grid) {
        List<GridCell> cells = new ArrayList<>();
        int row = -1;
        int column = 0;
        String last = "";
        for (GridCell c : grid.cells().stream()
                .sorted(java.util.Comparator.comparingInt(GridCell::row).thenComparingInt(GridCell::column))
                .toList()) {
            boolean begins = c.row() != row;
            if (begins || !c.text().equals(last)) {
                column = begins ? 0 : column + 1;
                cells.add(new GridCell(c.row(), column, 1, 1, c.text(), c.place()));
            }
            row = c.row();
            last = c.text();
        }
        return new Grid(cells, false);
    }

    private static void prose(List<Block> blocks, String text) {
        blocks.add(new Paragraph(text, Place.UNKNOWN));
    }

    @Override
    public String toString() {
        return name;
    }
}
