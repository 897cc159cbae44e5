package gouji.document.word;

import gouji.document.Document;
import gouji.document.DocumentReader;
import gouji.document.Finding;
import gouji.document.PoiFault;
import gouji.document.SafeXml;
import gouji.source.Input;
import gouji.source.Reason;
import gouji.source.UnreadableException;
import gouji.source.ZipParts;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.TargetMode;

/** Reads DOCX files, also those with macros. Findings: {@code PICTURE_FOUND}, {@code REMOTE_PICTURE}, {@code
 * MACROS}, {@code REVISIONS}, {@code COMMENTS}. */
public final class DocxReader implements DocumentReader {
    @Override
    public boolean reads(Input input) {
        Set<String> names = ZipParts.names(input);
        return names.contains("[Content_Types].xml")
                && names.stream().anyMatch(n -> n.replace('\\', '/').startsWith("word/"));
    }

    @Override
    public Document read(Input input) throws UnreadableException {
        boolean macros;
        try (ZipParts parts = ZipParts.open(input)) {
            parts.checkAll();
            macros = parts.names().contains("word/vbaProject.bin");
            for (String name : parts.names()) {
                if (name.endsWith(".xml") || name.endsWith(".rels")) {
                    SafeXml.refuseDocumentType(parts.find(name).orElse(new byte[0]));
                }
            }
        }
        try (OPCPackage opc = OPCPackage.open(input.open())) {
            PackagePart main = mainPart(opc);
            try (InputStream in = main.getInputStream()) {
                Document document = new BodyWalk(in.readAllBytes(), pictures(main)).read("docx");
                return macros ? document.noticing(Finding.macros()) : document;
            }
        } catch (IOException | OpenXML4JException | OpenXML4JRuntimeException | IllegalArgumentException e) {
            throw PoiFault.of(e);
        }
    }

    private static PackagePart mainPart(OPCPackage opc) throws UnreadableException, OpenXML4JException {
        for (String type :
                new String[] {PackageRelationshipTypes.CORE_DOCUMENT, PackageRelationshipTypes.STRICT_CORE_DOCUMENT}) {
            if (opc.getRelationshipsByType(type).size() > 0) {
                PackagePart part = opc.getPart(opc.getRelationshipsByType(type).getRelationship(0));
                if (part != null) {
                    return part;
                }
            }
        }
        throw new UnreadableException(Reason.CORRUPT, "The package names no document: download it again.");
    }

    /** For each relationship that is a picture: where it is; outside the package for external ones. */
    private static Map<String, BodyWalk.Target> pictures(PackagePart main) throws OpenXML4JException, IOException {
        Map<String, BodyWalk.Target> targets = new HashMap<>();
        for (PackageRelationship r : main.getRelationships()) {
            boolean external = r.getTargetMode() == TargetMode.EXTERNAL;
            targets.put(
                    r.getId(),
                    new BodyWalk.Target(
                            r.getTargetURI().toString(), external, external ? Optional.empty() : picture(main, r)));
        }
        return targets;
    }

    private static Optional<Input> picture(PackagePart main, PackageRelationship r)
            throws OpenXML4JException, IOException {
        if (!r.getRelationshipType().endsWith("/image")) {
            return Optional.empty();
        }
        PackagePart part = main.getRelatedPart(r);
        if (part == null) {
            return Optional.empty();
        }
        try (InputStream in = part.getInputStream()) {
            return Optional.of(Input.of("picture", in.readAllBytes()));
        }
    }
}
