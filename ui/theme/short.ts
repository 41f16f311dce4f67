/** A page so low that what always stands in it must be as low as it can be, to leave room for what scrolls. */
export const short = '@media (max-height: 540px)';
