import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { createContext, use, useState, type InputHTMLAttributes, type Ref } from 'react';
import { FIRST_DAY, readDay, type DayBounds } from './day';

const DAY = 'YYYY-MM-DD';
/** Two digits of a day, or the word for it. */
const FINISHED = /([-/.月]\d\d|^\d{8}|日)\s*$/;

export interface DayProps extends DayBounds {
  /** YYYY-MM-DD, or what was typed where that is no day; empty where nothing is chosen. */
  value?: string | undefined;
  /** `finished` when nothing can follow the last character, or nothing was typed. */
  onChange?: ((text: string, finished: boolean) => void) | undefined;
  /** The field was left, or Enter pressed. */
  onBlur?: (() => void) | undefined;
  allowClear?: boolean;
  /** Named by the field's label. */
  id?: string | undefined;
  label?: string | undefined;
  /** Shown while nothing is chosen. */
  placeholder?: string | undefined;
  status?: 'error' | undefined;
  'aria-describedby'?: string | undefined;
  'aria-required'?: boolean | 'true' | 'false' | undefined;
  'aria-invalid'?: boolean | 'true' | 'false' | undefined;
}

interface Typing {
  text: string;
  type: (text: string) => void;
  leave: () => void;
  open: () => void;
  /** Enter: whether it closed the calendar, and so has done its work. */
  confirm: () => boolean;
}

const TypingContext = createContext<Typing | undefined>(undefined);

/**
 * The text of the picker. It is the field's own, because the picker forgets without a word what it does not understand,
 * and completes 2016-1-1 before the last digit is typed.
 */
function Text({ ref, ...props }: InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> }) {
  const typing = use(TypingContext);
  return (
    <input
      {...props}
      ref={ref}
      value={typing?.text ?? ''}
      onChange={(event) => typing?.type(event.target.value)}
      onBlur={(event) => {
        typing?.leave();
        props.onBlur?.(event);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          if (typing?.confirm()) {
            event.preventDefault();
          }
          return;
        }
        if (event.key === 'ArrowDown') {
          typing?.open();
        }
        props.onKeyDown?.(event);
      }}
    />
  );
}

const COMPONENTS = { input: Text };

/** A day as it is typed or picked. What is typed and no day is handed on as it is, for the form to refuse. */
export function DayInput({
  value = '',
  onChange,
  onBlur,
  min = FIRST_DAY,
  max,
  allowClear = true,
  label,
  id,
  ...shown
}: DayProps) {
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  const [open, setOpen] = useState(false);
  if (seen !== value) {
    setSeen(value);
    // It was set from elsewhere, unless it is what was just typed.
    if (value !== text && value !== readDay(text)) {
      setText(value);
    }
  }
  const leave = () => {
    setText(readDay(text) ?? text.trim());
    onBlur?.();
  };
  const typing: Typing = {
    text,
    type: (typed) => {
      setText(typed);
      onChange?.(readDay(typed) ?? typed.trim(), FINISHED.test(typed));
    },
    leave,
    open: () => setOpen(true),
    confirm: () => {
      leave();
      setOpen(false);
      return open;
    },
  };
  const day = readDay(text);
  return (
    <TypingContext value={typing}>
      <DatePicker
        {...shown}
        {...(id && { id })}
        {...(label && { 'aria-label': label })}
        {...(max && { maxDate: dayjs(max) })}
        minDate={dayjs(min)}
        format={DAY}
        value={day ? dayjs(day) : null}
        allowClear={allowClear}
        components={COMPONENTS}
        open={open}
        onClick={() => setOpen(true)}
        // Not with the focus, nor while a day is typed: the calendar would lie over the next field.
        onOpenChange={(wanted) => !wanted && setOpen(false)}
        onChange={(picked) => {
          const chosen = picked?.format(DAY) ?? '';
          setText(chosen);
          onChange?.(chosen, true);
        }}
        className="day-field"
      />
    </TypingContext>
  );
}
