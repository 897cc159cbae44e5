package gouji.source;

/**
 * What an input may cost before it is read; decided by counting, so that outcomes do not depend on the machine.
 *
 * @param bytes largest file or member
 * @param members most members of one archive, those of archives inside it included
 * @param depth deepest nesting of archives; an archive that is a file has depth 1
 * @param ratio most bytes a member may unpack to for each packed byte
 * @param ratioFreeBytes bytes a member may unpack to before the ratio is looked at
 * @param unpackedBytes most bytes one archive may unpack to, archives inside it included
 */
public record Limits(long bytes, int members, int depth, int ratio, long ratioFreeBytes, long unpackedBytes) {
    /** 256 MB a file; 20,000 members, three deep, 200 to 1 beyond 10 MB, 4 GB in all. */
    public static final Limits STANDARD = new Limits(256L << 20, 20_000, 3, 200, 10L << 20, 4L << 30);
}
