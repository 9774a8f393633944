/**
 * A text from a file as a terminal may safely show it: control characters (which move the cursor, colour, or type for
 * the user) and marks that turn the direction of writing are written out; line breaks and tabs stay.
 * @example visibleText('a\u001b[2Jb\u202ec') // 'a\\u001b[2Jb\\u202ec'
 */
export function visibleText(text: string): string {
  let visible = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const isControl = (code < 0x20 && code !== 0x0a && code !== 0x09) || (code >= 0x7f && code <= 0x9f);
    const turns =
      (code >= 0x202a && code <= 0x202e) ||
      (code >= 0x2066 && code <= 0x2069) ||
      code === 0x200e ||
      code === 0x200f;
    visible += isControl || turns ? `\\u${code.toString(16).padStart(4, '0')}` : character;
  }
  return visible;
}
