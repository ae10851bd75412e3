package yingbao.policy.batch;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import yingbao.policy.decide.Household;
import yingbao.policy.expr.Holder;
import yingbao.policy.value.AreaCode;

/** Where the rows of a population are kept. */
interface Storage {
    int rows(Holder holder);

    /** The areas in which somebody lives; their places are their numbers. */
    List<AreaCode> areas();

    /** The number of the area where a household lives. */
    int areaOf(int household);

    /** Where a household's persons begin among all persons; after the last household, where they end. */
    int firstPerson(int household);

    /** Copies the numbers of the areas of households that follow each other, none of which lie in two blocks. */
    void copyAreas(int first, int households, int[] into);

    /** Copies where the persons of such households begin, counted from those of the first one. */
    void copyStarts(int first, int households, int[] into);

    /** The id of a household or person. */
    String id(Holder holder, int row);

    /** The ids of households or persons that follow each other; in a file they are found in one go. */
    List<String> ids(Holder holder, int from, int to);

    /** What is known of a fact; empty where that is nothing. */
    Optional<Column> column(Holder holder, int slot);

    /** Households that columns cannot hold, by row. */
    NavigableMap<Integer, Household> odd();
}
