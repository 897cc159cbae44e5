package gouji;

import gouji.check.CheckedReport;
import gouji.document.Box;
import gouji.document.Document;
import gouji.document.Finding;
import gouji.document.Page;
import gouji.document.Place;
import gouji.report.Observation;
import gouji.report.Report;
import gouji.report.State;
import gouji.table.Cell;
import gouji.table.Element;
import gouji.table.Layout;
import gouji.table.SecondOpinion;
import gouji.table.SecondReader;
import gouji.table.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Asks a second table reader where there is reason to: of the figures an identity speaks against, and for tables on
 * pages where the first reader found none. It is slow, so nothing else is asked.
 */
final class SecondLook {
    /** Confidence in a figure of which two readers say different things. */
    private static final double DISPUTED = 0.5;
    /** Longest document looked through for tables that the first reader did not find. */
    private static final int PAGES = 40;

    private final SecondReader reader;

    SecondLook(SecondReader reader) {
        this.reader = reader;
    }

    /** The report with those contradicted figures in doubt that the second reader reads otherwise. */
    CheckedReport doubt(CheckedReport checked, Document document) {
        if (document.pages().isEmpty() || !checked.contradictsItself()) {
            return checked;
        }
        Set<Place> disputed = disputed(checked.report(), document);
        return disputed.isEmpty() ? checked : withDoubt(checked, disputed);
    }

    private Set<Place> disputed(Report report, Document document) {
        Set<Integer> pages = new HashSet<>();
        report.observations().stream()
                .filter(o -> o.state() == State.CONTRADICTED)
                .forEach(o -> pages.add(o.place().page()));
        SecondOpinion opinion = new SecondOpinion(reader);
        Set<Place> disputed = new HashSet<>();
        for (Page page : document.pages()) {
            if (pages.contains(page.number())) {
                for (Table table : report.tables()) {
                    opinion.disagreements(table, page).stream().map(Cell::place).forEach(disputed::add);
                }
            }
        }
        return disputed;
    }

    private static CheckedReport withDoubt(CheckedReport checked, Set<Place> disputed) {
        Report r = checked.report();
        List<Finding> findings = new ArrayList<>(r.findings());
        List<Observation> observations = new ArrayList<>();
        for (Observation o : r.observations()) {
            boolean doubt = o.state() == State.CONTRADICTED && disputed.contains(o.place());
            observations.add(doubt ? o.withState(State.SUSPECT, DISPUTED) : o);
            if (doubt) {
                findings.add(Finding.warning(
                        "READERS_DISAGREE",
                        "An identity speaks against “" + o.raw() + "” (" + o.code() + "), and a second reader reads the"
                                + " cell otherwise.",
                        o.place()));
            }
        }
        Report doubted = new Report(
                r.profile(),
                r.template(),
                r.metadata(),
                r.sections(),
                r.tables(),
                observations,
                r.figures(),
                findings,
                r.pages(),
                r.language());
        return new CheckedReport(doubted, checked.checks(), checked.repairs());
    }

    /** The layout with what the second reader takes for tables on the pages where the first found none. */
    Layout moreTables(Layout layout, Document document) {
        Set<Integer> known = new HashSet<>();
        layout.tables().forEach(t -> t.regions().forEach(p -> known.add(p.page())));
        List<Element> elements = new ArrayList<>(layout.elements());
        if (document.pages().size() <= PAGES) {
            for (Page page : document.pages()) {
                if (!known.contains(page.number()) && !page.glyphs().isEmpty()) {
                    elements.addAll(reader.aligned(page, new Box(0, 0, page.widthPt(), page.heightPt())));
                }
            }
        }
        return new Layout(elements, layout.pages(), layout.findings());
    }
}
