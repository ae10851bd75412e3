package yingbao.policy.register;

/** The columns that are no facts: they say who is who, and who belongs to which household. */
public enum KeyColumn {
    /** In both tables. */
    HOUSEHOLD_ID("household_id", "户编号"),
    /** In the table of persons. */
    PERSON_ID("person_id", "人员编号");

    private final String heading;
    private final String label;

    KeyColumn(String heading, String label) {
        this.heading = heading;
        this.label = label;
    }

    /** The heading for machines. */
    public String heading() {
        return heading;
    }

    /** The heading for people. */
    public String label() {
        return label;
    }
}
