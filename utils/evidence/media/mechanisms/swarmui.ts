import { defineMechanism } from '../evidence';
import { inMedia, jsonText, saysKey } from '../statements';

export const mechanism = defineMechanism({
  id: 'swarmui',
  judge: (carriers) =>
    inMedia(carriers).flatMap((statement) => {
      const text = jsonText(statement);
      return text && saysKey(text, 'sui_image_params')
        ? [{ mechanism: 'swarmui', strength: 'B2', kind: 'ai', producer: 'SwarmUI', place: statement.place }]
        : [];
    }),
});
