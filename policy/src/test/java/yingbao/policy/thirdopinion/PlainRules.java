package yingbao.policy.thirdopinion;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import yingbao.policy.thirdopinion.Family.Person;

/**
 * The five programmes as somebody would write them by hand from the regulations, sharing nothing with the rules: amounts in
 * fen a month, nothing where a person or family is not entitled.
 *
 * @param on the day
 * @param standards the standards in force on it
 */
record PlainRules(LocalDate on, Standards standards) {
    private static final LocalDate RULES_OF_2021 = LocalDate.of(2021, 7, 1);
    private static final Set<String> SCHOOLS = Set.of("PRIMARY", "JUNIOR", "SENIOR", "VOCATIONAL");

    /** What the offices set; fen. */
    record Standards(
            long ruralYearFen,
            long urbanMonthFen,
            long tekunRuralMonthFen,
            long tekunUrbanMonthFen,
            long careFullMonthFen,
            long careHalfMonthFen,
            long careSelfMonthFen,
            long livingFen,
            long nursingFen) {}

    OptionalLong ruralDibao(Family family) {
        return family.hukou().equals("RURAL") ? dibao(family, standards.ruralYearFen()) : OptionalLong.empty();
    }

    OptionalLong urbanDibao(Family family) {
        return family.hukou().equals("URBAN") ? dibao(family, standards.urbanMonthFen() * 12) : OptionalLong.empty();
    }

    /** (annual standard − annual income per head) × insured members ÷ 12, raised to the fen. */
    private OptionalLong dibao(Family family, long standardYearFen) {
        List<Person> counted = family.persons().stream().filter(this::isCounted).toList();
        long insured = counted.stream()
                .filter(person -> person.labour().equals("NONE") || !person.refusedWork())
                .count();
        if (!family.local() || !family.propertyWithinLimit() || counted.isEmpty() || insured == 0) {
            return OptionalLong.empty();
        }
        BigDecimal heads = BigDecimal.valueOf(counted.size());
        BigDecimal gap =
                BigDecimal.valueOf(standardYearFen).multiply(heads).subtract(BigDecimal.valueOf(family.incomeFen()));
        if (gap.signum() <= 0) {
            return OptionalLong.empty();
        }
        BigDecimal amount = gap.multiply(BigDecimal.valueOf(insured))
                .divide(heads.multiply(BigDecimal.valueOf(12)), 0, RoundingMode.CEILING);
        return OptionalLong.of(amount.longValueExact());
    }

    private boolean isCounted(Person person) {
        boolean shares = person.status().equals("NORMAL")
                || (on.isBefore(RULES_OF_2021)
                        && Set.of("DRUG_REHAB", "MISSING").contains(person.status()));
        return shares && tekun(person).isEmpty();
    }

    OptionalLong tekun(Person person) {
        boolean entitled = person.hukouLocal()
                && cannotWork(person)
                && !person.hasIncomeSource()
                && !person.hasSupporter()
                && !(age(person) < 18 && person.orphanAllowance())
                && !Set.of("IMPRISONED", "MISSING").contains(person.status());
        if (!entitled) {
            return OptionalLong.empty();
        }
        long basic = person.hukou().equals("RURAL") ? standards.tekunRuralMonthFen() : standards.tekunUrbanMonthFen();
        return OptionalLong.of(
                switch (person.selfCare()) {
                    case "FULL" -> basic + standards.careSelfMonthFen();
                    case "PARTIAL" -> basic + standards.careHalfMonthFen();
                    default -> basic + standards.careFullMonthFen();
                });
    }

    private boolean cannotWork(Person person) {
        int age = age(person);
        if (age >= 60 || age < 16) {
            return true;
        }
        boolean atSchool = SCHOOLS.contains(person.study());
        int grade = Integer.parseInt(person.grade());
        if (on.isBefore(RULES_OF_2021)) {
            return (person.takenInAsMinor() && atSchool)
                    || switch (person.ruleKind()) {
                        case "5", "6" -> grade == 1 || grade == 2;
                        case "4" -> grade == 1;
                        default -> false;
                    };
        }
        return (person.takenInAsMinor() && (age < 18 || atSchool))
                || switch (person.ruleKind()) {
                    case "5", "6" -> grade >= 1 && grade <= 3;
                    case "4" -> grade == 1 || grade == 2;
                    case "1" -> grade == 1;
                    default -> false;
                };
    }

    OptionalLong livingSubsidy(Family family, Person person) {
        boolean inDibaoFamily =
                ruralDibao(family).isPresent() || urbanDibao(family).isPresent();
        boolean entitled = person.hukouLocal()
                && !person.grade().equals("0")
                && inDibaoFamily
                && isCounted(person)
                && !person.orphanAllowance()
                && !person.workInjuryCare()
                && person.otherLivingFen() < standards.livingFen();
        return entitled ? OptionalLong.of(standards.livingFen()) : OptionalLong.empty();
    }

    OptionalLong nursingSubsidy(Person person) {
        boolean entitled = person.hukouLocal()
                && Set.of("1", "2").contains(person.grade())
                && person.needsCare()
                && person.sixMonths()
                && !person.workInjuryCare()
                && person.otherNursingFen() < standards.nursingFen()
                && tekun(person).isEmpty();
        return entitled ? OptionalLong.of(standards.nursingFen()) : OptionalLong.empty();
    }

    private int age(Person person) {
        return Period.between(person.birth(), on).getYears();
    }
}
