/** Lookups of one request; a sheet that asks more asks several times. */
export const mostLookups = 1000;

/** Order numbers of one request: more would make an address that servers and proxies refuse. */
export const mostNumbers = 200;

/** Characters of an exact decimal. */
export const longestDecimal = 40;
