package gouji.document.sheet;

import gouji.document.Place;

/** A shown cell: its first row and column in the sheet, from 0, and the last ones it is merged over. */
record Shown(int row, int column, int lastRow, int lastColumn, String text, Place place) {}
