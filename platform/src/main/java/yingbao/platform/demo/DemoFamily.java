package yingbao.platform.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import yingbao.policy.value.Sex;

/** Who lives together: shapes of families as they are found in the north-east, drawn by lot. */
final class DemoFamily {
    /** The day as of which the county is described; everybody is born before. */
    static final LocalDate DESCRIBED_ON = LocalDate.of(2014, 10, 1);

    private static final int DAYS_A_YEAR = 365;

    private static final String HEAD = "02";
    private static final String HUSBAND = "11";
    private static final String WIFE = "12";
    private static final String FATHER = "51";
    private static final String MOTHER = "52";
    private static final String GRANDSON = "41";
    private static final String GRANDDAUGHTER = "42";
    private static final String DAUGHTER_IN_LAW = "38";
    private static final List<String> SONS = List.of("22", "23", "24");
    private static final List<String> DAUGHTERS = List.of("32", "33", "34");

    private final Chance chance;
    private final DemoNames names;
    private final List<Member> members = new ArrayList<>();
    private final Shape shape;
    private final String surname;

    /** Shapes of families, and how many in a thousand have each. */
    enum Shape {
        SINGLE_OLD(95),
        SINGLE(75),
        OLD_COUPLE(150),
        COUPLE(125),
        PARENTS_AND_CHILDREN(290),
        ONE_PARENT(55),
        GROWN_CHILD(50),
        THREE_GENERATIONS(115),
        LEFT_BEHIND(43),
        WITHOUT_PARENTS(2);

        private final int weight;

        Shape(int weight) {
            this.weight = weight;
        }

        static Shape draw(Chance chance) {
            List<Integer> weights =
                    List.of(values()).stream().map(shape -> shape.weight).toList();
            return values()[chance.weighted(weights)];
        }
    }

    /** Somebody of the family; the relation is that to the head, by GB/T 4761. */
    record Member(String name, Sex sex, LocalDate birth, String relation) {
        /** Completed years on the day of the description. */
        int age() {
            return birth.until(DESCRIBED_ON).getYears();
        }
    }

    DemoFamily(Chance chance) {
        this.chance = chance;
        this.names = new DemoNames(chance);
        this.surname = names.surname();
        this.shape = Shape.draw(chance);
        switch (shape) {
            case SINGLE_OLD -> head(62, 88, chance.perMille(560));
            case SINGLE -> head(22, 61, chance.perMille(680));
            case OLD_COUPLE -> couple(61, 84);
            case COUPLE -> couple(26, 60);
            case PARENTS_AND_CHILDREN -> children(couple(27, 45), chance.between(1, 2));
            case ONE_PARENT -> children(head(26, 48, chance.perMille(400)), 1 + (chance.perMille(250) ? 1 : 0));
            case GROWN_CHILD -> grownChild(couple(50, 66));
            case THREE_GENERATIONS -> threeGenerations();
            case LEFT_BEHIND -> grandchildren(chance.perMille(700) ? couple(54, 72) : head(54, 74, false));
            case WITHOUT_PARENTS -> grandchildren(head(58, 76, chance.perMille(300)));
        }
    }

    Shape shape() {
        return shape;
    }

    List<Member> members() {
        return List.copyOf(members);
    }

    private Member head(int youngest, int oldest, boolean male) {
        return add(surname, male ? Sex.MALE : Sex.FEMALE, chance.between(youngest, oldest), HEAD);
    }

    /** A couple; the head is the husband in nine of ten. */
    private Member couple(int youngest, int oldest) {
        boolean husbandHeads = chance.perMille(900);
        Member head = head(youngest, oldest, husbandHeads);
        int age = Math.max(22, head.age() + (husbandHeads ? -1 : 1) * chance.between(-2, 5));
        add(names.surname(), husbandHeads ? Sex.FEMALE : Sex.MALE, Math.min(age, 90), husbandHeads ? WIFE : HUSBAND);
        return head;
    }

    private void children(Member parent, int count) {
        int sons = 0;
        int daughters = 0;
        int oldest = Math.min(19, parent.age() - 22);
        for (int child = 0; child < count; child++) {
            boolean male = chance.perMille(525);
            String relation = male ? SONS.get(sons++) : DAUGHTERS.get(daughters++);
            add(surname, male ? Sex.MALE : Sex.FEMALE, chance.between(0, Math.max(1, oldest)), relation);
            oldest -= 2;
        }
    }

    private void grownChild(Member parent) {
        boolean male = chance.perMille(700);
        int age = chance.between(20, parent.age() - 22);
        add(surname, male ? Sex.MALE : Sex.FEMALE, age, male ? SONS.getFirst() : DAUGHTERS.getFirst());
    }

    private void threeGenerations() {
        if (chance.perMille(500)) {
            Member head = couple(30, 46);
            children(head, chance.between(1, 2));
            boolean both = chance.perMille(450);
            if (both || chance.perMille(300)) {
                add(surname, Sex.MALE, Math.min(92, head.age() + chance.between(22, 32)), FATHER);
            }
            add(names.surname(), Sex.FEMALE, Math.min(92, head.age() + chance.between(21, 30)), MOTHER);
            return;
        }
        Member head = couple(52, 70);
        int age = head.age() - chance.between(23, 28);
        add(surname, Sex.MALE, age, SONS.getFirst());
        add(names.surname(), Sex.FEMALE, Math.max(22, age - chance.between(-1, 4)), DAUGHTER_IN_LAW);
        grandchild(Math.max(1, age - 22));
    }

    private void grandchildren(Member grandparent) {
        int oldest = Math.clamp(grandparent.age() - 44L, 2, 15);
        grandchild(oldest);
        if (chance.perMille(250)) {
            grandchild(oldest);
        }
    }

    private void grandchild(int oldest) {
        boolean male = chance.perMille(525);
        add(
                surname,
                male ? Sex.MALE : Sex.FEMALE,
                chance.between(0, Math.min(oldest, 16)),
                male ? GRANDSON : GRANDDAUGHTER);
    }

    private Member add(String familyName, Sex sex, int age, String relation) {
        LocalDate birth = DESCRIBED_ON.minusYears(age).minusDays(chance.between(1, DAYS_A_YEAR - 1));
        Member member = new Member(familyName + names.given(sex, birth), sex, birth, relation);
        members.add(member);
        return member;
    }
}
