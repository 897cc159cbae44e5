/**
 * Child processes that are asked and answer.
 *
 * <p>Enters: what to run, and frames of bytes. Leaves: frames of bytes, or an {@link java.io.IOException} when the child
 * broke down or was late. Never knows what the bytes say. The leftmost room: recognition and runs both use it. It knows a
 * clock, for a child that hangs cannot be given up otherwise.
 */
package gouji.process;
