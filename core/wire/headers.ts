/**
 * A header of answers: the position of the decision (of several, the last). Rises, not by one; an answer given again has the
 * position of the first time. Absent where nothing was decided: turned away beforehand, or only read.
 */
export const commitPositionHeader = 'commit-position';

/** Of every answer: what its server speaks, the release and a digest of all that goes over the wire. */
export const versionHeader = 'countersign-version';
