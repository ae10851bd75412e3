package yingbao.platform.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import yingbao.platform.PlatformTest;
import yingbao.platform.jobs.JobId;
import yingbao.platform.jobs.JobView;
import yingbao.platform.jobs.Jobs;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.registry.Imports;

/** Two families of a county, in a register that is taken. */
abstract class TwoFamilies extends PlatformTest {
    static final String COUNTY = "229901";
    static final String TOWN = "229901100";
    static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String HOUSEHOLDS = """
            户编号,所在村（居）区划代码,登记人数,家庭户口性质,户籍或经常居住地在本县（市、区）,家庭年工资性收入,家庭年经营净收入,家庭年财产净收入,家庭年转移净收入,家庭年其他收入,家庭财产符合当地规定
            P1,229901100200,1,农业,是,2000,0,0,0,0,是
            P2,229901100200,1,农业,是,4000,0,0,0,0,是
            """;
    private static final String PERSONS = """
            人员编号,户编号,姓名,公民身份号码,与户主关系,本人户口性质,户籍在本县（市、区）,家庭成员状态,就学阶段,劳动能力,曾无正当理由连续三次拒绝接受介绍的适当工作,残疾类别,残疾等级,因残疾需要长期照护,因残疾产生的照护支出持续六个月以上,有生活来源,有具备履行义务能力的法定赡养、抚养、扶养义务人,未成年时已纳入特困人员救助供养,领取孤儿基本生活保障,领取工伤生活护理费,老年、因公致残、离休等生活补贴的月额,老年、因公致残、离休等护理补贴的月额
            P1-1,P1,李国富,%s,户主,农业,是,共同生活,不在学,部分丧失劳动能力,否,无残疾,无,否,否,是,是,否,否,否,0,0
            P2-1,P2,王桂兰,%s,户主,农业,是,共同生活,不在学,部分丧失劳动能力,否,无残疾,无,否,否,是,是,否,否,否,0,0
            """.formatted(citizenId(101), citizenId(102));

    @Autowired
    Trials trials;

    @Autowired
    Jobs jobs;

    @Autowired
    private Imports imports;

    private static String citizenId(int order) {
        String body = "22990119710412%03d".formatted(order);
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (body.charAt(i) - '0') * weights[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    @BeforeEach
    void twoFamiliesInTheRegister() {
        UUID id = as("township-clerk", TOWN, () -> {
            try {
                return imports.submit(
                        List.of(upload("家庭.csv", HOUSEHOLDS), upload("成员.csv", PERSONS)),
                        LocalDate.of(2016, 1, 1),
                        "township");
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
        for (int attempt = 0; attempt < 600; attempt++) {
            Imports.ImportView view = as("township-clerk", TOWN, () -> imports.find(id));
            if (view.finishedAt().isPresent()) {
                assertThat(view.faults()).isEmpty();
                break;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        done(as("county-officer", COUNTY, trials::takeRegister));
    }

    private static Imports.Upload upload(String name, String text) {
        return new Imports.Upload(name, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    void done(JobId id) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JobView view = as("county-officer", COUNTY, () -> jobs.find(id));
        while (view.state() == JobView.State.WAITING || view.state() == JobView.State.RUNNING) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            view = as("county-officer", COUNTY, () -> jobs.find(id));
        }
        assertThat(view.state()).as(view.message()).isEqualTo(JobView.State.DONE);
    }

    Answer answer(Asked asked) {
        return Callers.<Answer, RuntimeException>as(caller("county-officer", COUNTY), () -> trials.answer(asked));
    }

    static Answer.OfProgramme dibao(Answer answer) {
        return answer.programmes().stream()
                .filter(programme -> programme.id().equals("rural-dibao"))
                .findFirst()
                .orElseThrow();
    }

    static void refused(ThrowingCallable deed, String code) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
