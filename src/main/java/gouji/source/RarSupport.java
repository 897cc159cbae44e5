package gouji.source;

/** Whether RAR archives can be unpacked: by junrar, whose licence is not an open one and which is therefore no part of it. */
public final class RarSupport {
    /** What to do where it is not there. */
    public static final String HOW_TO_GET_IT =
            "junrar (0.3 MB, UnRAR licence) is not in the download; to add it, run once: mvn -q dependency:copy"
                    + " -Dartifact=com.github.junrar:junrar:8.0.0 -DoutputDirectory=target/lib";

    private static final boolean PRESENT = isThere();

    private RarSupport() {}

    public static boolean isPresent() {
        return PRESENT;
    }

    private static boolean isThere() {
        try {
            Class.forName("com.github.junrar.Archive", false, RarSupport.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
