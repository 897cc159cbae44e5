package gouji.report;

import gouji.document.Finding;
import gouji.document.Place;
import gouji.profile.Profile;
import gouji.profile.TableTemplate;
import gouji.profile.Template;
import gouji.table.Element;
import gouji.table.Prose;
import gouji.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a document prints a table more than once (last year's beside this year's, a member's in an appendix, a second report
 * in the same file), tells which one is the report's own: by the section heading and the years that stand before it.
 */
final class OwnTables {
    /** Most copies of one table that are looked at. */
    private static final int MOST = 20;
    /** Paragraphs or rows before a table that may say what it is. */
    private static final int BEFORE = 8;

    /** Least share of the best copy's score that another copy has. */
    private static final double ALIKE = 0.5;

    private static final int HEADED = 2;
    private static final int OF_YEAR = 1;
    private static final int OF_OTHER_YEAR = -3;
    private static final Pattern YEAR = Pattern.compile("(?<![0-9])(20[0-9]{2})年");

    private final Profile profile;
    private final LabelForms forms;
    private final CellValues values;
    private final List<PrintedRow> rows;
    private final List<Element> elements;

    OwnTables(Profile profile, LabelForms forms, CellValues values, List<PrintedRow> rows, List<Element> elements) {
        this.profile = profile;
        this.forms = forms;
        this.values = values;
        this.rows = rows;
        this.elements = elements;
    }

    /**
     * The report's own among the printed tables of this kind.
     *
     * @param found the one that fits best
     * @param year the report's, if known
     * @param claimed takes the numbers of all printed tables of the kind
     */
    TableReading own(TableReading found, Optional<Integer> year, Set<Integer> claimed) {
        List<TableReading> copies = new ArrayList<>();
        copies.add(found);
        look(0, found.first(), found, copies);
        look(found.last() + 1, rows.size(), found, copies);
        copies.forEach(c -> claimed.addAll(c.tables()));
        if (copies.size() == 1) {
            return found;
        }
        copies.sort(Comparator.comparingInt(TableReading::first));
        int most = copies.stream().mapToInt(c -> weight(c, year)).max().orElse(0);
        List<TableReading> likely =
                copies.stream().filter(c -> weight(c, year) == most).toList();
        TableReading own = likely.get(0);
        String said = "Table " + found.table().id() + " is printed " + copies.size() + " times";
        if (likely.size() == 1) {
            return own.noting(Finding.info("TABLE_TWICE", said + "; the report's own was taken.", Place.UNKNOWN));
        }
        if (startsAnother(own, likely.get(1))) {
            return own.noting(Finding.warning(
                    "SECOND_REPORT", said + ": the file holds a second report, which was not read.", Place.UNKNOWN));
        }
        return own.inDoubt(Finding.warning(
                "TABLE_UNCERTAIN", said + ", and nothing tells which is the report's own.", Place.UNKNOWN));
    }

    private void look(int from, int to, TableReading found, List<TableReading> copies) {
        if (to <= from || copies.size() >= MOST) {
            return;
        }
        Optional<TableReading> copy = best(from, to, found.table().id())
                .filter(c -> hasFigures(c) && c.score() >= ALIKE * found.score())
                .filter(c -> c.codes().size() * 2 >= found.codes().size());
        copy.ifPresent(c -> {
            copies.add(c);
            look(from, c.first(), found, copies);
            look(c.last() + 1, to, found, copies);
        });
    }

    private static boolean hasFigures(TableReading reading) {
        return reading.observations().stream().anyMatch(o -> o.value().isPresent());
    }

    private Optional<TableReading> best(int from, int to, String id) {
        RowScores scores = new RowScores(forms, rows.subList(from, to));
        List<TableReading> readings = new ArrayList<>();
        for (Template template : profile.templates()) {
            for (TableTemplate table : template.tables()) {
                if (table.id().equals(id)) {
                    TableReader.read(profile, values, scores, template.id(), table)
                            .ifPresent(readings::add);
                }
            }
        }
        return readings.stream()
                .max(Comparator.comparingDouble(TableReading::score))
                .map(r -> r.moved(from));
    }

    private int weight(TableReading copy, Optional<Integer> year) {
        Sections sections = new Sections(profile, forms);
        Set<String> years = new HashSet<>();
        boolean headed = false;
        for (String text : before(copy)) {
            headed |= sections.code(text).filter(copy.table().section()::equals).isPresent();
            Matcher m = YEAR.matcher(LabelForms.compact(text));
            while (m.find()) {
                years.add(m.group(1));
            }
        }
        boolean own = year.isPresent() && years.contains(year.get().toString());
        int byYear = own ? OF_YEAR : years.isEmpty() || year.isEmpty() ? 0 : OF_OTHER_YEAR;
        return byYear + (headed ? HEADED : 0);
    }

    /** What is said before a table, nearest first: rows of words above it, then paragraphs, up to a heading or a table. */
    private List<String> before(TableReading copy) {
        Sections sections = new Sections(profile, forms);
        List<String> said = above(copy);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < said.size() && texts.size() < BEFORE; i++) {
            texts.add(said.get(i));
            if (sections.isHeading(said.get(i))) {
                break;
            }
        }
        return texts;
    }

    private List<String> above(TableReading copy) {
        List<String> texts = new ArrayList<>();
        int table = rows.get(copy.first()).table();
        for (int i = copy.first() - 1; i >= 0 && rows.get(i).table() == table; i--) {
            if (rows.get(i).hasFigures()) {
                return texts;
            }
            String words = rows.get(i).words();
            if (rows.get(i).labels().size() == 1) {
                texts.add(words);
            }
        }
        for (int e = indexOf(table) - 1; e >= 0 && elements.get(e) instanceof Prose p; e--) {
            texts.add(p.text());
        }
        return texts;
    }

    private int indexOf(int table) {
        int number = 0;
        for (int e = 0; e < elements.size(); e++) {
            if (elements.get(e) instanceof Table && number++ == table) {
                return e;
            }
        }
        throw new IllegalArgumentException("no table " + table);
    }

    /** Whether a title stands between two copies of a table. */
    private boolean startsAnother(TableReading own, TableReading other) {
        List<String> between = new ArrayList<>();
        for (int i = own.last() + 1; i < other.first(); i++) {
            between.addAll(rows.get(i).labels());
        }
        int end = indexOf(rows.get(other.first()).table());
        for (int e = indexOf(rows.get(own.last()).table()); e < end; e++) {
            if (elements.get(e) instanceof Prose p) {
                between.add(p.text());
            }
        }
        return between.stream()
                .map(LabelForms::compact)
                .anyMatch(t -> profile.metadata().title().stream()
                        .anyMatch(p -> p.matcher(t).matches()));
    }
}
