/** What is wrong with a field, in Chinese, by the code with which zod names it. */
const texts: Readonly<Record<string, string>> = {
  invalid_type: '缺少，或类型不正确',
  too_small: '过短、过小或过少',
  too_big: '过长、过大或过多',
  invalid_format: '格式不正确',
  invalid_value: '不是允许的取值',
  not_multiple_of: '不是要求的倍数',
  unrecognized_keys: '没有这个字段',
  invalid_union: '不符合任何一种写法',
  invalid_key: '名称不正确',
  invalid_element: '其中有一项不正确',
  custom: '不符合要求',
};

export interface NamedFault {
  readonly field: string;
  readonly code: string;
}

export function withTexts(faults: unknown): (NamedFault & { text: string })[] {
  if (!Array.isArray(faults)) return [];
  return (faults as NamedFault[]).map(({ field, code }) => ({ field, code, text: texts[code] ?? '不正确' }));
}
