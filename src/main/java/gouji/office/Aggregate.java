package gouji.office;

import gouji.dataset.DatasetFolder;
import gouji.dataset.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Members added up into their parent's tables, cell by cell. What a member leaves blank is not added and not taken for 0:
 * it is counted.
 */
public final class Aggregate {
    private static final List<String> HEADER = List.of(
            "parent",
            "year",
            "table",
            "row",
            "column",
            "row_label",
            "column_label",
            "unit",
            "members",
            "with_figure",
            "blank",
            "in_doubt",
            "no_report",
            "sum",
            "parent_figure",
            "difference",
            "remark");

    private final Map<Body, List<Body>> members;
    private final CodedReports reports;
    private final List<List<Value>> rows = new ArrayList<>();
    private int unequal;

    /** @param members of each parent */
    public Aggregate(DatasetFolder dataset, Map<Body, List<Body>> members) throws IOException {
        this.members = members;
        Set<Body> named = new HashSet<>(members.keySet());
        members.values().forEach(named::addAll);
        this.reports = CodedReports.of(dataset, f -> named.stream().anyMatch(b -> b.filed(f)));
    }

    /** Cells where the parent's own figure is not the sum, though every member has one. */
    public int unequal() {
        return unequal;
    }

    /** A row for each parent, year and cell of which a member or the parent has one. */
    public Sheet sheet() {
        members.forEach((parent, list) -> {
            Set<String> years = new TreeSet<>();
            reports.filings().stream()
                    .filter(f -> !f.year().isEmpty() && list.stream().anyMatch(m -> m.filed(f)))
                    .forEach(f -> years.add(f.year()));
            years.forEach(year -> add(parent, list, year));
        });
        return new Sheet(HEADER, rows);
    }

    private Optional<Filing> report(Body body, String year) {
        List<Filing> own = reports.filings().stream()
                .filter(f -> f.year().equals(year) && body.filed(f))
                .toList();
        return own.isEmpty() ? Optional.empty() : Optional.of(Filing.best(own));
    }

    private void add(Body parent, List<Body> list, String year) {
        Cells cells = reports.cells();
        Map<String, Map<Cells.Code, Cells.Cell>> theirs = new LinkedHashMap<>();
        for (Body member : list) {
            report(member, year).ifPresent(f -> theirs.put(member.name(), cells.of(f.reportId())));
        }
        Map<Cells.Code, Cells.Cell> own =
                report(parent, year).map(f -> cells.of(f.reportId())).orElse(Map.of());
        Set<Cells.Code> codes = new TreeSet<>(own.keySet());
        theirs.values().forEach(m -> codes.addAll(m.keySet()));
        for (Cells.Code code : codes) {
            add(parent, year, code, new Sum(code, theirs, list.size()), Optional.ofNullable(own.get(code)));
        }
    }

    private void add(Body parent, String year, Cells.Code code, Sum sum, Optional<Cells.Cell> own) {
        Optional<BigDecimal> figure = own.filter(Cells.Cell::sure).flatMap(Cells.Cell::value);
        Optional<BigDecimal> total = sum.figures > 0 ? Optional.of(sum.total) : Optional.empty();
        Optional<BigDecimal> difference = figure.flatMap(f -> total.map(f::subtract));
        boolean differs = difference.isPresent() && difference.get().signum() != 0;
        if (differs && sum.isWhole()) {
            unequal++;
        }
        List<Value> row = new ArrayList<>(List.of(Value.of(parent.name()), Value.of(year)));
        row.addAll(reports.columns(code));
        row.addAll(List.of(
                Value.of(sum.members),
                Value.of(sum.figures),
                Value.of(sum.blank),
                Value.of(sum.doubtful),
                Value.of(sum.members - sum.reports),
                Value.of(total),
                Value.of(figure),
                Value.of(difference),
                Value.of(differs ? sum.culprit(difference.get()) : "")));
        rows.add(row);
    }

    /** One cell of all members. */
    private static final class Sum {
        private final int members;
        private final int reports;
        private final Map<String, Cells.Cell> cells = new TreeMap<>();
        private BigDecimal total = BigDecimal.ZERO;
        private int figures;
        private int blank;
        private int doubtful;

        Sum(Cells.Code code, Map<String, Map<Cells.Code, Cells.Cell>> reports, int members) {
            this.members = members;
            this.reports = reports.size();
            reports.forEach((name, report) -> add(name, Optional.ofNullable(report.get(code))));
        }

        private void add(String name, Optional<Cells.Cell> cell) {
            cell.ifPresent(c -> cells.put(name, c));
            if (cell.isEmpty()
                    || cell.get().state().equals("blank")
                    || cell.get().state().equals("absent")) {
                blank++;
            } else if (cell.get().sure()) {
                total = total.add(cell.get().value().orElseThrow());
                figures++;
            } else {
                doubtful++;
            }
        }

        boolean isWhole() {
            return figures == members;
        }

        /** The member whose figure is the difference, or that contradicts itself there; else what is lacking. */
        String culprit(BigDecimal difference) {
            List<String> same = new ArrayList<>();
            List<String> contradicted = new ArrayList<>();
            cells.forEach((name, cell) -> {
                if (cell.sure() && cell.value().orElseThrow().abs().compareTo(difference.abs()) == 0) {
                    same.add(name);
                }
                if (cell.state().equals("contradicted")) {
                    contradicted.add(name);
                }
            });
            if (!isWhole()) {
                return "成员数据不全:" + figures + "/" + members;
            }
            if (!same.isEmpty()) {
                return (difference.signum() < 0 ? "差额等于该单位数据(疑似漏计):" : "差额等于该单位数据(疑似重计):") + String.join("、", same);
            }
            return contradicted.isEmpty() ? "无单一成员可以解释差额" : "该单位本项自相矛盾:" + String.join("、", contradicted);
        }
    }
}
