/** Help of `--format`. */
export const formatText = { ru: 'вид ответа', en: 'form of the answer' } as const;
