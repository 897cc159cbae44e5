package gouji.document.pdf;

import java.util.Arrays;

/**
 * The operands before an operator, or the elements of an array among them. A number stands in {@code numbers}; anything
 * else stands in {@code others}: a name as String, a string as byte[], an array or a dictionary (key, value, key, …) as
 * Operands.
 */
final class Operands {
    /** More than any operator takes; what comes before the last ones is junk. */
    private static final int MOST = 1 << 20;

    private double[] numbers = new double[8];
    private Object[] others = new Object[8];
    private int size;

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    void add(double number) {
        grow();
        others[size] = null;
        numbers[size++] = number;
    }

    void add(Object other) {
        grow();
        numbers[size] = 0;
        others[size++] = other;
    }

    boolean isNumber(int index) {
        return index < size && others[index] == null;
    }

    /** The number there, 0 where there is none. */
    double number(int index) {
        return index < size ? numbers[index] : 0;
    }

    /** The name there, the empty string where there is none. */
    String name(int index) {
        return index < size && others[index] instanceof String name ? name : "";
    }

    /** The string there, no bytes where there is none. */
    byte[] string(int index) {
        return index < size && others[index] instanceof byte[] bytes ? bytes : NO_BYTES;
    }

    /** The array or dictionary there, an empty one where there is none. */
    Operands list(int index) {
        return index < size && others[index] instanceof Operands list ? list : new Operands();
    }

    /** Index of the value of a key when this is a dictionary, or -1. */
    int indexOfValue(String key) {
        for (int i = 0; i + 1 < size; i += 2) {
            if (key.equals(others[i])) {
                return i + 1;
            }
        }
        return -1;
    }

    private void grow() {
        if (size == MOST) {
            size = 0;
        }
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
            others = Arrays.copyOf(others, size * 2);
        }
    }

    private static final byte[] NO_BYTES = {};
}
