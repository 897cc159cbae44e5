package gouji.document;

import gouji.source.Reason;
import gouji.source.UnreadableException;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks through XML from untrusted hands: no document type, no entity but the five of XML, nothing fetched, a limit on
 * depth and on the number of events. Elements and attributes are named by their local names.
 */
public final class SafeXml {
    /** Deepest nesting of elements. */
    public static final int MAX_DEPTH = 256;

    private static final int MAX_EVENTS = 20_000_000;

    private final XMLStreamReader reader;
    private int depth;
    private int events;

    private SafeXml(XMLStreamReader reader) {
        this.reader = reader;
    }

    /** @throws UnreadableException when it is no XML at all */
    public static SafeXml of(byte[] xml) throws UnreadableException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
        try {
            return new SafeXml(factory.createXMLStreamReader(new ByteArrayInputStream(xml)));
        } catch (XMLStreamException | RuntimeException e) {
            throw malformed();
        }
    }

    /**
     * Looks at the beginning only, for parts that a library reads afterwards.
     *
     * @throws UnreadableException {@link Reason#UNSAFE_XML} when the XML declares a document type; damage is no matter here
     */
    public static void refuseDocumentType(byte[] xml) throws UnreadableException {
        try {
            SafeXml part = of(xml);
            while (part.next() && !part.isStart()) {
                // comments and blanks before the root
            }
        } catch (UnreadableException e) {
            if (e.reason() == Reason.UNSAFE_XML) {
                throw e;
            }
        }
    }

    /** Goes to the next start, end or text; false at the end of the document. */
    public boolean next() throws UnreadableException {
        try {
            while (reader.hasNext()) {
                if (++events > MAX_EVENTS) {
                    throw new UnreadableException(Reason.LIMIT_XML);
                }
                if (isShown(reader.next())) {
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException | RuntimeException e) {
            throw malformed();
        }
    }

    private boolean isShown(int event) throws UnreadableException {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                if (++depth > MAX_DEPTH) {
                    throw new UnreadableException(Reason.LIMIT_XML);
                }
                return true;
            }
            case XMLStreamConstants.END_ELEMENT -> {
                depth--;
                return true;
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                return true;
            }
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw new UnreadableException(Reason.UNSAFE_XML);
            default -> {
                return false;
            }
        }
    }

    private static UnreadableException malformed() {
        return new UnreadableException(Reason.CORRUPT, "The markup inside the file is damaged: download it again.");
    }

    public boolean isStart() {
        return reader.getEventType() == XMLStreamConstants.START_ELEMENT;
    }

    public boolean isStart(String name) {
        return isStart() && name().equals(name);
    }

    public boolean isEnd() {
        return reader.getEventType() == XMLStreamConstants.END_ELEMENT;
    }

    public boolean isEnd(String name) {
        return isEnd() && name().equals(name);
    }

    public boolean isText() {
        return !isStart() && !isEnd();
    }

    /** Local name of the element that starts or ends here. */
    public String name() {
        return reader.getLocalName();
    }

    public String text() {
        return reader.getText();
    }

    /** Value of the attribute of that local name, whatever its namespace. */
    public Optional<String> attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return Optional.of(reader.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }

    /** A whole number from an attribute; {@code otherwise} when it is missing or no number. */
    public int number(String name, int otherwise) {
        try {
            return attribute(name).map(s -> Integer.parseInt(s.strip())).orElse(otherwise);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** Number of elements open here; the one that starts here is counted, the one that ends here is not. */
    public int depth() {
        return depth;
    }

    /** From the start of an element to its end. */
    public void skip() throws UnreadableException {
        int outside = depth - 1;
        while (depth > outside && next()) {
            // everything inside is passed over
        }
    }

    /** From the start of an element to its end: all text within. */
    public String textWithin() throws UnreadableException {
        StringBuilder text = new StringBuilder();
        int outside = depth - 1;
        while (depth > outside && next()) {
            if (isText()) {
                text.append(text());
            }
        }
        return text.toString();
    }
}
