package gouji.document.ocr;

import java.util.List;

/**
 * One smooth displacement of all lines of a table that run in one direction: a line at level L lies at
 * {@code L + d(along, across)} with d a polynomial. It takes up skew, perspective and page curl together; every line's own
 * level is free in the fit (least squares).
 */
final class Warp {
    private static final int TERMS = 6;

    private final double middleAlong;
    private final double halfAlong;
    private final double middleAcross;
    private final double halfAcross;
    private final double[] weights;

    private Warp(double[] frame, double[] weights) {
        this.middleAlong = frame[0];
        this.halfAlong = frame[1];
        this.middleAcross = frame[2];
        this.halfAcross = frame[3];
        this.weights = weights;
    }

    /** @param frame middle and half length along, middle and half length across */
    static Warp fit(List<Rule> rules, double... frame) {
        Warp shape = new Warp(frame, new double[TERMS]);
        double[][] normal = new double[TERMS][TERMS + 1];
        double samples = 0;
        for (Rule rule : rules) {
            shape.add(rule, normal);
            samples += rule.at().length;
        }
        for (int i = 0; i < TERMS; i++) {
            normal[i][i] += 1e-4 * samples * (i == 0 ? 0.01 : 1);
        }
        return new Warp(frame, solved(normal));
    }

    private void add(Rule rule, double[][] normal) {
        int n = rule.at().length;
        double[][] terms = new double[n][];
        double[] mean = new double[TERMS + 1];
        double across = rule.mean();
        for (int i = 0; i < n; i++) {
            terms[i] = terms(rule.at()[i], across);
            for (int k = 0; k < TERMS; k++) {
                mean[k] += terms[i][k] / n;
            }
            mean[TERMS] += rule.level()[i] / n;
        }
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < TERMS; k++) {
                double t = terms[i][k] - mean[k];
                for (int l = 0; l < TERMS; l++) {
                    normal[k][l] += t * (terms[i][l] - mean[l]);
                }
                normal[k][TERMS] += t * (rule.level()[i] - mean[TERMS]);
            }
        }
    }

    private double[] terms(double along, double across) {
        double u = (along - middleAlong) / halfAlong;
        double v = (across - middleAcross) / halfAcross;
        return new double[] {u, u * u, u * u * u, u * u * u * u, u * v, u * u * v};
    }

    /** Gauss elimination with the largest pivot. */
    private static double[] solved(double[][] m) {
        int n = m.length;
        for (int i = 0; i < n; i++) {
            int p = i;
            for (int k = i + 1; k < n; k++) {
                p = Math.abs(m[k][i]) > Math.abs(m[p][i]) ? k : p;
            }
            double[] t = m[i];
            m[i] = m[p];
            m[p] = t;
            if (Math.abs(m[i][i]) < 1e-9) {
                m[i][i] = 1e-9;
            }
            for (int k = 0; k < n; k++) {
                if (k != i) {
                    double f = m[k][i] / m[i][i];
                    for (int l = i; l <= n; l++) {
                        m[k][l] -= f * m[i][l];
                    }
                }
            }
        }
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = m[i][n] / m[i][i];
        }
        return x;
    }

    double shift(double along, double across) {
        double u = (along - middleAlong) / halfAlong;
        double v = (across - middleAcross) / halfAcross;
        double[] w = weights;
        return w[0] * u
                + w[1] * (u * u)
                + w[2] * (u * u * u)
                + w[3] * (u * u * u * u)
                + w[4] * (u * v)
                + w[5] * (u * u * v);
    }

    /** The level a rule has once the displacement is taken off. */
    double level(Rule rule) {
        double sum = 0;
        double across = rule.mean();
        for (int i = 0; i < rule.at().length; i++) {
            sum += rule.level()[i] - shift(rule.at()[i], across);
        }
        return sum / rule.at().length;
    }
}
