package yingbao.platform.demo;

import java.util.Optional;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import yingbao.platform.access.FirstUsers;
import yingbao.platform.access.Right;
import yingbao.platform.jobs.JobView;
import yingbao.platform.jobs.Jobs;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Texts;
import yingbao.platform.kernel.Today;
import yingbao.policy.value.AreaCode;

/** Begins the demonstration where it has not been told yet, before the first page can be asked for. */
@Service
public class Demonstration implements SmartInitializingSingleton {
    private static final Loading NONE = new Loading(false, 0);

    private final FirstUsers users;
    private final Steps steps;
    private final Jobs jobs;
    private final Texts texts;
    private final Today today;
    private final TransactionTemplate transaction;
    private final String county;
    private final Optional<Integer> households;

    Demonstration(
            FirstUsers users,
            Steps steps,
            Jobs jobs,
            Texts texts,
            Today today,
            TransactionTemplate transaction,
            @Value("${yingbao.demo.county:}") String county,
            @Value("${yingbao.demo.households:}") String households) {
        this.users = users;
        this.steps = steps;
        this.jobs = jobs;
        this.texts = texts;
        this.today = today;
        this.transaction = transaction;
        this.county = county;
        this.households = households.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(households));
    }

    /** Nobody shall see a demonstration's first page without its sign-ins, so they are made before pages are served. */
    @Override
    public void afterSingletonsInstantiated() {
        if (users.isDemo()) {
            households.ifPresent(this::begin);
        }
    }

    /**
     * Makes the users and plans the loading of the county, unless that was done.
     *
     * @param size how many households the county gets; none leaves the register empty
     */
    private void begin(int size) {
        users.demonstration();
        if (size == 0) {
            return;
        }
        steps.recall();
        Caller owner = owner();
        if (steps.isDone(DemoLoad.END) || underWay(owner).isPresent()) {
            return;
        }
        if (steps.done() == 0) {
            today.moveTo(RegisterChapter.BROUGHT_ON);
        }
        Callers.as(
                owner,
                () -> transaction.execute(_ ->
                        jobs.submit(DemoLoad.KIND, texts.text("demo.title"), "/", new DemoLoad.Order(county, size))));
    }

    /** Whether the county is being loaded just now. */
    public boolean isLoading() {
        return loading().underWay();
    }

    /** Who has the job among their own, and sees the whole county. */
    public Caller owner() {
        return new Cast(users.callers()).holding(Right.PAYMENT_CONFIRM, AreaCode.parse(county));
    }

    /**
     * How far the county is loaded, for everybody who meanwhile looks around in it.
     *
     * @param underWay whether it is being loaded just now
     * @param perMille how much of it is done
     */
    record Loading(boolean underWay, long perMille) {}

    Loading loading() {
        return users.isDemo()
                ? underWay(owner()).map(job -> new Loading(true, job.done())).orElse(NONE)
                : NONE;
    }

    private Optional<JobView> underWay(Caller owner) {
        return Callers.as(owner, jobs::mine).stream()
                .filter(job -> job.kind().equals(DemoLoad.KIND))
                .filter(job -> job.state() == JobView.State.WAITING || job.state() == JobView.State.RUNNING)
                .findFirst();
    }
}
