/** A list of words with commas between them; line breaks don't count. */
export const words = ([list = '']: TemplateStringsArray): readonly string[] =>
  list.split(',').map((word) => word.trim());
