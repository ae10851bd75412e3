package yingbao.platform;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands of the platform. */
@Command(
        name = "yingbao",
        subcommands = {UpCommand.class, AuditCommand.class},
        description = "社会救助平台 The platform of social assistance")
class Commands implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // Picocli sets it before anything is called.
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "请写明命令：up 或者 audit verify。 Name a command: up, or audit verify.");
    }
}
