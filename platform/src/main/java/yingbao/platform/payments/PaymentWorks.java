package yingbao.platform.payments;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;
import yingbao.platform.jobs.JobId;
import yingbao.platform.jobs.JobProgress;
import yingbao.platform.jobs.JobWork;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Texts;
import yingbao.policy.value.Money;

/**
 * What jobs of this module do. Each does all its work in one transaction that finds out first whether it is still to be
 * done, so that one begun again after a crash does nothing twice.
 */
@Configuration
class PaymentWorks {
    private final JsonMapper json;
    private final Texts texts;

    PaymentWorks(JsonMapper json, Texts texts) {
        this.json = json;
        this.texts = texts;
    }

    /** Work of a kind; it asks for its service late, because the services themselves plan jobs. */
    private record Work(String kind, Deed deed) implements JobWork {
        @Override
        public String run(JobId id, String payload, JobProgress progress) {
            progress.report(0, 1);
            String message = deed.run(payload);
            progress.report(1, 1);
            return message;
        }
    }

    /** Does the work that a payload describes. */
    @FunctionalInterface
    private interface Deed {
        String run(String payload);
    }

    @Bean
    JobWork paymentPreparation(ObjectProvider<Payments> payments) {
        return new Work(Payments.PREPARE, payload -> {
            RunId id = json.readValue(payload, RunId.class);
            try {
                RunView run = payments.getObject().fill(id);
                return texts.text("payments.done-prepare", run.recipients(), Money.ofFen(run.payFen()), run.held());
            } catch (Refusal refusal) {
                payments.getObject()
                        .giveUp(id, texts.text(refusal.code(), refusal.args().toArray()));
                throw refusal;
            }
        });
    }

    @Bean
    JobWork paymentConfirmation(ObjectProvider<Payments> payments) {
        return new Work(Payments.CONFIRM, payload -> {
            Payments.Confirmation confirmation = json.readValue(payload, Payments.Confirmation.class);
            RunView before = payments.getObject().find(confirmation.run());
            boolean done = before.confirmedAt().isPresent() && before.digest().equals(confirmation.digest());
            try {
                RunView run = done ? before : payments.getObject().confirm(confirmation.run(), confirmation.digest());
                return texts.text("payments.done-confirm", run.payments(), Money.ofFen(run.payFen()));
            } catch (Refusal refusal) {
                payments.getObject()
                        .noteRefusal(
                                confirmation.run(),
                                texts.text(refusal.code(), refusal.args().toArray()));
                throw refusal;
            }
        });
    }

    @Bean
    JobWork paymentReturn(ObjectProvider<BankReturns> returns) {
        return new Work(BankReturns.RETURN, payload -> {
            ReturnId id = json.readValue(payload, ReturnId.class);
            try {
                ReturnView file = returns.getObject().carryOut(id);
                return texts.text("payments.done-return", file.posted(), file.voided(), file.repeated(), file.faults());
            } catch (Refusal refusal) {
                returns.getObject()
                        .refuse(id, texts.text(refusal.code(), refusal.args().toArray()));
                throw refusal;
            }
        });
    }
}
