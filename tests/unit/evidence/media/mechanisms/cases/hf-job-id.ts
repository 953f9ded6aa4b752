import { type MechanismCases, SOME_UUID, said } from '../../../../../support/media/said';

export const cases: MechanismCases = {
  hits: [['a job', [said('png-text', 'hf-job-id', SOME_UUID)], { strength: 'C3', kind: 'ai' }]],
  misses: [
    ['no number', [said('png-text', 'hf-job-id', 'pending')]],
    ['another field', [said('png-text', 'job-id', SOME_UUID)]],
  ],
};
