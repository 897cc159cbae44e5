package gouji.run.spark;

import gouji.panel.Members;
import gouji.panel.Roster;
import gouji.run.Gathering;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/**
 * Brings the reports of each body together, and those of the members of a region beside the region's. The driver holds a
 * name and a key for each body that the roster names, no report.
 */
final class Bodies {
    private final JavaSparkContext context;
    private final Broadcast<Equipment> equipment;

    Bodies(JavaSparkContext context, Broadcast<Equipment> equipment) {
        this.context = context;
        this.equipment = equipment;
    }

    /** A report in a series, its own or that of a region its body is a member of. */
    private record Guest(boolean isOwn, Reading reading) implements Serializable {}

    /** A body that the roster names. */
    private record Named(String key, String name, String body) implements Serializable {}

    /** The rows of all reports. */
    JavaRDD<Made> together(JavaRDD<Reading> reports, int partitions) {
        Broadcast<Equipment> tools = equipment;
        HashMap<String, String> bodyOfName = bodyOfName(reports);
        Map<String, Collection<String>> regions = new Members(tools.value().roster(), bodyOfName).regions();
        HashMap<String, ArrayList<String>> seats = new HashMap<>();
        regions.forEach((body, all) -> seats.put(body, new ArrayList<>(all)));
        Broadcast<HashMap<String, ArrayList<String>>> seatsOf = context.broadcast(seats);
        Broadcast<HashMap<String, String>> names = context.broadcast(bodyOfName);
        return reports.flatMapToPair(r -> places(r, seatsOf.value()))
                .groupByKey(partitions)
                .values()
                .flatMap(all -> made(all, tools.value(), names.value()));
    }

    /** Of several bodies that print the same name, the one of the last report in the order of a run on one machine. */
    private HashMap<String, String> bodyOfName(JavaRDD<Reading> reports) {
        HashMap<String, String> bodyOfName = new HashMap<>();
        if (equipment.value().roster().membersOf().isEmpty()) {
            return bodyOfName;
        }
        Broadcast<Equipment> tools = equipment;
        List<Named> named = new ArrayList<>(reports.filter(r -> !r.who().body().isEmpty()
                        && tools.value().roster().names(r.who().name()))
                .map(r -> new Named(r.fate().key(), r.who().name(), r.who().body()))
                .collect());
        named.sort(Comparator.comparing(Named::key));
        named.forEach(n -> bodyOfName.put(n.name(), n.body()));
        return bodyOfName;
    }

    private static Iterator<Tuple2<String, Guest>> places(Reading r, Map<String, ArrayList<String>> seats) {
        List<Tuple2<String, Guest>> places = new ArrayList<>();
        places.add(new Tuple2<>(r.who().series(), new Guest(true, r)));
        if (!r.who().body().isEmpty()) {
            for (String region : seats.getOrDefault(r.who().body(), new ArrayList<>())) {
                String series = region + "\n" + r.who().profile();
                if (!series.equals(r.who().series())) {
                    places.add(new Tuple2<>(series, new Guest(false, r)));
                }
            }
        }
        return places.iterator();
    }

    private static Iterator<Made> made(Iterable<Guest> all, Equipment tools, Map<String, String> bodyOfName) {
        List<Gathering.Read> own = new ArrayList<>();
        List<Gathering.Read> beside = new ArrayList<>();
        all.forEach(g -> (g.isOwn() ? own : beside).add(g.reading().read()));
        if (own.isEmpty()) {
            return List.<Made>of().iterator();
        }
        Roster roster = tools.roster();
        return tools.assembly().together(own, beside, new Members(roster, bodyOfName)).stream()
                .map(Made::of)
                .iterator();
    }
}
