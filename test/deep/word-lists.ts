/**
 * Keeps a mutation run from emptying the word lists of core/sheet (words`…`): which headings offices write is data that
 * real sheets judge. What reads the lists is mutated as all other code.
 */
export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'word-lists',
    value: {
      shouldIgnore: ({ node }: { node: { type: string; tag?: { name?: string } } }): string | undefined =>
        node.type === 'TaggedTemplateExpression' && node.tag?.name === 'words' ? 'a list of words is data' : undefined,
    },
  },
];
