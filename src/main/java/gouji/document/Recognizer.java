package gouji.document;

import gouji.source.UnreadableException;

/**
 * Reads the pictures of a document: pages without trusted text get glyphs, rulings and readings. Implementations are
 * leaves below this room, safe between threads.
 */
public interface Recognizer {
    /**
     * The document with its pictures read; the same document where no page needs it.
     *
     * @throws UnreadableException when no picture can be decoded
     */
    Document recognize(Document document) throws UnreadableException;
}
