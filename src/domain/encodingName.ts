const names: Readonly<Record<string, string>> = {
  utf8: 'UTF-8',
  win1251: 'windows-1251',
  win1252: 'windows-1252',
  utf16le: 'UTF-16',
};

/** What people call an encoding. @example encodingName('win1251') // 'windows-1251' */
export function encodingName(id: string): string {
  return names[id] ?? id;
}
