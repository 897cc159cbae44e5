package tablegen;

import java.util.ArrayList;
import java.util.List;

/** What is to be drawn on one page; lengths in points, origin top left, y downwards. */
final class Sheet {
    /** A line of text. */
    record Line(double x, double baseline, double sizePt, String text) {}

    /** The part of a cell that lies on this page. */
    record Cell(double x0, double y0, double x1, double y1, boolean header, List<Line> lines) {}

    /** The cells of one table that lie on this page. */
    final List<List<Cell>> tables = new ArrayList<>();
    /** Page numbers, which are no text of the document. */
    final List<Line> furniture = new ArrayList<>();
    /** Text beside tables. */
    final List<Line> lines = new ArrayList<>();
}
