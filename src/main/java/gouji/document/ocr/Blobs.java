package gouji.document.ocr;

import java.util.ArrayList;
import java.util.List;

/** Connected dark pixels (eight neighbours). */
final class Blobs {
    private Blobs() {}

    /** Whether a pixel is dark. */
    interface Mask {
        boolean dark(int x, int y);
    }

    /** @param margin pixels this near the border count as touching it */
    static List<Blob> of(Mask mask, int width, int height, int margin) {
        boolean[] dark = new boolean[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                dark[y * width + x] = mask.dark(x, y);
            }
        }
        return of(dark, width, height, margin);
    }

    /**
     * @param open which pixels are dark, rows from the top; used up
     * @param margin pixels this near the border count as touching it
     */
    static List<Blob> of(boolean[] open, int width, int height, int margin) {
        List<Blob> blobs = new ArrayList<>();
        int[] stack = new int[1024];
        for (int i = 0; i < open.length; i++) {
            if (open[i]) {
                stack = fill(open, width, height, i, margin, stack, blobs);
            }
        }
        return blobs;
    }

    private static int[] fill(
            boolean[] open, int width, int height, int from, int margin, int[] buffer, List<Blob> blobs) {
        int[] stack = buffer;
        int n = 0;
        stack[n++] = from;
        open[from] = false;
        int x0 = width;
        int y0 = height;
        int x1 = 0;
        int y1 = 0;
        int area = 0;
        int border = 0;
        while (n > 0) {
            int i = stack[--n];
            int x = i % width;
            int y = i / width;
            area++;
            border += x < margin || y < margin || x >= width - margin || y >= height - margin ? 1 : 0;
            x0 = Math.min(x0, x);
            y0 = Math.min(y0, y);
            x1 = Math.max(x1, x + 1);
            y1 = Math.max(y1, y + 1);
            if (n + 8 >= stack.length) {
                stack = java.util.Arrays.copyOf(stack, 2 * stack.length);
            }
            for (int b = Math.max(0, y - 1); b <= Math.min(height - 1, y + 1); b++) {
                for (int a = Math.max(0, x - 1); a <= Math.min(width - 1, x + 1); a++) {
                    if (open[b * width + a]) {
                        open[b * width + a] = false;
                        stack[n++] = b * width + a;
                    }
                }
            }
        }
        blobs.add(new Blob(x0, y0, x1, y1, area, border));
        return stack;
    }
}
