package gouji.document.sheet;

import java.math.BigDecimal;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/** The text a cell shows: as its number format has it, unless that format drops digits of the figure. */
final class CellText {
    private final DataFormatter formatter = new DataFormatter(Locale.CHINA);

    String of(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> cell.getStringCellValue();
            case NUMERIC -> number(cell);
            case BOOLEAN -> String.valueOf(cell.getBooleanCellValue()).toUpperCase(Locale.ROOT);
            case ERROR -> "#ERROR";
            default -> "";
        };
    }

    /**
     * The same of a cell that is stored with what it shows.
     *
     * @param type {@code float}, {@code percentage} or {@code currency} for figures
     * @param value the figure, empty for none
     * @param shown as it is displayed
     */
    static String ofStored(String type, String value, String shown) {
        if (value.isEmpty() || !type.matches("float|percentage|currency")) {
            return shown;
        }
        try {
            double figure = Double.parseDouble(value);
            return saysTheSame(shown, figure) && !shown.isEmpty() ? shown : plain(figure);
        } catch (NumberFormatException e) {
            return shown;
        }
    }

    private String number(Cell cell) {
        double value = cell.getNumericCellValue();
        String pattern = cell.getCellStyle().getDataFormatString();
        String shown =
                formatter.formatRawCellContents(value, cell.getCellStyle().getDataFormat(), pattern);
        if (DateUtil.isADateFormat(cell.getCellStyle().getDataFormat(), pattern)) {
            return shown;
        }
        return saysTheSame(shown, value) ? shown : plain(value);
    }

    /** Whether the shown text is the figure with nothing but separators, blanks and words added; dashes may show a zero. */
    private static boolean saysTheSame(String shown, double value) {
        String figure = shown.replaceAll("[,\\s\\u00A0，]", "").replaceAll("[^-0-9.]", "");
        if (figure.isEmpty() || figure.equals("-")) {
            return value == 0;
        }
        try {
            return new BigDecimal(figure).compareTo(exact(value)) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static String plain(double value) {
        BigDecimal exact = exact(value).stripTrailingZeros();
        return (exact.scale() < 0 ? exact.setScale(0) : exact).toPlainString();
    }

    /** The fifteen digits a spreadsheet keeps: 0.1 + 0.2 is 0.3 there. */
    private static BigDecimal exact(double value) {
        return new BigDecimal(Double.toString(value)).round(new java.math.MathContext(15));
    }
}
