package blackbox;

import gouji.FakeEngine;
import gouji.Gouji;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import picocli.CommandLine;

/**
 * One call of the command, as a user makes it, with the fake family of reports.
 *
 * @param status exit status
 * @param out what it printed
 * @param err what it complained about
 */
record Call(int status, String out, String err) {
    static Call gouji(Object... arguments) {
        CommandLine command = Gouji.commandLine(FakeEngine::make);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        int status =
                command.execute(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
        return new Call(status, out.toString(), err.toString());
    }
}
