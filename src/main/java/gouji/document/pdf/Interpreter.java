package gouji.document.pdf;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;

/** Follows the operators of a page's content (ISO 32000-1, annex A) and of the forms it draws. */
final class Interpreter {
    private static final COSName SOFT_MASK_IN_DATA = COSName.getPDFName("SMaskInData");

    private final Budget budget;
    private final Layers layers;
    private final Faces faces;
    private final Canvas canvas;
    private final PathPainter painter;
    private final TextPainter text;
    private final Path path = new Path();
    private final Deque<GraphicsState> saved = new ArrayDeque<>();
    /** One entry for each open marked content: whether it belongs to a hidden layer. */
    private final List<Boolean> markedContent = new ArrayList<>();

    private GraphicsState state;
    private COSDictionary resources;
    private Operands args;
    private int hiddenLayers;
    private int formDepth;
    private ClipRule pendingClip = ClipRule.NONE;

    private enum ClipRule {
        NONE,
        PATH
    }

    Interpreter(PageSource page, Canvas canvas, Budget budget, Layers layers, Faces faces) {
        this.budget = budget;
        this.layers = layers;
        this.faces = faces;
        this.canvas = canvas;
        painter = new PathPainter(canvas);
        text = new TextPainter(canvas, budget);
        resources = page.resources();
        state = new GraphicsState(page.toDisplay(), new Area(0, 0, page.widthPt(), page.heightPt()), faces.none());
    }

    /** The beginning of slanted writing that was left out, or the empty string. */
    String slantedText() {
        return text.slantedText();
    }

    void run(byte[] content) throws IOException {
        ContentScanner scanner = new ContentScanner(content);
        for (int operator = scanner.next(); operator != 0; operator = scanner.next()) {
            budget.operator();
            args = scanner.operands();
            follow(operator, scanner);
        }
    }

    private boolean isHidden() {
        return hiddenLayers > 0;
    }

    private double arg(int index) {
        return args.number(index);
    }

    private void follow(int operator, ContentScanner scanner) throws IOException {
        switch (operator) {
            // Graphics state
            case 'q' -> save();
            case 'Q' -> restore();
            case 'c' << 8 | 'm' -> state.ctm = transform(args).then(state.ctm);
            case 'w' -> state.lineWidth = Math.abs(arg(0));
            case 'J' -> state.buttCap = arg(0) == 0;
            case 'g' << 8 | 's' -> applyExtendedState(resource(COSName.EXT_G_STATE, args.name(0)));

            // Path construction
            case 'm' -> path.moveTo(state.ctm, arg(0), arg(1));
            case 'l' -> path.lineTo(state.ctm, arg(0), arg(1));
            case 'c' -> path.curveTo(state.ctm, new double[] {arg(0), arg(1), arg(2), arg(3)}, arg(4), arg(5));
            case 'v' -> path.curveTo(state.ctm, new double[] {arg(0), arg(1)}, arg(2), arg(3));
            case 'y' -> path.curveTo(state.ctm, new double[] {arg(0), arg(1)}, arg(2), arg(3));
            case 'h' -> path.close();
            case 'r' << 8 | 'e' -> path.rectangle(state.ctm, arg(0), arg(1), arg(2), arg(3));

            // Path painting and clipping
            case 'S' -> paint(false, false, true);
            case 's' -> {
                path.close();
                paint(false, false, true);
            }
            case 'f', 'F' -> paint(true, false, false);
            case 'f' << 8 | '*' -> paint(true, true, false);
            case 'B' -> paint(true, false, true);
            case 'B' << 8 | '*' -> paint(true, true, true);
            case 'b' -> {
                path.close();
                paint(true, false, true);
            }
            case 'b' << 8 | '*' -> {
                path.close();
                paint(true, true, true);
            }
            case 'n' -> paint(false, false, false);
            case 'W', 'W' << 8 | '*' -> pendingClip = ClipRule.PATH;

            // Colour
            case 'g' -> setFill(InkSpace.GRAY);
            case 'G' -> setStroke(InkSpace.GRAY);
            case 'r' << 8 | 'g' -> setFill(InkSpace.RGB);
            case 'R' << 8 | 'G' -> setStroke(InkSpace.RGB);
            case 'k' -> setFill(InkSpace.CMYK);
            case 'K' -> setStroke(InkSpace.CMYK);
            case 'c' << 8 | 's' -> {
                state.fillSpace = inkSpace(args.name(0));
                state.fill = initialColor(state.fillSpace);
            }
            case 'C' << 8 | 'S' -> {
                state.strokeSpace = inkSpace(args.name(0));
                state.stroke = initialColor(state.strokeSpace);
            }
            case 's' << 8 | 'c', 's' << 16 | 'c' << 8 | 'n' -> state.fill = color(state.fillSpace);
            case 'S' << 8 | 'C', 'S' << 16 | 'C' << 8 | 'N' -> state.stroke = color(state.strokeSpace);
            case 's' << 8 | 'h' -> shade();

            // Text state
            case 'B' << 8 | 'T' -> text.begin();
            case 'T' << 8 | 'f' -> {
                state.face = faces.of(resource(COSName.FONT, args.name(0)));
                state.fontSize = arg(1);
            }
            case 'T' << 8 | 'c' -> state.charSpacing = arg(0);
            case 'T' << 8 | 'w' -> state.wordSpacing = arg(0);
            case 'T' << 8 | 'z' -> state.horizontalScale = arg(0) / 100;
            case 'T' << 8 | 'L' -> state.leading = arg(0);
            case 'T' << 8 | 's' -> state.rise = arg(0);
            case 'T' << 8 | 'r' -> state.textMode = (int) arg(0);
            case 'T' << 8 | 'm' -> text.setMatrix(transform(args));
            case 'T' << 8 | 'd' -> text.moveLine(arg(0), arg(1));
            case 'T' << 8 | 'D' -> {
                state.leading = -arg(1);
                text.moveLine(arg(0), arg(1));
            }
            case 'T' << 8 | '*' -> text.moveLine(0, -state.leading);

            // Text showing
            case 'T' << 8 | 'j' -> text.show(args.string(0), state, isHidden());
            case 'T' << 8 | 'J' -> showAdjusted(args.list(0));
            case '\'' -> {
                text.moveLine(0, -state.leading);
                text.show(args.string(0), state, isHidden());
            }
            case '"' -> {
                state.wordSpacing = arg(0);
                state.charSpacing = arg(1);
                text.moveLine(0, -state.leading);
                text.show(args.string(2), state, isHidden());
            }

            // Pictures and forms
            case 'D' << 8 | 'o' -> draw(resource(COSName.XOBJECT, args.name(0)));
            case 'B' << 8 | 'I' -> drawInline(scanner.inlineImage());

            // Marked content
            case 'B' << 16 | 'M' << 8 | 'C' -> open(false);
            case 'B' << 16 | 'D' << 8 | 'C' ->
                open("OC".equals(args.name(0)) && layers.hides(resource(COSName.PROPERTIES, args.name(1))));
            case 'E' << 16 | 'M' << 8 | 'C' -> close();
            default -> {
                // Not seen by a reader of the page, or unknown, which 7.8.2 says to ignore.
            }
        }
    }

    private void save() {
        saved.push(state.copy());
        budget.savedStates(saved.size());
    }

    private void restore() {
        if (!saved.isEmpty()) {
            state = saved.pop();
        }
    }

    private static Transform transform(Operands list) {
        return new Transform(
                list.number(0), list.number(1), list.number(2), list.number(3), list.number(4), list.number(5));
    }

    /** An entry of the current resources; null where there is none, which every user of it expects. */
    private COSDictionary resource(COSName category, String name) {
        COSDictionary entries = resources.getCOSDictionary(category);
        return entries == null || name.isEmpty() ? null : entries.getCOSDictionary(COSName.getPDFName(name));
    }

    private void applyExtendedState(COSDictionary extended) {
        if (extended == null) {
            return;
        }
        state.lineWidth = extended.getFloat(COSName.LW, (float) state.lineWidth);
        state.buttCap = extended.getInt(COSName.LC, state.buttCap ? 0 : 1) == 0;
        state.fillAlpha = extended.getFloat(COSName.CA_NS, (float) state.fillAlpha);
        state.strokeAlpha = extended.getFloat(COSName.CA, (float) state.strokeAlpha);
        COSBase blend = extended.getDictionaryObject(COSName.BM);
        if (blend != null) {
            COSBase first = blend instanceof COSArray array && array.size() > 0 ? array.getObject(0) : blend;
            state.blends = !(first instanceof COSName n
                    && (n.getName().equals("Normal") || n.getName().equals("Compatible")));
        }
        COSBase mask = extended.getDictionaryObject(COSName.SMASK);
        if (mask != null) {
            state.masked = mask instanceof COSDictionary;
        }
        COSArray font = extended.getCOSArray(COSName.FONT);
        if (font != null && font.size() == 2 && font.getObject(0) instanceof COSDictionary face) {
            state.face = faces.of(face);
            state.fontSize = font.getObject(1) instanceof COSNumber size ? size.floatValue() : state.fontSize;
        }
    }

    private void paint(boolean fills, boolean evenOdd, boolean strokes) {
        if (fills && !isHidden()) {
            painter.fill(path, state, evenOdd);
        }
        if (strokes && !isHidden()) {
            painter.stroke(path, state);
        }
        if (pendingClip == ClipRule.PATH) {
            state.clip = state.clip.intersect(path.bounds());
            pendingClip = ClipRule.NONE;
        }
        path.clear();
    }

    private void setFill(InkSpace space) {
        state.fillSpace = space;
        state.fill = color(space);
    }

    private void setStroke(InkSpace space) {
        state.strokeSpace = space;
        state.stroke = color(space);
    }

    private InkSpace inkSpace(String name) {
        COSDictionary spaces = resources.getCOSDictionary(COSName.COLORSPACE);
        COSBase space = spaces == null ? null : spaces.getDictionaryObject(COSName.getPDFName(name));
        return InkSpace.of(space == null ? COSName.getPDFName(name) : space);
    }

    private int color(InkSpace space) {
        double[] components = new double[Math.max(4, args.size())];
        for (int i = 0; i < args.size(); i++) {
            components[i] = arg(i);
        }
        return space.rgb(components);
    }

    /** Black in every space but patterns (8.6.3); in CMYK that is a black of full key, in separations full tint. */
    private static int initialColor(InkSpace space) {
        return space == InkSpace.PATTERN ? Ink.UNKNOWN : Ink.BLACK;
    }

    private void shade() {
        if (!isHidden() && !state.clip.isEmpty()) {
            canvas.shape(state.clip, Ink.UNKNOWN);
        }
    }

    private void showAdjusted(Operands pieces) throws IOException {
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.isNumber(i)) {
                text.adjust(pieces.number(i), state);
            } else {
                text.show(pieces.string(i), state, isHidden());
            }
        }
    }

    private void open(boolean hides) {
        budget.savedStates(markedContent.size());
        markedContent.add(hides);
        hiddenLayers += hides ? 1 : 0;
    }

    private void close() {
        if (!markedContent.isEmpty() && markedContent.remove(markedContent.size() - 1)) {
            hiddenLayers--;
        }
    }

    private void draw(COSDictionary object) throws IOException {
        if (!(object instanceof COSStream stream) || layers.hides(stream.getCOSDictionary(COSName.OC))) {
            return;
        }
        COSName subtype = stream.getCOSName(COSName.SUBTYPE);
        if (COSName.FORM.equals(subtype)) {
            drawForm(stream);
        } else if (COSName.IMAGE.equals(subtype)) {
            boolean stencil = stream.getBoolean(COSName.IMAGE_MASK, false);
            boolean holey = stream.containsKey(COSName.SMASK)
                    || stream.containsKey(COSName.MASK)
                    || stream.getInt(SOFT_MASK_IN_DATA, 0) != 0;
            boolean dot = stream.getInt(COSName.WIDTH, 0) == 1 && stream.getInt(COSName.HEIGHT, 0) == 1;
            drawPicture(stencil, holey, dot);
        }
    }

    private void drawInline(Operands dictionary) {
        int mask = Math.max(dictionary.indexOfValue("IM"), dictionary.indexOfValue("ImageMask"));
        int width = Math.max(dictionary.indexOfValue("W"), dictionary.indexOfValue("Width"));
        int height = Math.max(dictionary.indexOfValue("H"), dictionary.indexOfValue("Height"));
        boolean stencil = mask >= 0 && dictionary.number(mask) != 0;
        boolean dot = width >= 0 && height >= 0 && dictionary.number(width) == 1 && dictionary.number(height) == 1;
        drawPicture(stencil, false, dot);
    }

    /**
     * A picture fills the unit square (8.9.5.1).
     *
     * @param stencil whether it is a mask through which the current colour is painted
     * @param holey whether a mask may let what lies beneath show through
     * @param dot whether it is a single sample, stretched over the square
     */
    private void drawPicture(boolean stencil, boolean holey, boolean dot) {
        Area area = Area.of(0, 0, 1, 1, state.ctm).intersect(state.clip);
        if (isHidden() || area.isEmpty()) {
            return;
        }
        boolean opaque = !stencil && !holey && state.fillAlpha >= 1 && state.isPlain();
        int rgb = stencil ? Ink.onPaper(state.fill, state.fillAlpha) : Ink.UNKNOWN;
        boolean thin = Math.min(area.width(), area.height()) <= Canvas.THICKEST_LINE_PT;
        if (thin || stencil && dot) {
            canvas.rectangle(area, rgb, opaque || dot && stencil);
        } else {
            canvas.picture(area, opaque && isUpright(state.ctm));
        }
    }

    private static boolean isUpright(Transform t) {
        double slack = 1e-3 * (Math.abs(t.a()) + Math.abs(t.b()) + Math.abs(t.c()) + Math.abs(t.d()));
        return Math.abs(t.b()) + Math.abs(t.c()) < slack || Math.abs(t.a()) + Math.abs(t.d()) < slack;
    }

    private void drawForm(COSStream form) throws IOException {
        budget.form(++formDepth);
        int depth = saved.size();
        int marks = markedContent.size();
        COSDictionary outerResources = resources;
        save();
        enter(form);
        byte[] content = Streams.unpack(form, budget.contentBytesLeft());
        budget.contentBytes(content.length);
        run(content);
        while (markedContent.size() > marks) {
            close();
        }
        while (saved.size() > depth) {
            restore();
        }
        resources = outerResources;
        formDepth--;
    }

    /** Matrix, bounding box and resources of the form (8.10.1). */
    private void enter(COSStream form) {
        path.clear();
        COSArray matrix = form.getCOSArray(COSName.MATRIX);
        if (matrix != null && matrix.size() == 6) {
            state.ctm = transform(numbers(matrix)).then(state.ctm);
        }
        COSArray box = form.getCOSArray(COSName.BBOX);
        if (box != null && box.size() == 4) {
            Operands b = numbers(box);
            state.clip = state.clip.intersect(Area.of(b.number(0), b.number(1), b.number(2), b.number(3), state.ctm));
        }
        COSDictionary own = form.getCOSDictionary(COSName.RESOURCES);
        resources = own == null ? resources : own;
    }

    private static Operands numbers(COSArray array) {
        Operands numbers = new Operands();
        for (int i = 0; i < array.size(); i++) {
            numbers.add(array.getObject(i) instanceof COSNumber n ? n.floatValue() : 0);
        }
        return numbers;
    }
}
