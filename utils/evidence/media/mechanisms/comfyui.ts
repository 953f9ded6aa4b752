import { defineMechanism } from '../evidence';
import { inMedia, jsonText, saysKey } from '../statements';

/** The graph as it was run: nodes by number, each with its class and its inputs. */
const isPrompt = (text: string) => saysKey(text, 'class_type') && saysKey(text, 'inputs');

/** The graph as it was drawn. */
const isWorkflow = (text: string) =>
  saysKey(text, 'nodes') &&
  (saysKey(text, 'last_node_id') || saysKey(text, 'lastNodeId')) &&
  (saysKey(text, 'widgets_values') || saysKey(text, 'last_link_id') || saysKey(text, 'lastLinkId'));

/**
 * ComfyUI writes the graph as JSON: in PNG texts, the UserComment, Make and Model of WebP, keys of films, or the
 * comment of films.
 */
export const mechanism = defineMechanism({
  id: 'comfyui',
  judge: (carriers) =>
    inMedia(carriers).flatMap((statement) => {
      const text = jsonText(statement);
      if (!text || !(isPrompt(text) || isWorkflow(text))) return [];
      const { place } = statement;
      return [{ mechanism: 'comfyui', strength: 'B2', kind: 'ai', producer: 'ComfyUI', place }];
    }),
});
