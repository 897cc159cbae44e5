package degraded;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** What a copier, a scanner or a camera does to the pixels of a page. */
final class Pixels {
    private Pixels() {}

    /** Where a pixel of the result comes from: {x, y}. */
    interface Source {
        double[] of(double x, double y);
    }

    static BufferedImage each(BufferedImage image, IntUnaryOperator change) {
        int w = image.getWidth();
        int h = image.getHeight();
        BufferedImage out = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        int[] line = new int[w];
        for (int y = 0; y < h; y++) {
            image.getRGB(0, y, w, 1, line, 0, w);
            for (int x = 0; x < w; x++) {
                line[x] = change.applyAsInt(line[x] & 0xFFFFFF);
            }
            out.setRGB(0, y, w, 1, line, 0, w);
        }
        return out;
    }

    static int luma(int rgb) {
        return (299 * (rgb >> 16 & 255) + 587 * (rgb >> 8 & 255) + 114 * (rgb & 255)) / 1000;
    }

    static int grey(double level) {
        int g = (int) Math.max(0, Math.min(255, Math.round(level)));
        return g << 16 | g << 8 | g;
    }

    static BufferedImage toGrey(BufferedImage image) {
        return each(image, p -> grey(luma(p)));
    }

    static BufferedImage noisy(BufferedImage image, double sigma, double specks, Random random) {
        return each(image, p -> {
            double dice = random.nextDouble();
            return dice < specks / 2 ? 0 : dice < specks ? 0xFFFFFF : grey(luma(p) + sigma * random.nextGaussian());
        });
    }

    static BufferedImage contrast(BufferedImage image, double share, double paper) {
        return each(image, p -> grey(paper - share * (255 - luma(p))));
    }

    static BufferedImage binary(BufferedImage image, double threshold, double specks, Random random) {
        return each(image, p -> {
            boolean black = luma(p) < threshold;
            return random.nextDouble() < specks != black ? 0 : 0xFFFFFF;
        });
    }

    /** Gaussian blur with its deviation in pixels; on each channel. */
    static BufferedImage blurred(BufferedImage image, double sigma) {
        int r = (int) Math.ceil(3 * sigma);
        float[] kernel = new float[2 * r + 1];
        float sum = 0;
        for (int i = -r; i <= r; i++) {
            kernel[i + r] = (float) Math.exp(-i * i / (2 * sigma * sigma));
            sum += kernel[i + r];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= sum;
        }
        return passed(passed(image, kernel, true), kernel, false);
    }

    private static BufferedImage passed(BufferedImage image, float[] kernel, boolean across) {
        int w = image.getWidth();
        int h = image.getHeight();
        int[] in = image.getRGB(0, 0, w, h, null, 0, w);
        int[] out = new int[w * h];
        int r = kernel.length / 2;
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                float red = 0;
                float green = 0;
                float blue = 0;
                for (int k = -r; k <= r; k++) {
                    int sx = across ? Math.max(0, Math.min(w - 1, x + k)) : x;
                    int sy = across ? y : Math.max(0, Math.min(h - 1, y + k));
                    int p = in[sy * w + sx];
                    red += kernel[k + r] * (p >> 16 & 255);
                    green += kernel[k + r] * (p >> 8 & 255);
                    blue += kernel[k + r] * (p & 255);
                }
                out[y * w + x] = Math.round(red) << 16 | Math.round(green) << 8 | Math.round(blue);
            }
        }
        BufferedImage result = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        result.setRGB(0, 0, w, h, out, 0, w);
        return result;
    }

    /** Each pixel the darkest of the three by three around it, in part: over-inked print. */
    static BufferedImage thick(BufferedImage image, double share) {
        int w = image.getWidth();
        int h = image.getHeight();
        BufferedImage out = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int own = luma(image.getRGB(x, y));
                int least = own;
                for (int j = Math.max(0, y - 1); j <= Math.min(h - 1, y + 1); j++) {
                    for (int i = Math.max(0, x - 1); i <= Math.min(w - 1, x + 1); i++) {
                        least = Math.min(least, luma(image.getRGB(i, j)));
                    }
                }
                out.setRGB(x, y, grey(own + share * (least - own)));
            }
        }
        return out;
    }

    static BufferedImage jpeg(BufferedImage image, float quality, boolean colour) {
        BufferedImage in = colour ? image : greyTyped(image);
        try {
            return toRgb(ImageIO.read(new ByteArrayInputStream(jpegBytes(in, quality))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] jpegBytes(BufferedImage image, float quality) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(quality);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    static BufferedImage greyTyped(BufferedImage image) {
        BufferedImage grey = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                grey.getRaster().setSample(x, y, 0, luma(image.getRGB(x, y)));
            }
        }
        return grey;
    }

    /** Not through getRGB for a grey picture: its conversion from linear grey would brighten it. */
    private static BufferedImage toRgb(BufferedImage image) {
        BufferedImage out = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        boolean grey = image.getType() == BufferedImage.TYPE_BYTE_GRAY;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                out.setRGB(x, y, grey ? grey(image.getRaster().getSample(x, y, 0)) : image.getRGB(x, y));
            }
        }
        return out;
    }

    /** Moves pixels (bilinear); what lies outside is {@code outside}. */
    static BufferedImage moved(BufferedImage image, int width, int height, int outside, Source source) {
        int w = image.getWidth();
        int h = image.getHeight();
        int[] in = image.getRGB(0, 0, w, h, null, 0, w);
        int[] out = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double[] s = source.of(x, y);
                out[y * width + x] = sample(in, w, h, s[0], s[1], outside);
            }
        }
        BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        result.setRGB(0, 0, width, height, out, 0, width);
        return result;
    }

    private static int sample(int[] in, int w, int h, double x, double y, int outside) {
        int x0 = (int) Math.floor(x);
        int y0 = (int) Math.floor(y);
        if (x0 < 0 || y0 < 0 || x0 + 1 >= w || y0 + 1 >= h) {
            return outside;
        }
        double fx = x - x0;
        double fy = y - y0;
        int i = y0 * w + x0;
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double top = (in[i] >> shift & 255) * (1 - fx) + (in[i + 1] >> shift & 255) * fx;
            double low = (in[i + w] >> shift & 255) * (1 - fx) + (in[i + w + 1] >> shift & 255) * fx;
            rgb |= (int) Math.round(top * (1 - fy) + low * fy) << shift;
        }
        return rgb;
    }

    static BufferedImage skewed(BufferedImage image, double degrees) {
        double a = Math.toRadians(degrees);
        double cx = image.getWidth() / 2.0;
        double cy = image.getHeight() / 2.0;
        return moved(image, image.getWidth(), image.getHeight(), 0xF8F8F6, (x, y) -> new double[] {
            cx + (x - cx) * Math.cos(a) + (y - cy) * Math.sin(a), cy - (x - cx) * Math.sin(a) + (y - cy) * Math.cos(a)
        });
    }

    /** Turned clockwise by a multiple of 90 degrees. */
    static BufferedImage turned(BufferedImage image, int degrees) {
        int w = image.getWidth();
        int h = image.getHeight();
        boolean lies = degrees % 180 != 0;
        BufferedImage out = new BufferedImage(lies ? h : w, lies ? w : h, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int p = image.getRGB(x, y);
                switch (degrees) {
                    case 90 -> out.setRGB(h - 1 - y, x, p);
                    case 180 -> out.setRGB(w - 1 - x, h - 1 - y, p);
                    case 270 -> out.setRGB(y, w - 1 - x, p);
                    default -> out.setRGB(x, y, p);
                }
            }
        }
        return out;
    }

    /** A photograph: perspective, shade to one side; the table it lies on shows at the rim. */
    static BufferedImage photographed(BufferedImage image, double tilt, Random random) {
        int w = image.getWidth();
        int h = image.getHeight();
        double px = tilt * (0.6 + 0.4 * random.nextDouble()) * (random.nextBoolean() ? 1 : -1);
        double py = tilt * (0.6 + 0.4 * random.nextDouble()) * (random.nextBoolean() ? 1 : -1);
        double turn = Math.toRadians(1.6 * (random.nextDouble() - 0.5));
        BufferedImage tilted = moved(image, w, h, 0x60584C, (x, y) -> {
            double u = (x - w / 2.0) / (w / 2.0) * 1.05;
            double v = (y - h / 2.0) / (h / 2.0) * 1.05;
            double d = 1 + px * u + py * v;
            double s = (u * Math.cos(turn) - v * h / w * Math.sin(turn)) / d;
            double t = (v * Math.cos(turn) + u * w / h * Math.sin(turn)) / d;
            return new double[] {w / 2.0 * (1 + s), h / 2.0 * (1 + t)};
        });
        return shaded(tilted, 0.35, random);
    }

    static BufferedImage shaded(BufferedImage image, double depth, Random random) {
        int w = image.getWidth();
        int h = image.getHeight();
        double a = random.nextDouble() * 2 * Math.PI;
        BufferedImage out = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                double side = ((x / (double) w - 0.5) * Math.cos(a) + (y / (double) h - 0.5) * Math.sin(a)) + 0.5;
                double light = 1 - depth * Math.max(0, Math.min(1, side));
                int p = image.getRGB(x, y);
                out.setRGB(
                        x,
                        y,
                        (int) ((p >> 16 & 255) * light) << 16
                                | (int) ((p >> 8 & 255) * light) << 8
                                | (int) ((p & 255) * light));
            }
        }
        return out;
    }

    static BufferedImage curled(BufferedImage image, double depth) {
        int w = image.getWidth();
        int h = image.getHeight();
        return moved(image, w, h, 0xF0F0EE, (x, y) -> {
            double u = x / w;
            return new double[] {x + 0.3 * depth * w * u * u * (1 - u), y + depth * h * u * u * u};
        });
    }

    /** The other side of the sheet shows through. */
    static BufferedImage through(BufferedImage image, BufferedImage back, double share) {
        int w = image.getWidth();
        int h = image.getHeight();
        BufferedImage soft = blurred(back, 1.2);
        BufferedImage out = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int sx = w - 1 - x;
                int other = sx < soft.getWidth() && y < soft.getHeight() ? luma(soft.getRGB(sx, y)) : 255;
                out.setRGB(x, y, grey(luma(image.getRGB(x, y)) - share * (255 - other)));
            }
        }
        return out;
    }
}
