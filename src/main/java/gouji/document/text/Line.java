package gouji.document.text;

import java.util.List;

/**
 * One line of a dump.
 *
 * @param number from 1
 * @param text as it stands, without line end
 * @param fields fields parted by tabs or bars; one when there are none
 * @param aligned fields parted by runs of blanks; used when {@code fields} is a single one
 * @param frame whether the line only draws a frame
 */
record Line(int number, String text, List<String> fields, List<Fields.Field> aligned, boolean frame) {

    static Line of(String text, int number) {
        List<String> fields = Fields.delimited(text);
        List<Fields.Field> aligned = fields.size() > 1 ? List.of() : Fields.aligned(text);
        return new Line(number, text, fields, aligned, Fields.isFrame(text));
    }

    boolean blank() {
        return Fields.strip(text).isEmpty();
    }

    /** Whether tabs or bars part it into fields. */
    boolean delimited() {
        return fields.size() > 1 && !frame;
    }

    /** Whether runs of blanks part it into at least two fields. */
    boolean spaced() {
        return aligned.size() > 1 && !frame;
    }

    /** The line as prose: fields joined by a blank. */
    String prose() {
        if (!delimited()) {
            return Fields.strip(text);
        }
        return Fields.strip(String.join(" ", fields).replaceAll(" {2,}", " "));
    }
}
