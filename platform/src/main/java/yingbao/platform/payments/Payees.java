package yingbao.platform.payments;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import yingbao.platform.areas.Divisions;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.platform.registry.HouseholdFile;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.PersonId;
import yingbao.platform.registry.Register;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Value;

/** Finds how recipients are called and to which account they are paid. */
@Component
class Payees {
    /** 户主 and 本人 of GB/T 4761. */
    private static final List<String> HEADS = List.of("02", "01");

    /** What ISO 20022 takes as an account; with anything else there is no account to pay to. */
    private static final Pattern PAYABLE = Pattern.compile("[0-9A-Za-z-]{6,34}");

    private final Register register;
    private final TransactionTemplate apart;
    private final Caller platform;

    Payees(Register register, PlatformTransactionManager transactions, Divisions divisions) {
        this.register = register;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.platform = Caller.platform(divisions.root());
    }

    /**
     * A bank account as the register knows it, in the open.
     *
     * @param holder whose it is as the bank writes it
     * @param number its number, without blanks
     */
    record Account(String holder, String bank, String number) {
        private static final int TAIL = 4;

        /** The last digits, by which people tell accounts apart. */
        String tail() {
            return number.substring(Math.max(0, number.length() - TAIL));
        }
    }

    /**
     * How somebody is called and paid; no account where none is known.
     *
     * @param faulty whether an account is known to which no bank could pay
     */
    record Payee(String name, String householdNumber, Optional<Account> account, boolean faulty) {
        static final Payee UNKNOWN = new Payee("", "", Optional.empty(), false);
    }

    /**
     * Payees of a day. What was decided before somebody left the county is the county's to pay, so they are found wherever
     * they live now; somebody whom nobody knows has neither a name nor an account.
     */
    Map<Recipient, Payee> find(Collection<Recipient> recipients, LocalDate on) {
        Map<PersonId, Register.PersonLine> lines = anywhere(
                recipients.stream()
                        .filter(Recipient::personal)
                        .map(recipient -> new PersonId(recipient.id()))
                        .collect(Collectors.toSet()),
                register::lines);
        Map<Recipient, HouseholdId> homes = new HashMap<>();
        for (Recipient recipient : recipients) {
            homes.put(
                    recipient,
                    Optional.ofNullable(lines.get(new PersonId(recipient.id())))
                            .map(Register.PersonLine::household)
                            .orElse(new HouseholdId(recipient.household())));
        }
        Map<HouseholdId, HouseholdFile> files = anywhere(
                Set.copyOf(homes.values()),
                wanted -> register.find(wanted, on).stream()
                        .collect(Collectors.toMap(HouseholdFile::id, Function.identity())));
        Map<Recipient, Payee> found = new HashMap<>();
        homes.forEach((recipient, home) -> found.put(
                recipient,
                payee(
                        recipient,
                        Optional.ofNullable(files.get(home)),
                        Optional.ofNullable(lines.get(new PersonId(recipient.id()))))));
        return found;
    }

    /** What the caller sees, and of the rest what the platform does. */
    private <K, V> Map<K, V> anywhere(Set<K> wanted, Function<Collection<K>, Map<K, V>> look) {
        Map<K, V> found = new HashMap<>(look.apply(wanted));
        Set<K> elsewhere = new HashSet<>(wanted);
        elsewhere.removeAll(found.keySet());
        if (!elsewhere.isEmpty()) {
            found.putAll(Callers.as(platform, () -> Objects.requireNonNull(apart.execute(_ -> look.apply(elsewhere)))));
        }
        return found;
    }

    private static Payee payee(
            Recipient recipient, Optional<HouseholdFile> file, Optional<Register.PersonLine> person) {
        String number = file.map(HouseholdFile::number).orElse("");
        Optional<Facts> home = file.map(found -> found.household().facts());
        Optional<Account> households =
                file.flatMap(found -> account(found.household().facts(), headName(found)));
        if (!recipient.personal()) {
            return payee(file.map(Payees::headName).orElse(""), number, households, home);
        }
        String name = person.map(Register.PersonLine::name).orElse("");
        Optional<Facts> own = file.flatMap(found -> found.member(new PersonId(recipient.id())));
        Optional<Account> account = own.flatMap(facts -> account(facts, name)).or(() -> households);
        return payee(name, number, account, own.filter(Payees::isGiven).or(() -> home));
    }

    private static Payee payee(String name, String number, Optional<Account> account, Optional<Facts> facts) {
        boolean faulty = account.isEmpty() && facts.filter(Payees::isGiven).isPresent();
        return new Payee(name, number, account, faulty);
    }

    private static boolean isGiven(Facts facts) {
        return text(facts, "bank_account").isPresent();
    }

    /** The household is called by its head, and by who comes first where nobody is said to be the head. */
    private static String headName(HouseholdFile file) {
        List<Facts> members = file.household().members();
        return HEADS.stream()
                .flatMap(code -> members.stream()
                        .filter(member ->
                                text(member, "relation").filter(code::equals).isPresent()))
                .findFirst()
                .or(() -> members.stream().findFirst())
                .flatMap(head -> text(head, "name"))
                .orElse(file.number());
    }

    private static Optional<Account> account(Facts facts, String name) {
        return text(facts, "bank_account")
                .map(number -> number.replaceAll("\\s", ""))
                .filter(number -> PAYABLE.matcher(number).matches())
                .map(number -> new Account(
                        text(facts, "bank_account_holder").orElse(name),
                        text(facts, "bank_name").orElse(""),
                        number));
    }

    private static Optional<String> text(Facts facts, String name) {
        return facts.given(name)
                .map(value -> value instanceof Value.Text(String text) ? text.strip() : "")
                .filter(text -> !text.isEmpty());
    }
}
