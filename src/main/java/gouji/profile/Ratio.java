package gouji.profile;

import java.util.List;

/**
 * How a percentage stated in prose is computed from cells ({@code table.row.column}).
 *
 * @param part cells whose sum is the part; of a change, the cells whose sum changes
 * @param of what it may be a part of, each the cells of a sum: one that gives the stated percentage is enough; empty
 *     for a change
 * @param direction what it says
 */
public record Ratio(List<String> part, List<List<String>> of, Direction direction) {
    /** A share, or a change against the same body's report for the year before. */
    public enum Direction {
        SHARE,
        RISE,
        FALL
    }

    public Ratio {
        part = List.copyOf(part);
        of = of.stream().map(List::copyOf).toList();
    }

    /** Whether it needs the report for the year before. */
    public boolean acrossYears() {
        return direction != Direction.SHARE;
    }
}
