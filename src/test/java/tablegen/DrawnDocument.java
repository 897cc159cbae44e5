package tablegen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import tablegen.Break.LabelOn;
import tablegen.ModelMaker.Writing;
import tablegen.ModelMaker.Zeros;

/**
 * A PDF with tables, made up from a number, and the truth about it.
 *
 * @param what the document in a few words
 * @param tables in reading order
 * @param painted all text on its pages but page numbers, in no particular order
 */
public record DrawnDocument(String what, byte[] pdf, List<TableModel> tables, String painted) {
    /** How the tables of a document stand to each other. */
    enum Scene {
        ONE,
        BROKEN,
        FOLLOWING_WITH_TITLE,
        FOLLOWING,
        NEXT_PAGE,
        SIDE_BY_SIDE,
        TOUCHING
    }

    /** The document of a number; equal numbers of equal seeds make equal documents. */
    public static DrawnDocument of(long seed, int number) {
        return new Maker(new Random(seed * 1_000_003 + number), number).make();
    }

    static String painted(List<Sheet> sheets) {
        StringBuilder out = new StringBuilder();
        for (Sheet sheet : sheets) {
            sheet.lines.forEach(l -> out.append(l.text()));
            sheet.tables.forEach(t -> t.forEach(c -> c.lines().forEach(l -> out.append(l.text()))));
        }
        return out.toString();
    }

    private static final class Maker {
        private final Random random;
        private final int number;
        private final List<TableModel> tables = new ArrayList<>();
        private Look look;
        private Face face;
        private double width;
        private double height;

        Maker(Random random, int number) {
            this.random = random;
            this.number = number;
        }

        private <T> T any(T[] all) {
            return all[random.nextInt(all.length)];
        }

        DrawnDocument make() {
            for (int i = 0; i < 20; i++) {
                try (PDDocument pdf = new PDDocument()) {
                    tables.clear();
                    look = look();
                    face = look.face().open(pdf);
                    width = look.landscape() ? 842 : 595;
                    height = look.landscape() ? 595 : 842;
                    // Every second document is broken over pages.
                    Scene scene = number % 2 == 0 ? Scene.BROKEN : any(Scene.values());
                    Paginator pages = new Paginator(face, width, height);
                    String detail = set(scene, pages);
                    byte[] bytes = PdfMaker.bytes(pdf, pages.sheets(), look, face, width, height, random);
                    return new DrawnDocument(
                            scene + " " + detail + " " + look, bytes, List.copyOf(tables), painted(pages.sheets()));
                } catch (IllegalArgumentException e) {
                    // Too wide for its page: another one.
                    if (!e.getMessage().startsWith("too wide")) {
                        throw e;
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            throw new IllegalStateException("no table fits a page for document " + number);
        }

        private Look look() {
            boolean plain = random.nextInt(5) < 3;
            return new Look(
                    any(Faces.values()),
                    Look.Rules.values()[random.nextInt(Look.Rules.ACROSS_ONLY.ordinal())],
                    any(Look.Emission.values()),
                    any(Look.Order.values()),
                    random.nextInt(4) == 0,
                    plain ? 0 : 90 * random.nextInt(4),
                    plain ? 0 : 90 * random.nextInt(4),
                    random.nextInt(5) == 0 ? 10 + random.nextInt(60) : 0,
                    7.5 + random.nextInt(8) / 2.0,
                    1.5 + random.nextInt(6) / 2.0,
                    random.nextInt(3) == 0 ? random.nextInt(12) : 0,
                    any(Look.Align.values()),
                    random.nextBoolean() ? Look.Align.LEFT : Look.Align.CENTRE,
                    random.nextInt(4) == 0,
                    random.nextInt(6) == 0,
                    random.nextInt(4) == 0);
        }

        // ---- scenes

        private String set(Scene scene, Paginator pages) {
            boolean alone = random.nextBoolean();
            if (!alone) {
                pages.text(prose(6), 14, 30);
                pages.text(prose(60 + random.nextInt(60)), 11, 22);
                pages.skip(14);
            }
            String detail = switch (scene) {
                case ONE -> one(pages, Break.NONE, model(18, 7));
                case BROKEN -> broken(pages);
                case FOLLOWING_WITH_TITLE, FOLLOWING, TOUCHING -> following(scene, pages);
                case NEXT_PAGE -> nextPage(pages);
                case SIDE_BY_SIDE -> sideBySide(pages);
            };
            if (random.nextBoolean()) {
                pages.skip(12);
                pages.text(prose(50 + random.nextInt(60)), 11, 22);
            }
            return detail;
        }

        private Writing writing() {
            return look.face().han && random.nextInt(6) > 0 ? Writing.HAN : Writing.LATIN;
        }

        private TableModel model(int rows, int columns) {
            return new ModelMaker(random, writing()).statistics(rows, columns, any(Zeros.values()));
        }

        private Typeset typeset(TableModel model, double left, double wide) {
            tables.add(model);
            return new Typeset(model, face, look, left, wide);
        }

        private String one(Paginator pages, Break at, TableModel model) {
            double wide = (width - 110) * (0.7 + 0.3 * random.nextDouble());
            pages.table(typeset(model, (width - wide) / 2, wide), at);
            return "";
        }

        private String broken(Paginator pages) {
            TableModel model;
            if (look.face().han && random.nextInt(3) == 0) {
                model = new ModelMaker(random, Writing.HAN).requests(any(Zeros.values()));
            } else if (look.face().han && random.nextInt(12) == 0) {
                model = new ModelMaker(random, Writing.HAN).remedies(any(Zeros.values()));
            } else {
                model = model(30, 7);
            }
            Break at = breakOf(model);
            one(pages, at, model);
            return at.toString();
        }

        private Break breakOf(TableModel model) {
            int row = 1 + (number / 2 + random.nextInt(2)) % (model.rows() - 1);
            LabelOn label = any(LabelOn.values());
            boolean cut = random.nextInt(3) == 0 && canBeCut(model, row);
            return new Break(row, row >= model.headerRows() && random.nextBoolean(), label, cut);
        }

        /** Whether a break may go through the row above: its label shows that it goes on. */
        private static boolean canBeCut(TableModel model, int row) {
            return row > model.headerRows()
                    && model.fields().stream()
                            .filter(f -> f.kind() == Field.Kind.STUB && f.endRow() == row && f.rowSpan() == 1)
                            .anyMatch(f -> f.endColumn() == model.stubColumns() && Paginator.canBeCut(f.text()))
                    && model.fields().stream()
                            .anyMatch(f -> f.kind() == Field.Kind.VALUE
                                    && f.row() == row - 1
                                    && !f.text().isEmpty());
        }

        private String following(Scene scene, Paginator pages) {
            double wide = width - 110;
            one(pages, Break.NONE, model(6, 5));
            switch (scene) {
                case FOLLOWING_WITH_TITLE -> {
                    pages.skip(10);
                    pages.text(prose(8), 11, 20);
                    pages.skip(8);
                }
                case FOLLOWING -> pages.skip(12 + random.nextInt(20));
                default -> pages.skip(0);
            }
            double share = scene == Scene.TOUCHING ? 0.5 : 1;
            pages.table(typeset(model(6, 5), 55, wide * share), Break.NONE);
            return "";
        }

        /** A second table with as many columns in the same places at the head of the next page. */
        private String nextPage(Paginator pages) {
            Writing writing = writing();
            TableModel first = new ModelMaker(random, writing).statistics(8, 5, Zeros.PRINTED);
            TableModel second = new ModelMaker(random, writing).statistics(8, 5, Zeros.PRINTED);
            pages.table(typeset(first, 55, width - 110), Break.NONE);
            pages.turn();
            pages.table(typeset(second, 55, width - 110), Break.NONE);
            return "";
        }

        private String sideBySide(Paginator pages) {
            double wide = (width - 130) / 2;
            Typeset left = typeset(model(5, 3), 55, wide);
            Typeset right = typeset(model(5, 3), 75 + wide, wide);
            double tall = Math.max(left.heightOf(0, left.model.rows()), right.heightOf(0, right.model.rows()));
            if (tall + 30 > pages.room()) {
                pages.turn();
            }
            double y = pages.y();
            pages.table(left, Break.NONE);
            pages.back(pages.y() - y);
            pages.table(right, Break.NONE);
            pages.skip(y + tall - pages.y());
            return "";
        }

        private String prose(int length) {
            StringBuilder out = new StringBuilder();
            boolean han = look.face().han;
            String words = han
                    ? "根据有关规定现将本机关上一年度工作情况公布如下请各位同志参阅"
                    : "as set out below the office reports on what it did last year ";
            for (int i = 0; i < length * (han ? 1 : 2); i++) {
                out.append(words.charAt(i % words.length()));
            }
            return out.toString().strip();
        }
    }
}
