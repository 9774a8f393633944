/** A row as one line of comma-separated text with quotes where needed. @example csvLine(['a', 'b,c']) // 'a,"b,c"\n' */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`;
}
