package yingbao.platform.flow;

import java.time.LocalDate;
import java.util.List;
import yingbao.policy.value.Money;

/** What was entered in a field of a step's form. */
public sealed interface Entry {

    /** As it is kept and sent: a text, a number, a flag or a list of texts. */
    Object plain();

    record Text(String text) implements Entry {
        @Override
        public Object plain() {
            return text;
        }
    }

    record Count(long count) implements Entry {
        @Override
        public Object plain() {
            return count;
        }
    }

    record Day(LocalDate day) implements Entry {
        @Override
        public Object plain() {
            return day.toString();
        }
    }

    record Flag(boolean flag) implements Entry {
        @Override
        public Object plain() {
            return flag;
        }
    }

    /** Money, sent in fen. */
    record Amount(Money money) implements Entry {
        @Override
        public Object plain() {
            return money.fen();
        }
    }

    /** Names of persons, each once. */
    record People(List<String> names) implements Entry {
        public People {
            names = List.copyOf(names);
        }

        @Override
        public Object plain() {
            return names;
        }
    }

    /** The id of a choice. */
    record Choice(String id) implements Entry {
        @Override
        public Object plain() {
            return id;
        }
    }
}
