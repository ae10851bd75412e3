package yingbao.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The beans that the rules of Drools read and write; public, because it compiles the rules into classes of its own. */
public final class DroolsFacts {
    private DroolsFacts() {}

    private static int answer(Optional<Boolean> given) {
        return given.map(yes -> yes ? 1 : 0).orElse(2);
    }

    /** A household, and what the rules found of it. */
    public static final class Family {
        private final int local;
        private final String hukou;
        private final boolean incomeKnown;
        private final long income;
        private final int property;
        private final boolean standardKnown;
        private final long standard;
        private final List<Member> members = new ArrayList<>();
        private long counted;
        private boolean countedOpen;
        private long insured;
        private boolean insuredOpen;
        private int refused;
        private boolean eligible;
        private long amountFen;

        Family(yingbao.bench.Family family) {
            local = answer(family.local());
            hukou = family.hukou().orElse("");
            incomeKnown = family.incomeFen().isPresent();
            income = family.incomeFen().orElse(0);
            property = answer(family.property());
            standardKnown = family.standard().isPresent();
            standard = family.standard().orElse(0);
            family.members().forEach(member -> members.add(new Member(this, member)));
        }

        void forget() {
            counted = 0;
            countedOpen = false;
            insured = 0;
            insuredOpen = false;
            refused = 0;
            eligible = false;
            amountFen = 0;
        }

        List<Member> members() {
            return members;
        }

        int refused() {
            return refused;
        }

        boolean isEligible() {
            return eligible;
        }

        long amountFen() {
            return amountFen;
        }

        public int getLocal() {
            return local;
        }

        public String getHukou() {
            return hukou;
        }

        public boolean isIncomeKnown() {
            return incomeKnown;
        }

        public long getIncome() {
            return income;
        }

        public int getProperty() {
            return property;
        }

        public boolean isStandardKnown() {
            return standardKnown;
        }

        public long getStandard() {
            return standard;
        }

        public long getCounted() {
            return counted;
        }

        public boolean isCountedOpen() {
            return countedOpen;
        }

        public long getInsured() {
            return insured;
        }

        public boolean isInsuredOpen() {
            return insuredOpen;
        }

        /** One more member counts. */
        public void count() {
            counted++;
        }

        /** Whether a member counts is not known. */
        public void mayCount() {
            countedOpen = true;
        }

        /** One more member is insured. */
        public void insure() {
            insured++;
        }

        /** Whether a member is insured is not known. */
        public void mayInsure() {
            insuredOpen = true;
        }

        /** A clause, by its place, does not hold. */
        public void refuse(int clause) {
            refused |= 1 << clause;
        }

        /** Every clause holds, and this is paid a month. */
        public void pay(long fen) {
            eligible = true;
            amountFen = fen;
        }
    }

    /** One of its members. */
    public static final class Member {
        private final Family family;
        private final long age;
        private final String status;
        private final int hukouLocal;
        private final boolean disabled;
        private final int hasIncome;
        private final int hasSupporter;
        private final int orphan;
        private final String labour;
        private final int refusedWork;

        Member(Family family, yingbao.bench.Family.Member member) {
            this.family = family;
            age = member.age();
            status = member.status();
            hukouLocal = answer(member.hukouLocal());
            disabled = (List.of("5", "6").contains(member.kind())
                            && List.of("1", "2").contains(member.grade()))
                    || (member.kind().equals("4") && member.grade().equals("1"));
            hasIncome = answer(member.hasIncome());
            hasSupporter = answer(member.hasSupporter());
            orphan = answer(member.orphan());
            labour = member.unable().map(unable -> unable ? "NONE" : "FULL").orElse("");
            refusedWork = answer(member.refusedWork());
        }

        public Family getFamily() {
            return family;
        }

        public long getAge() {
            return age;
        }

        public String getStatus() {
            return status;
        }

        public int getHukouLocal() {
            return hukouLocal;
        }

        public boolean isDisabled() {
            return disabled;
        }

        public int getHasIncome() {
            return hasIncome;
        }

        public int getHasSupporter() {
            return hasSupporter;
        }

        public int getOrphan() {
            return orphan;
        }

        public String getLabour() {
            return labour;
        }

        public int getRefusedWork() {
            return refusedWork;
        }
    }
}
