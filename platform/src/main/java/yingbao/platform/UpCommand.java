package yingbao.platform;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import yingbao.platform.access.FirstUsers;
import yingbao.platform.database.Database;
import yingbao.platform.database.DatabaseProblem;
import yingbao.platform.demo.DemoCounty;
import yingbao.platform.demo.Demonstration;

/** Starts the platform and serves it until it is stopped. */
@Command(name = "up", description = "启动平台，直到按 Ctrl-C Start the platform and serve it until Ctrl-C")
class UpCommand implements Callable<Integer> {
    private static final int FAILED = 1;

    @Mixin
    private Installation installation = new Installation();

    @Option(names = "--port", defaultValue = "8080", description = "端口（默认 8080） The port")
    private int port;

    @Option(
            names = "--households",
            defaultValue = "" + DemoCounty.HOUSEHOLDS,
            description = "演示用的县的户数（默认 20000） How many households the demonstration has")
    private int households;

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
        Database database = installation.serve(SpringApplication.getShutdownHandlers()::add);
        Map<String, Object> properties = new HashMap<>(installation.properties(database));
        properties.put("server.port", port);
        SpringApplication application = new SpringApplication(Platform.class);
        application.setDefaultProperties(properties);
        greet(application.run());
        Thread.currentThread().join();
        return 0;
    }

    private void greet(ConfigurableApplicationContext context) {
        FirstUsers first = context.getBean(FirstUsers.class);
        System.out.println("应保已启动 Yingbao is up: http://127.0.0.1:" + port);
        if (installation.isDemo()) {
            Demonstration demonstration = context.getBean(Demonstration.class);
            boolean loading = demonstration.begin(households).isPresent();
            System.out.println("演示用户 Sign-ins of the demonstration:");
            first.shown()
                    .forEach(user -> System.out.printf(
                            "  %-22s %-28s %s %s%s%n",
                            user.login(),
                            user.password(),
                            user.areaPath(),
                            user.roleTitle(),
                            user.code().isPresent() ? "（动态口令见登录页 code on the sign-in page）" : ""));
            if (loading) {
                System.out.println("演示数据正在装入，期间即可使用；进度见用户 "
                        + demonstration.owner().name() + " 的任务栏。 The county is being loaded; look around meanwhile.");
            }
            return;
        }
        Optional<String> password = first.administrator();
        password.ifPresent(once -> System.out.println(
                "管理员 Administrator: admin　一次性密码 one-time password: " + once + "（登录后请立即修改 change it at once）"));
    }
}
