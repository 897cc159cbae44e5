package degraded;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** What people and machines leave on a page: an office seal, punch holes, a black edge, a streak, a staple. */
final class Marks {
    private Marks() {}

    private static Graphics2D pen(BufferedImage image, double dpi) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.scale(dpi / 72, dpi / 72);
        return g;
    }

    /** A round seal of 42 mm in red ink over the given place, in points. */
    static void seal(BufferedImage image, double dpi, double x, double y, Font face, Random random) {
        Graphics2D g = pen(image, dpi);
        g.translate(x, y);
        g.rotate(0.3 * (random.nextDouble() - 0.5));
        g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.55f + 0.15f * random.nextFloat()));
        g.setColor(new Color(214, 40, 48));
        g.setStroke(new BasicStroke(3.2f));
        double r = 59.5;
        g.draw(new Ellipse2D.Double(-r, -r, 2 * r, 2 * r));
        g.fill(star(17));
        String text = "青岚县水务局办公室";
        Font font = face.deriveFont(15f);
        g.setFont(font);
        for (int i = 0; i < text.length(); i++) {
            AffineTransform before = g.getTransform();
            g.rotate(Math.toRadians(-120 + 240.0 * i / (text.length() - 1)));
            g.drawString(text.substring(i, i + 1), -7.5f, (float) -(r - 19));
            g.setTransform(before);
        }
        g.dispose();
    }

    /** Loops and strokes of a pen, 130 points wide, over whatever stands there. */
    static void signature(BufferedImage image, double dpi, double x, double y, Random random) {
        Graphics2D g = pen(image, dpi);
        g.setColor(new Color(35, 35, 45));
        g.setStroke(new BasicStroke(1.1f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Path2D stroke = new Path2D.Double();
        stroke.moveTo(x, y);
        for (int i = 1; i <= 6; i++) {
            stroke.curveTo(
                    x + 22 * i - 20 + 16 * random.nextDouble(),
                    y - 25 - 10 * random.nextDouble(),
                    x + 22 * i - 8,
                    y + 20 + 14 * random.nextDouble(),
                    x + 22 * i,
                    y + 12 * (random.nextDouble() - 0.5));
        }
        g.draw(stroke);
        g.dispose();
    }

    private static Path2D star(double r) {
        Path2D star = new Path2D.Double();
        for (int i = 0; i < 10; i++) {
            double a = Math.PI * i / 5 - Math.PI / 2;
            double d = i % 2 == 0 ? r : 0.38 * r;
            if (i == 0) {
                star.moveTo(d * Math.cos(a), d * Math.sin(a));
            } else {
                star.lineTo(d * Math.cos(a), d * Math.sin(a));
            }
        }
        star.closePath();
        return star;
    }

    static void holes(BufferedImage image, double dpi, Random random) {
        Graphics2D g = pen(image, dpi);
        double height = image.getHeight() * 72 / dpi;
        g.setColor(new Color(20, 20, 20));
        g.fill(new Ellipse2D.Double(18, height / 2 - 120, 17, 17));
        g.fill(new Ellipse2D.Double(18, height / 2 + 110, 17, 17));
        g.fillRect(0, 0, 7, (int) height);
        g.setStroke(new BasicStroke(1.6f));
        g.draw(new Line2D.Double(22, 24, 52, 38));
        g.setColor(new Color(150, 150, 150));
        g.setStroke(new BasicStroke(0.5f));
        double x = 100 + 380 * random.nextDouble();
        g.draw(new Line2D.Double(x, 0, x + 1, height));
        g.dispose();
    }
}
