package gouji.office;

import gouji.dataset.SavedTable;
import gouji.document.Box;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shows where some cells of a report stand: on pictures of the pages, else in the tables as they were read. */
final class Places {
    private final List<Note.Picture> pictures = new ArrayList<>();
    private final List<Excerpt> excerpts = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    Places(Pictures source, Filing report, List<ReportCell> cells, List<SavedTable> tables) {
        Set<String> why = new LinkedHashSet<>();
        List<ReportCell> unseen = new ArrayList<>();
        Map<Integer, List<ReportCell>> pages = new LinkedHashMap<>();
        for (ReportCell cell : cells) {
            if (cell.box().isPresent()) {
                pages.computeIfAbsent(cell.page().orElseThrow(), k -> new ArrayList<>())
                        .add(cell);
            } else {
                why.add("原件不分页");
                unseen.add(cell);
            }
        }
        pages.forEach((page, onPage) -> {
            List<Box> frames = onPage.stream().flatMap(c -> c.box().stream()).toList();
            Pictures.Strip strip = source.strip(report, page, frames);
            strip.png().ifPresentOrElse(png -> pictures.add(picture(page, png)), () -> {
                why.add(strip.missing());
                unseen.addAll(onPage);
            });
        });
        String missing = "未附原件截图：" + String.join("；", why) + "。";
        excerpts.addAll(Excerpt.of(tables, unseen, "下表按读取结果绘制，红框为所涉数据。" + missing));
        if (!unseen.isEmpty() && excerpts.isEmpty()) {
            remarks.add(missing);
        } else if (cells.isEmpty()) {
            remarks.add("未附原件截图：所涉数据在报告中没有可定位的单元格。");
        }
    }

    private static Note.Picture picture(int page, byte[] png) {
        int[] size = PngSize.of(png);
        return new Note.Picture("报告第" + page + "页（红框为所涉数据）", new Note.Png(png), size[0], size[1]);
    }

    List<Note.Picture> pictures() {
        return pictures;
    }

    List<Excerpt> excerpts() {
        return excerpts;
    }

    /** Why nothing can be shown; none where something is. */
    List<String> remarks() {
        return remarks;
    }
}
