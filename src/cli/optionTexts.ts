/** Help of options that many commands have. */
export const formatText = { ru: 'вид ответа', en: 'form of the answer' } as const;
export const flowText = { ru: 'направление: вывоз или ввоз', en: 'flow: exports or imports' } as const;
export const reExportsText = {
  ru: 'реэкспорт: исключить или учесть',
  en: 're-exports: left out or counted',
} as const;
