import { useEffect, useState } from 'react';
import { Field } from './Field.tsx';

/** A text that counts once it is left, or Enter is pressed. */
export function TextField({
  name,
  note,
  value,
  onChange,
  lines = 1,
}: {
  readonly name: string;
  readonly note?: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly lines?: number;
}) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const leave = () => {
    if (text !== value) onChange(text);
  };
  return (
    <Field name={name} note={note}>
      {lines === 1 ? (
        <input
          type="text"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={leave}
          onKeyDown={(event) => {
            if (event.key === 'Enter') leave();
          }}
        />
      ) : (
        <textarea
          rows={lines}
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={leave}
        />
      )}
    </Field>
  );
}
