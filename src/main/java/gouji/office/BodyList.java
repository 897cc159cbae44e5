package gouji.office;

import gouji.dataset.CsvSource;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists of bodies that an office keeps, as CSV in UTF-8 with a header. */
public final class BodyList {
    private static final List<String> NAMES = List.of("name", "body", "issuer", "机构名称", "单位名称", "机构", "单位", "名称");
    private static final List<String> CODES = List.of("code", "key", "机构代码", "单位代码", "代码");
    private static final List<String> PARENTS = List.of("parent", "上级", "上级机关", "上级单位");
    private static final List<String> MEMBERS = List.of("member", "下级", "成员", "下级单位", "成员单位");

    private BodyList() {}

    /** A list is not as expected. */
    public static final class ListException extends Exception {
        private static final long serialVersionUID = 1;

        ListException(String message) {
            super(message);
        }
    }

    /** One body a row: a column {@code name} (机构名称, …) and, optionally, {@code code}. */
    public static List<Body> bodies(Path file, CsvSource csv) throws ListException {
        List<Body> bodies = new ArrayList<>();
        try (CsvSource.Rows rows = open(file, csv)) {
            int name = column(file, rows.header(), NAMES);
            int code = find(rows.header(), CODES);
            for (Optional<List<String>> row = rows.next(); row.isPresent(); row = rows.next()) {
                Body body = new Body(cell(row.get(), name), cell(row.get(), code));
                if (!body.name().isEmpty() || !body.code().isEmpty()) {
                    bodies.add(body);
                }
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        if (bodies.isEmpty()) {
            throw new ListException(file + ": expected a body in each row below the header, found none");
        }
        return bodies;
    }

    /** Members of each parent, in file order: the columns {@code parent} and {@code member}, names or keys. */
    public static Map<Body, List<Body>> members(Path file, CsvSource csv) throws ListException {
        Map<Body, List<Body>> members = new LinkedHashMap<>();
        try (CsvSource.Rows rows = open(file, csv)) {
            int parent = column(file, rows.header(), PARENTS);
            int member = column(file, rows.header(), MEMBERS);
            for (Optional<List<String>> row = rows.next(); row.isPresent(); row = rows.next()) {
                String p = cell(row.get(), parent);
                String m = cell(row.get(), member);
                if (!p.isEmpty() && !m.isEmpty()) {
                    List<Body> list = members.computeIfAbsent(new Body(p, p), k -> new ArrayList<>());
                    Body body = new Body(m, m);
                    if (!list.contains(body)) {
                        list.add(body);
                    }
                }
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        if (members.isEmpty()) {
            throw new ListException(file + ": expected a parent and a member in each row below the header, found none");
        }
        return members;
    }

    private static CsvSource.Rows open(Path file, CsvSource csv) throws IOException, ListException {
        if (!Files.exists(file)) {
            throw new ListException("no file is at " + file + ": check the name");
        }
        return csv.read(file);
    }

    private static ListException unreadable(Path file, IOException e) {
        if (e instanceof AccessDeniedException) {
            return new ListException(file + " cannot be read: permission denied");
        }
        return new ListException(e.getMessage());
    }

    private static int column(Path file, List<String> header, List<String> names) throws ListException {
        int column = find(header, names);
        if (column < 0) {
            String expected = ": expected a column " + names.get(0) + " (or "
                    + String.join(", ", names.subList(1, names.size())) + ") in the first row, found ";
            throw new ListException(file + expected + (header.isEmpty() ? "an empty file" : String.join(", ", header)));
        }
        return column;
    }

    private static int find(List<String> header, List<String> names) {
        List<String> plain = header.stream()
                .map(h -> h.strip().toLowerCase(java.util.Locale.ROOT))
                .toList();
        return names.stream()
                .mapToInt(plain::indexOf)
                .filter(i -> i >= 0)
                .findFirst()
                .orElse(-1);
    }

    private static String cell(List<String> row, int column) {
        return column < 0 || column >= row.size() ? "" : row.get(column).strip();
    }
}
