/** Promises nobody waits for. */
export const promises = {
  planted: {
    'libs/domain-kit/src/floating.ts': 'const save = async () => {};\nexport function go() {\n  save();\n}\n',
    'libs/domain-kit/src/misused.ts':
      'const save = async () => true;\nexport function go() {\n  if (save()) return 1;\n  return 2;\n}\n',
    'libs/domain-kit/src/forgotten.ts':
      "export function name(kind: 'a' | 'b') {\n  switch (kind) {\n    case 'a':\n      return 1;\n  }\n}\n",
  },
  fires: [
    /floating\.ts.*no-floating-promises/,
    /misused\.ts.*no-misused-promises/,
    /forgotten\.ts.*switch-exhaustiveness-check/,
  ],
};

/** Tests that keep others, or themselves, from running. */
export const tests = {
  planted: {
    'libs/domain-kit/src/only.spec.ts': "test.only('a', () => expect(1).toBe(1));\n",
    'libs/domain-kit/src/skip.spec.ts': "test.skip('a', () => expect(1).toBe(1));\n",
  },
  fires: [/only\.spec\.ts.*no-focused-tests/, /skip\.spec\.ts.*no-disabled-tests/],
};
