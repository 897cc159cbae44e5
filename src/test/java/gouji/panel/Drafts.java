package gouji.panel;

import gouji.body.csv.RegistryFiles;
import gouji.document.Place;
import gouji.profile.Profile;
import gouji.profile.yaml.ProfileLoader;
import gouji.report.Metadata;
import gouji.report.NarrativeFigure;
import gouji.report.Observation;
import gouji.report.Report;
import gouji.report.SectionText;
import gouji.report.State;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reports put together cell by cell: what is not named is 0, {@code null} is blank. */
public final class Drafts {
    public static final Profile PROFILE = ProfileLoader.builtIn("cn-disclosure");
    public static final Filer FILER = new Filer(List.of(PROFILE), RegistryFiles::builtIn);

    private final String template;
    private final String issuer;
    private final int year;
    private String title;
    private String published = "";
    private final List<NarrativeFigure> figures = new ArrayList<>();
    private final List<String> prose = new ArrayList<>();
    private final Map<String, String> cells = new TreeMap<>();
    private final List<String> suspect = new ArrayList<>();

    private Drafts(String template, String issuer, int year) {
        this.template = template;
        this.issuer = issuer;
        this.year = year;
        this.title = issuer + year + "年政府信息公开工作年度报告";
    }

    public static Drafts of(String template, String issuer, int year) {
        return new Drafts(template, issuer, year);
    }

    public Drafts with(String code, String value) {
        cells.put(code, value);
        return this;
    }

    public Drafts blank(String code) {
        cells.put(code, "");
        return this;
    }

    public Drafts suspect(String code) {
        suspect.add(code);
        return this;
    }

    public Drafts titled(String newTitle) {
        title = newTitle;
        return this;
    }

    public Drafts published(String date) {
        published = date;
        return this;
    }

    /** A percentage of the prose that is to be checked. */
    public Drafts stating(String code, String value) {
        figures.add(new NarrativeFigure(
                "section.overview", code, code, new BigDecimal(value), "%", value + "%", Place.UNKNOWN, true));
        return this;
    }

    public Drafts saying(String paragraph) {
        prose.add(paragraph);
        return this;
    }

    public Report report() {
        List<Observation> observations = new ArrayList<>();
        PROFILE.template(template)
                .tables()
                .forEach(t -> t.blocks()
                        .forEach(b -> b.leafRows()
                                .forEach(r -> b.leafColumns()
                                        .forEach(c -> observations.add(cell(t.id(), r.code(), c.code()))))));
        return new Report(
                PROFILE.id(),
                template,
                new Metadata(title, issuer, Optional.of(year), published),
                List.of(new SectionText("section.overview", "一、总体情况", prose)),
                List.of(),
                observations,
                figures,
                List.of(),
                1,
                "zh-Hans");
    }

    private Observation cell(String table, String row, String column) {
        String code = table + "." + row + "." + column;
        String text = cells.getOrDefault(code, "0");
        State state = text.isEmpty() ? State.BLANK : suspect.contains(code) ? State.SUSPECT : State.READ;
        Optional<BigDecimal> value = text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
        return new Observation(template, table, row, column, value, "件", text, state, 0.99, Place.UNKNOWN);
    }
}
