interface Props {
  name: string;
  /** In words: 男, 女. */
  sex?: string | undefined;
  /** Completed years. */
  age?: number | undefined;
  village?: string | undefined;
  /** Marks the one a list is about, such as 户主. */
  role?: string | undefined;
}

/** A person as everywhere: 姓名 · 性别 · 年龄 · 村. What is not known is left out. */
export function PersonLine({ name, sex, age, village, role }: Props) {
  const rest = [role, sex, age === undefined ? undefined : String(age), village].filter(Boolean);
  return (
    <span className="person-line">
      <strong>{name}</strong>
      {rest.map((part) => (
        <span key={part}> · {part}</span>
      ))}
    </span>
  );
}
