import type { Place } from '../../model/media-check';
import { MOST_TEXT } from './bytes';
import type { Statement } from './carrier';

/** Of a name; longer ones name nothing that anybody looks for. */
const MOST_NAME = 256;

/** A statement with its name and its value cut to what they may hold. */
export function tell(place: Place, key: string, value: string): Statement {
  return { type: 'statement', place, key: key.slice(0, MOST_NAME), value: value.slice(0, MOST_TEXT) };
}
