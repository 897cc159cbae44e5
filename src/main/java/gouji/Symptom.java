package gouji;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One thing the doctor looked at.
 *
 * @param name what it is
 * @param works whether it does
 * @param needed whether an import cannot do without it
 * @param found what was found, in words
 * @param advice what to do; empty where it works
 */
record Symptom(String name, boolean works, boolean needed, String found, String advice) {
    static Symptom well(String name, String found) {
        return new Symptom(name, true, true, found, "");
    }

    List<String> lines() {
        String mark = works ? "ok     " : needed ? "MISSING" : "without";
        String line = "%s  %-17s  %s".formatted(mark, name, found);
        return advice.isEmpty() ? List.of(line) : List.of(line, " ".repeat(28) + advice);
    }

    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("check", name);
        facts.put("works", works);
        facts.put("needed", needed);
        facts.put("found", found);
        facts.put("advice", advice);
        return facts;
    }
}
