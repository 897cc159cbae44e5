package gouji;

import gouji.run.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Pages a user asks for: {@code 1-3,7,12-}.
 *
 * @param ranges first and last page, both included; none means all
 */
record PageRanges(List<Range> ranges) {
    private static final Pattern RANGE = Pattern.compile("([1-9][0-9]{0,6})(-([1-9][0-9]{0,6})?)?");

    /** Pages from the first to the last, both included. */
    record Range(int first, int last) {
        @Override
        public String toString() {
            return last == first ? "" + first : last == Integer.MAX_VALUE ? first + "-" : first + "-" + last;
        }
    }

    static final PageRanges ALL = new PageRanges(List.of());

    static PageRanges of(String text) throws UsageException {
        List<Range> ranges = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Matcher m = RANGE.matcher(part.strip());
            if (!m.matches()) {
                throw new UsageException("--pages: expected page numbers such as 1-3,7, found “" + text + "”");
            }
            int first = Integer.parseInt(m.group(1));
            int last =
                    m.group(2) == null ? first : m.group(3) == null ? Integer.MAX_VALUE : Integer.parseInt(m.group(3));
            if (last < first) {
                throw new UsageException("--pages: expected the smaller page first, found “" + part.strip() + "”");
            }
            ranges.add(new Range(first, last));
        }
        return new PageRanges(List.copyOf(ranges));
    }

    boolean isAll() {
        return ranges.isEmpty();
    }

    boolean has(int page) {
        return ranges.isEmpty() || ranges.stream().anyMatch(r -> r.first() <= page && page <= r.last());
    }

    /** The ranges that begin behind the last page, as {@code 7, 12-}; empty for none. */
    String beyond(int lastPage) {
        return ranges.stream()
                .filter(r -> r.first() > lastPage)
                .map(Range::toString)
                .collect(Collectors.joining(", "));
    }
}
