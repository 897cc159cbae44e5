package gouji.table;

/** A piece of a document in reading order: prose or a table. */
public sealed interface Element permits Prose, Table {}
