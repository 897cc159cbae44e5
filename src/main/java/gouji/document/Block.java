package gouji.document;

/** A piece of a flowing document, in reading order. */
public sealed interface Block permits Paragraph, Grid, Drawing {}
