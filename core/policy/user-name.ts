interface Called {
  readonly id: string;
  readonly name: string;
}

/** People sign in by what they are called; neither full-width letters nor capitals make it somebody else's name. */
export const answersTo = ({ id, name }: Called, called: string): boolean =>
  [id, name].some((own) => comparable(own) === comparable(called));

const comparable = (text: string): string => text.normalize('NFKC').trim().toLowerCase();
