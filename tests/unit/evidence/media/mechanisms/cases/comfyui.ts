import { type MechanismCases, said } from '../../../../../support/media/said';

const PROMPT = { 3: { inputs: { seed: 2, model: ['4', 0] }, class_type: 'KSampler' } };
const WORKFLOW = {
  last_node_id: 13,
  last_link_id: 12,
  nodes: [{ id: 7, type: 'CLIPTextEncode', widgets_values: [''] }],
};
const hit = { strength: 'B2', kind: 'ai', producer: 'ComfyUI' } as const;

export const cases: MechanismCases = {
  hits: [
    ['the prompt in a PNG', [said('png-text', 'prompt', PROMPT)], hit],
    ['the workflow in a PNG', [said('png-text', 'workflow', WORKFLOW)], hit],
    [
      'a workflow that was cut off',
      [said('png-text', 'workflow', JSON.stringify(WORKFLOW).slice(0, 60))],
      hit,
    ],
    ['both in a UserComment', [said('exif', 'UserComment', { prompt: PROMPT, workflow: WORKFLOW })], hit],
    [
      'as strings in JSON',
      [said('quicktime-key', 'comment', { prompt: JSON.stringify(PROMPT), workflow: WORKFLOW })],
      hit,
    ],
    ['the camera fields of a WebP', [said('exif', 'Make', `Workflow: ${JSON.stringify(WORKFLOW)}`)], hit],
    ['the other camera field', [said('exif', 'Model', `prompt:${JSON.stringify(PROMPT)}`)], hit],
    ['keys of a film', [said('quicktime-key', 'prompt', PROMPT)], hit],
    ['tags of a film', [said('matroska-tag', 'PROMPT', PROMPT)], hit],
    [
      'newer names',
      [said('png-text', 'workflow', { state: { lastNodeId: 1, lastLinkId: 2 }, nodes: [] })],
      hit,
    ],
  ],
  misses: [
    ['a prompt in words', [said('png-text', 'prompt', 'Press any key')]],
    ['a workflow in words', [said('png-text', 'workflow', 'scan, crop, export')]],
    ['another graph', [said('png-text', 'workflow', { nodes: [{ id: 1 }], links: [] })]],
    ['another prompt', [said('png-text', 'prompt', { inputs: ['a'], question: 'b' })]],
    [
      'prose that names the fields',
      [said('png-text', 'Comment', 'The fields "class_type": and "inputs": explained')],
    ],
    ['a camera', [said('exif', 'Make', 'Canon'), said('exif', 'Model', 'EOS REBEL T3i')]],
  ],
};
