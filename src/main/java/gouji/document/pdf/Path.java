package gouji.document.pdf;

import java.util.ArrayList;
import java.util.List;

/** The current path (ISO 32000-1, 8.5.2), already moved to the displayed page. */
final class Path {
    private final List<Contour> contours = new ArrayList<>();
    private Contour current;
    private double x;
    private double y;

    List<Contour> contours() {
        return contours;
    }

    void clear() {
        contours.clear();
        current = null;
    }

    void moveTo(Transform t, double ux, double uy) {
        x = ux;
        y = uy;
        begin(t.x(ux, uy), t.y(ux, uy));
    }

    void lineTo(Transform t, double ux, double uy) {
        open(t);
        current.lineTo(t.x(ux, uy), t.y(ux, uy));
        x = ux;
        y = uy;
    }

    /** A curve by its second control point and end; for a bounding box good enough. */
    void curveTo(Transform t, double[] controlXy, double ux, double uy) {
        open(t);
        for (int i = 0; i + 1 < controlXy.length; i += 2) {
            current.curveTo(t.x(controlXy[i], controlXy[i + 1]), t.y(controlXy[i], controlXy[i + 1]));
        }
        current.curveTo(t.x(ux, uy), t.y(ux, uy));
        x = ux;
        y = uy;
    }

    void rectangle(Transform t, double ux, double uy, double width, double height) {
        begin(t.x(ux, uy), t.y(ux, uy));
        current.lineTo(t.x(ux + width, uy), t.y(ux + width, uy));
        current.lineTo(t.x(ux + width, uy + height), t.y(ux + width, uy + height));
        current.lineTo(t.x(ux, uy + height), t.y(ux, uy + height));
        current.close();
        x = ux;
        y = uy;
    }

    void close() {
        if (current != null) {
            current.close();
        }
    }

    double currentX() {
        return x;
    }

    double currentY() {
        return y;
    }

    /** Bounding box of the whole path; an empty area where there is no path. */
    Area bounds() {
        Area all = new Area(Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE);
        for (Contour contour : contours) {
            Area one = contour.bounds();
            all = new Area(
                    Math.min(all.x0(), one.x0()),
                    Math.min(all.y0(), one.y0()),
                    Math.max(all.x1(), one.x1()),
                    Math.max(all.y1(), one.y1()));
        }
        return all;
    }

    private void begin(double px, double py) {
        if (current != null && current.size() == 1 && !current.isClosed()) {
            contours.remove(contours.size() - 1);
        }
        current = new Contour(px, py);
        contours.add(current);
    }

    /** After a path was closed the next stretch begins where it began (8.5.2.1). */
    private void open(Transform t) {
        if (current == null) {
            begin(t.x(x, y), t.y(x, y));
        } else if (current.isClosed()) {
            begin(current.firstX(), current.firstY());
        }
    }
}
