import fc from 'fast-check';

/**
 * Properties try the same cases at every run, so that a change is judged by itself. `SEED=$RANDOM npm test` looks further;
 * a failure prints its seed.
 */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 20_261_121) });
