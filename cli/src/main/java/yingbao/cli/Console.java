package yingbao.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import yingbao.policy.Messages;
import yingbao.policy.pack.Fault;

/** Where commands print, and in which language. */
final class Console {
    private static final List<String> BUNDLES = List.of(
            "yingbao.cli.messages",
            "yingbao.sheet.messages",
            "yingbao.policy.register.messages",
            "yingbao.policy.batch.messages",
            "yingbao.policy.reading.messages");

    private final PrintWriter out;
    private final PrintWriter err;
    private final Messages messages;

    Console(PrintWriter out, PrintWriter err, Locale language) {
        this.out = out;
        this.err = err;
        this.messages = new Messages(language, BUNDLES);
    }

    void print(String line) {
        out.println(line);
    }

    /** Something that is not part of the result. */
    void complain(String line) {
        out.flush();
        err.println(line);
        err.flush();
    }

    /** Overwrites the last line of a terminal. */
    void overwrite(String line) {
        err.print("\r" + line);
        err.flush();
    }

    String text(String code, Object... particulars) {
        return messages.text(code, particulars);
    }

    String fault(Fault fault) {
        return fault.location() + ": " + text(fault.code(), fault.arguments().toArray());
    }
}
