/** A page so low that what always stands in it must be as low as it can be, to leave room for what scrolls. */
export const short = '@media (max-height: 540px)';
/** So low that what can be looked up elsewhere goes: 480 px at 150 %. */
export const lowest = '@media (max-height: 400px)';
