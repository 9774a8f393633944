import type { ReactNode } from 'react';

export interface Choice {
  readonly id: string;
  readonly text: string;
}

/** A setting with its name above and what was detected below. */
export function Field({
  name,
  note,
  children,
}: {
  readonly name: string;
  readonly note?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is handed in
    <label className="field">
      <span>{name}</span>
      {children}
      {note === undefined ? null : <small>{note}</small>}
    </label>
  );
}

/** A setting of a few values. */
export function SelectField({
  name,
  note,
  value,
  choices,
  onChange,
}: {
  readonly name: string;
  readonly note?: string | undefined;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (id: string) => void;
}) {
  return (
    <Field name={name} note={note}>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {choices.map((one) => (
          <option key={one.id} value={one.id}>
            {one.text}
          </option>
        ))}
      </select>
    </Field>
  );
}
