package yingbao.platform.access;

import java.util.Arrays;
import java.util.Optional;

/** What a role can grant. A role of the pack names them as {@link #id()} does. */
public enum Right {
    REGISTRY_READ("registry.read"),
    REGISTRY_WRITE("registry.write"),
    REGISTRY_IMPORT("registry.import"),
    REGISTRY_MERGE("registry.merge"),
    /** Seeing a sealed value whole; each time is an entry in the log. */
    PERSON_OPEN("person.open"),
    CASE_READ("case.read"),
    CASE_APPLY("case.apply"),
    CASE_ACT("case.act"),
    NOTICE_READ("notice.read"),
    STANDARD_READ("standard.read"),
    STANDARD_ENTER("standard.enter"),
    STANDARD_CONFIRM("standard.confirm", true),
    PAYMENT_READ("payment.read"),
    PAYMENT_PREPARE("payment.prepare"),
    PAYMENT_CONFIRM("payment.confirm", true),
    PAYMENT_BANK("payment.bank"),
    /** Seeing leads of one's area. */
    RADAR_READ("radar.read"),
    /** Closing a lead with a reason. */
    RADAR_CLOSE("radar.close"),
    /** Letting everybody in the register be looked at, which takes the machine a while. */
    RADAR_RUN("radar.run"),
    /** Trying other values of the policy on the register; says of nobody by name. */
    TRIAL_RUN("trial.run"),
    PROGRAMME_READ("programme.read"),
    /** Drafting values of parameters, examples and words. */
    DRAFT_EDIT("draft.edit"),
    /** Drafting the rules themselves. */
    DRAFT_RULES("draft.rules"),
    /** Publishing, as a second person, what others drafted. */
    DRAFT_APPROVE("draft.approve", true),
    AUDIT_READ("audit.read"),
    USER_MANAGE("user.manage"),
    DEMO_DATE("demo.date");

    private final String id;
    private final boolean needsCode;

    Right(String id) {
        this(id, false);
    }

    Right(String id, boolean needsCode) {
        this.id = id;
        this.needsCode = needsCode;
    }

    public String id() {
        return id;
    }

    /** Whether who has it must sign in with a one-time code. */
    public boolean needsCode() {
        return needsCode;
    }

    static Optional<Right> of(String id) {
        return Arrays.stream(values()).filter(right -> right.id.equals(id)).findFirst();
    }
}
