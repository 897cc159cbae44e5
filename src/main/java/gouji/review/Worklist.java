package gouji.review;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What is to be looked at, with the decisions of one moment. */
final class Worklist {
    private static final int MOST_ITEMS = 500;

    private final Dataset dataset;
    private final List<Item> items;
    private final BitSet settled = new BitSet();
    private final Map<String, Integer> open = new LinkedHashMap<>();
    private final int decisions;

    Worklist(Dataset dataset, Decisions.Known known, Map<String, Standing> standings) {
        Matters matters = new Matters(dataset, known.settlements());
        this.dataset = dataset;
        this.items = new ArrayList<>(dataset.items());
        this.decisions = known.all().size() + known.settlements().all().size();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            settled.set(i, item.matter().isPresent() ? matters.isSettled(item) : isSettled(item, known, standings));
        }
        standings
                .values()
                .forEach(s -> s.conflicts().forEach((item, done) -> {
                    settled.set(items.size(), done);
                    items.add(item);
                }));
        Item.OPEN.forEach(kind -> open.put(kind, 0));
        for (int i = 0; i < items.size(); i++) {
            open.merge(items.get(i).kind(), settled.get(i) ? 0 : 1, Integer::sum);
        }
    }

    private static boolean isSettled(Item item, Decisions.Known known, Map<String, Standing> standings) {
        if (item.kind().equals(Item.SUSPECT)) {
            return known.inForce(item.reportId()).containsKey(item.code());
        }
        Standing report = standings.get(item.reportId());
        return item.kind().equals(Item.CHECK)
                && report != null
                && (report.blamed().contains(item.code()) || !report.failing().contains(item.code()));
    }

    /**
     * A part of the list.
     *
     * @param kind one kind; empty for all that waits
     * @param wanted which ones
     * @param withSettled whether those settled are listed too
     * @param from how many to leave out
     */
    Map<String, Object> page(String kind, Predicate<Item> wanted, boolean withSettled, int from) {
        List<Map<String, Object>> page = new ArrayList<>();
        boolean lookedUp = Item.LOOKED_UP.contains(kind);
        List<Item> all = lookedUp ? dataset.inputs() : items;
        int found = 0;
        for (int i = 0; i < all.size(); i++) {
            Item item = all.get(i);
            boolean done = !lookedUp && settled.get(i);
            if ((kind.isEmpty() || item.kind().equals(kind)) && (withSettled || !done) && wanted.test(item)) {
                if (found >= from && page.size() < MOST_ITEMS) {
                    page.add(line(item, done));
                }
                found++;
            }
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("open", open);
        answer.put("found", found);
        answer.put("from", from);
        answer.put("items", page);
        answer.put("reports", dataset.size());
        answer.put("inputs", dataset.inputs().size() - dataset.size());
        answer.put("decisions", decisions);
        return answer;
    }

    private Map<String, Object> line(Item item, boolean done) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("kind", item.kind());
        line.put("report", item.reportId());
        line.put("code", item.code());
        line.put("input", item.input());
        line.put("text", item.text());
        line.put("settled", done);
        line.put("heading", dataset.heading(item));
        Map<String, String> report = dataset.findRow(item.reportId()).orElse(Map.of());
        line.put("issuer", report.getOrDefault("issuer", ""));
        line.put("year", report.getOrDefault("year", ""));
        item.matter().ifPresent(kind -> {
            line.put("matter", kind.word());
            line.put("subject", item.subject());
        });
        return line;
    }
}
