package gouji.document.ocr;

/** Dark pixels that hang together: their bounds (ends exclusive), their number, and how many touch the patch's border. */
record Blob(int x0, int y0, int x1, int y1, int area, int atBorder) {
    int width() {
        return x1 - x0;
    }

    int height() {
        return y1 - y0;
    }

    int size() {
        return Math.max(width(), height());
    }

    Blob with(Blob o) {
        return new Blob(
                Math.min(x0, o.x0),
                Math.min(y0, o.y0),
                Math.max(x1, o.x1),
                Math.max(y1, o.y1),
                area + o.area,
                atBorder + o.atBorder);
    }

    /** Share of the flatter one's height that both have in common. */
    double commonHeight(Blob o) {
        int common = Math.min(y1, o.y1) - Math.max(y0, o.y0);
        return common <= 0 ? 0 : (double) common / Math.min(height(), o.height());
    }

    /** Gap between the two across; negative where they overlap. */
    int gapAcross(Blob o) {
        return Math.max(x0, o.x0) - Math.min(x1, o.x1);
    }
}
