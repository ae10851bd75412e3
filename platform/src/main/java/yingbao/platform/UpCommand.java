package yingbao.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import yingbao.platform.access.FirstUsers;
import yingbao.platform.database.Database;
import yingbao.platform.database.DatabaseProblem;
import yingbao.platform.demo.DemoCounty;
import yingbao.platform.demo.Demonstration;

/** Starts the platform and serves it until it is stopped. */
@Command(name = "up", description = "启动平台，直到按 Ctrl-C Start the platform and serve it until Ctrl-C")
class UpCommand implements Callable<Integer> {
    private static final System.Logger LOG = System.getLogger(UpCommand.class.getName());
    private static final int FAILED = 1;
    private static final int PORT_MAX = 65_535;
    private static final String HOST = "127.0.0.1";

    @Mixin
    private Installation installation = new Installation();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "端口，1 至 65535 的整数（默认 8080） The port")
    private int port;

    @Option(
            names = "--households",
            paramLabel = "NUMBER",
            defaultValue = "" + DemoCounty.HOUSEHOLDS,
            description = "演示用的县的户数（默认 20000） How many households the demonstration has")
    private int households;

    @Spec
    @SuppressWarnings("NullAway.Init") // Picocli sets it before anything is called.
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        try {
            return serve();
        } catch (DatabaseProblem problem) {
            System.err.println(Installation.text(problem));
            return FAILED;
        }
    }

    private int serve() throws InterruptedException {
        requirePort();
        System.out.println("正在启动，约需十几秒，第一次要一两分钟…… Starting, a quarter of a minute, longer the first time…");
        Database database = installation.serve(SpringApplication.getShutdownHandlers()::add);
        Map<String, Object> properties = new HashMap<>(installation.properties(database));
        properties.put("server.port", port);
        properties.put("yingbao.demo.households", households);
        SpringApplication application = new SpringApplication(Platform.class);
        application.setDefaultProperties(properties);
        ConfigurableApplicationContext context = application.run();
        installation.leaveKeyProof(database);
        greet(context);
        Thread.currentThread().join();
        return 0;
    }

    /** Asked first: a server that finds its port taken says so after everything else has been started. */
    private void requirePort() {
        if (port < 1 || port > PORT_MAX) {
            throw new ParameterException(
                    spec.commandLine(),
                    "端口 " + port + " 超出范围，请用 --port 指定 1 至 65535 的整数。\n" + "Port " + port
                            + " is out of range; name one from 1 to 65535 with --port.");
        }
        try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            LOG.log(System.Logger.Level.DEBUG, "free: {0}", free);
        } catch (IOException taken) {
            throw new ParameterException(
                    spec.commandLine(),
                    "端口 " + port + " 不能用（" + taken.getMessage() + "）。如果应保已在运行，请直接打开 " + address()
                            + "；否则请停止占用它的程序，或者用 --port 另选一个端口。\n"
                            + "Port " + port
                            + " cannot be used. If Yingbao is running already, open that address; otherwise "
                            + "stop what uses the port, or name another one with --port.",
                    taken);
        }
    }

    private String address() {
        return "http://" + HOST + ":" + port;
    }

    private void greet(ConfigurableApplicationContext context) {
        FirstUsers first = context.getBean(FirstUsers.class);
        System.out.println("应保已启动，按 Ctrl-C 停止 Yingbao is up, Ctrl-C stops it: " + address());
        if (installation.isDemo()) {
            System.out.println("演示用户 Sign-ins of the demonstration:");
            first.shown()
                    .forEach(user -> System.out.printf(
                            "  %-22s %-28s %s %s%s%n",
                            user.login(),
                            user.password(),
                            user.areaPath(),
                            user.roleTitle(),
                            user.code().isPresent() ? "（动态口令见登录页 code on the sign-in page）" : ""));
            if (context.getBean(Demonstration.class).isLoading()) {
                System.out.println("演示数据正在装入，期间即可使用；每页上方写着进度。 The county is being loaded, every page says how "
                        + "far; look around meanwhile.");
            }
            return;
        }
        Optional<String> password = first.administrator();
        password.ifPresent(once -> System.out.println(
                "管理员 Administrator: admin　一次性密码 one-time password: " + once + "（登录后请立即修改 change it at once）"));
    }
}
