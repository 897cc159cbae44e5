package gouji.document.ofd;

import gouji.document.SafeXml;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import gouji.source.ZipParts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The documents of a package, their pages and what the pages share (GB/T 33190, clauses 7.4 to 7.9). */
final class OfdPackage {
    static final String ROOT = "OFD.xml";
    private static final double[] A4_MM = {0, 0, 210, 297};

    private final ZipParts parts;
    private final int maxPages;
    private final Resources resources = new Resources();
    private final List<PageParts> pages = new ArrayList<>();

    /**
     * One layer of a page: a template or the page itself.
     *
     * @param xml empty when the package does not hold it
     */
    record Layer(String location, Optional<byte[]> xml) {}

    /**
     * @param area left, top, width and height in millimetres
     * @param layers in painting order
     */
    record PageParts(double[] area, List<Layer> layers) {}

    OfdPackage(ZipParts parts, int maxPages) throws UnreadableException {
        this.parts = parts;
        this.maxPages = maxPages;
        List<String> roots = new ArrayList<>();
        SafeXml xml = SafeXml.of(part(ROOT));
        while (xml.next()) {
            if (xml.isStart("DocRoot")) {
                roots.add(resolve("", xml.textWithin()));
            }
        }
        for (String root : roots) {
            new DocumentPart(root).read();
        }
        if (pages.isEmpty()) {
            throw new UnreadableException(Reason.CORRUPT, "The package holds no page: download it again.");
        }
    }

    List<PageParts> pages() {
        return pages;
    }

    Resources resources() {
        return resources;
    }

    private void readResources(String folder, String location) throws UnreadableException {
        String at = resolve(folder, location);
        Optional<byte[]> res = parts.find(at);
        if (res.isPresent()) {
            resources.read(res.get(), folder(at));
        }
    }

    private byte[] part(String name) throws UnreadableException {
        return parts.find(name)
                .orElseThrow(() -> new UnreadableException(
                        Reason.CORRUPT, "The package lacks its part " + name + ": download it again."));
    }

    private static String resolve(String folder, String location) throws UnreadableException {
        return ZipParts.resolve(folder, location).orElseThrow(() -> new UnreadableException(Reason.UNSAFE_PATH));
    }

    private static String folder(String name) {
        int slash = name.lastIndexOf('/');
        return slash < 0 ? "" : name.substring(0, slash);
    }

    /** Four numbers, if that is what the text is. */
    static Optional<double[]> box(String text) {
        double[] numbers = Numbers.all(text);
        return numbers.length == 4 && numbers[2] > 0 && numbers[3] > 0 ? Optional.of(numbers) : Optional.empty();
    }

    /** One document of the package. */
    private final class DocumentPart {
        private final String name;
        private final Map<String, String> templates = new HashMap<>();
        private final List<String> locations = new ArrayList<>();
        private double[] area = A4_MM;

        DocumentPart(String name) {
            this.name = name;
        }

        void read() throws UnreadableException {
            SafeXml xml = SafeXml.of(part(name));
            while (xml.next()) {
                if (xml.isStart()) {
                    element(xml);
                }
            }
            for (String location : locations) {
                if (pages.size() >= maxPages) {
                    throw new UnreadableException(Reason.LIMIT_PAGES);
                }
                pages.add(page(location));
            }
        }

        private void element(SafeXml xml) throws UnreadableException {
            switch (xml.name()) {
                case "PhysicalBox" -> area = box(xml.textWithin()).orElse(area);
                case "PublicRes", "DocumentRes" -> {
                    readResources(folder(name), xml.textWithin());
                }
                case "TemplatePage" ->
                    templates.put(
                            xml.attribute("ID").orElse(""),
                            xml.attribute("BaseLoc").orElse(""));
                case "Page" -> locations.add(xml.attribute("BaseLoc").orElse(""));
                default -> {}
            }
        }

        private PageParts page(String location) throws UnreadableException {
            String at = resolve(folder(name), location);
            Layer own = new Layer(at, parts.find(at));
            List<Layer> below = new ArrayList<>();
            List<Layer> above = new ArrayList<>();
            double[] box = area;
            if (own.xml().isPresent()) {
                SafeXml xml = SafeXml.of(own.xml().get());
                while (xml.next() && !xml.isStart("Content")) {
                    if (xml.isStart("PhysicalBox")) {
                        box = box(xml.textWithin()).orElse(area);
                    } else if (xml.isStart("PageRes")) {
                        readResources(folder(at), xml.textWithin());
                    } else if (xml.isStart("Template")) {
                        boolean front = xml.attribute("ZOrder").orElse("").equals("Foreground");
                        template(xml.attribute("TemplateID").orElse("")).ifPresent((front ? above : below)::add);
                    }
                }
            }
            below.add(own);
            below.addAll(above);
            return new PageParts(box, below);
        }

        private Optional<Layer> template(String id) throws UnreadableException {
            String location = templates.get(id);
            if (location == null) {
                return Optional.empty();
            }
            String at = resolve(folder(name), location);
            return Optional.of(new Layer(at, parts.find(at)));
        }
    }
}
