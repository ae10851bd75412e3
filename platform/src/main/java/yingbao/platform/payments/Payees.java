package yingbao.platform.payments;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
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

    Payees(Register register) {
        this.register = register;
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

    /** Payees of a day; somebody whom the register does not show has neither a name nor an account. */
    Map<Recipient, Payee> find(Collection<Recipient> recipients, LocalDate on) {
        Set<HouseholdId> households = recipients.stream()
                .map(recipient -> new HouseholdId(recipient.household()))
                .collect(Collectors.toSet());
        Map<UUID, HouseholdFile> files = register.find(households, on).stream()
                .collect(Collectors.toMap(file -> file.id().value(), file -> file));
        List<PersonId> persons = recipients.stream()
                .filter(Recipient::personal)
                .map(recipient -> new PersonId(recipient.id()))
                .distinct()
                .toList();
        Map<PersonId, Register.PersonLine> lines = register.lines(persons);
        Map<Recipient, Payee> found = new HashMap<>();
        for (Recipient recipient : recipients) {
            Optional<HouseholdFile> file = Optional.ofNullable(files.get(recipient.household()));
            found.put(recipient, payee(recipient, file, Optional.ofNullable(lines.get(new PersonId(recipient.id())))));
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
