package gouji.office;

import java.util.List;

/**
 * What is returned to a body: what does not agree in its report.
 *
 * @param issuer to whom
 * @param year reported on
 * @param reportId the report
 * @param opening first paragraph
 * @param items one for each failed check
 * @param closing last paragraph
 */
public record Note(String issuer, String year, String reportId, String opening, List<Item> items, String closing) {
    public static final String TITLE = "政府信息公开工作年度报告数据核实单";

    public Note {
        items = List.copyOf(items);
    }

    /**
     * One thing that does not agree.
     *
     * @param heading where it is, in printed words
     * @param lines what stands there and what was expected
     * @param pictures of the places on the pages; empty where the source is not at hand
     * @param excerpts of the tables as they were read, for places without a picture
     */
    public record Item(String heading, List<String> lines, List<Picture> pictures, List<Excerpt> excerpts) {
        public Item {
            lines = List.copyOf(lines);
            pictures = List.copyOf(pictures);
            excerpts = List.copyOf(excerpts);
        }
    }

    /**
     * A strip of a page.
     *
     * @param caption below it
     * @param png not changed after it was made
     * @param width in pixels
     * @param height in pixels
     */
    public record Picture(String caption, Png png, int width, int height) {}

    /** Bytes that nobody changes. */
    public static final class Png {
        private final byte[] bytes;

        public Png(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        public byte[] bytes() {
            return bytes.clone();
        }
    }
}
