package yingbao.policy.register;

/** What became of the files of a register. */
public sealed interface Intake {

    /**
     * The files were read to their ends.
     *
     * @param register the households without a fault
     * @param householdRows rows with content in the table of households
     * @param personRows rows with content in the table of persons
     */
    record Taken(Register register, long householdRows, long personRows) implements Intake {

        /** Rows of households that are not in the register: faulty ones, and those whose members are. */
        public long householdRowsHeldBack() {
            return householdRows - register.households().size();
        }

        /** Rows of persons that are not in the register: faulty ones, and those of their households. */
        public long personRowsHeldBack() {
            return personRows - register.persons();
        }
    }

    /** The headings do not say what the columns hold, so no row was read. */
    record Refused() implements Intake {}
}
